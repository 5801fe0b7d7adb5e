// SPDX-License-Identifier: MIT
// Runs Ace over many books in one process: a line for every violation, then
// "= FILE FINDINGS" for every book.
"use strict";

const fs = require("fs");
const os = require("os");
const path = require("path");
const modules = path.join(process.cwd(), "build/npm/node_modules");
const ace = require(path.join(modules, "@daisy/ace-core"));
const runner = require(path.join(modules,
                                 "@daisy/ace-axe-runner-puppeteer"));

function violations(report) {
    const found = [];
    for (const file of report.assertions || []) {
        for (const assertion of file.assertions || []) {
            if (assertion["earl:result"]["earl:outcome"] === "fail") {
                found.push(assertion["earl:test"]["earl:impact"] + " " +
                           assertion["earl:test"]["dct:title"] + " " +
                           file["earl:testSubject"].url);
            }
        }
    }
    return found;
}

async function check(book) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "a2b-ace-"));
    let found;
    try {
        const [, report] = await ace(book, {
            cwd: process.cwd(), outdir: folder, tmpdir: folder + "/tmp",
            silent: true, initLogger: true, jobid: book,
            fileName: "ace.log",
        }, runner);
        found = violations(report);
    } catch (failure) {
        found = ["crash " + failure];
    }
    fs.rmSync(folder, { recursive: true, force: true });
    found.forEach((line) => console.log(line));
    console.log("= " + book + " " + found.length);
}

(async () => {
    for (const book of process.argv.slice(2)) {
        await check(book);
    }
    process.exit(0);
})();
