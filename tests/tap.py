# SPDX-License-Identifier: MIT
"""Read by the tests in Python: results as TAP, and running the program."""
import os
import subprocess
import sys

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MODE = os.environ.get("MODE", "release")
PROGRAM = os.path.join(TOP, "build", MODE, "article2book")
BOOKS = os.path.join(TOP, "build", "tests", "books")
PDFS = os.path.join(TOP, "build", "tests", "pdfs")
# For instrumented builds: whatever they find is a status of its own.
SANITIZERS = {
    "ASAN_OPTIONS": "detect_leaks=1:abort_on_error=0:exitcode=99",
    "LSAN_OPTIONS": "print_suppressions=0:suppressions=" +
    os.path.join(TOP, "tests", "lsan.supp"),
    "UBSAN_OPTIONS": "print_stacktrace=1:exitcode=99",
}


class Tap:
    def __init__(self):
        self.n = 0
        self.failed = 0

    def ok(self, passed, name, why=""):
        self.n += 1
        self.failed += not passed
        print("%s %d - %s" % ("ok" if passed else "not ok", self.n, name))
        if not passed:
            for line in str(why).splitlines()[:40]:
                print("# " + line)

    def skip(self, name, why):
        self.n += 1
        print("ok %d - %s # SKIP %s" % (self.n, name, why))

    def end(self):
        print("1..%d" % self.n)
        sys.exit(1 if self.failed else 0)


def environment(**changes):
    env = dict(os.environ, LC_ALL="C.UTF-8", XDG_CONFIG_HOME="/nonexistent",
               XDG_DATA_HOME="/nonexistent", **SANITIZERS)
    env.pop("SOURCE_DATE_EPOCH", None)
    env.update(changes)
    return env


def run(*args, env=None, timeout=60, **more):
    """The program with args: (status, output bytes, messages)."""
    done = subprocess.run([PROGRAM, *args], stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          env=env or environment(), timeout=timeout, **more)
    return done.returncode, done.stdout, done.stderr.decode("utf-8",
                                                            "replace")


def cases(folder):
    """The inputs in a folder of tests, sorted."""
    path = os.path.join(TOP, "tests", folder)
    found = []
    for where, _, names in os.walk(path):
        found += [os.path.join(where, name) for name in names
                  if name.endswith(".txt")]
    return sorted(found)


def options(path):
    """The options that an input is read with: those in its .args, a line
    each."""
    args = path[:-4] + ".args"
    if not os.path.exists(args):
        return []
    with open(args, encoding="utf-8") as file:
        return file.read().splitlines()
