/* SPDX-License-Identifier: MIT */
/* measure COMMAND...: runs it with its output thrown away and prints its
 * CPU time in microseconds, its peak memory in kilobytes and how many
 * microseconds it took.  Small itself, because what the system counts as
 * peak begins with the parent's. */
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static long
microseconds(struct timeval time)
{
    return time.tv_sec * 1000000L + time.tv_usec;
}

static long
now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000L + time.tv_nsec / 1000;
}

int
main(int argc, char **argv)
{
    posix_spawn_file_actions_t actions;
    struct rusage usage;
    pid_t child;
    long start;
    int status;

    if (argc < 2)
        return 64;
    posix_spawn_file_actions_init(&actions);
    for (int fd = 1; fd <= 2; fd++)
        posix_spawn_file_actions_addopen(&actions, fd, "/dev/null",
                                         O_WRONLY, 0);
    start = now();
    if (posix_spawnp(&child, argv[1], &actions, NULL, argv + 1,
                     environ) != 0)
        return 69;
    if (wait4(child, &status, 0, &usage) < 0 || status != 0)
        return 70;
    printf("%ld %ld %ld\n", microseconds(usage.ru_utime) +
                            microseconds(usage.ru_stime), usage.ru_maxrss,
           now() - start);
    return 0;
}
