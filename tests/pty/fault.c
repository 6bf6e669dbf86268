/* Faults of a disk, a file system or a clock, for the program that this is loaded into. Each is on while a file of its
   name lies in $FAULTS, and only for paths that hold $FAULTS_AT. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

static int is_on(const char *fault) {
    char path[PATH_MAX];
    const char *folder = getenv("FAULTS");
    struct stat found;
    if (!folder) return 0;
    snprintf(path, sizeof path, "%s/%s", folder, fault);
    return stat(path, &found) == 0;
}

static int is_at(const char *path) {
    const char *at = getenv("FAULTS_AT");
    return at && path && strstr(path, at);
}

static int fd_is_at(int fd) {
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return is_at(path);
}

static int fail(int why) {
    errno = why;
    return -1;
}

ssize_t write(int fd, const void *bytes, size_t count) {
    if (fd > 2 && is_on("full") && fd_is_at(fd)) {
        /* What has its room already is taken in place. */
        struct stat found;
        off_t at = lseek(fd, 0, SEEK_CUR);
        if (fstat(fd, &found) || at < 0 || at + (off_t)count > found.st_size) return fail(ENOSPC);
    }
    return syscall(SYS_write, fd, bytes, count);
}

int open64(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    int mode = va_arg(rest, int);
    va_end(rest);
    if ((flags & (O_WRONLY | O_RDWR | O_CREAT)) && is_at(path) && is_on("read-only")) return fail(EROFS);
    return syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

int mkdir(const char *path, mode_t mode) {
    if (is_at(path) && is_on("read-only")) return fail(EROFS);
    return syscall(SYS_mkdirat, AT_FDCWD, path, mode);
}

int rename(const char *from, const char *to) {
    if ((is_at(from) || is_at(to)) && is_on("read-only")) return fail(EROFS);
    return syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int unlink(const char *path) {
    if (is_at(path) && is_on("read-only")) return fail(EROFS);
    return syscall(SYS_unlinkat, AT_FDCWD, path, 0);
}

int fdatasync(int fd) {
    /* Longer than anybody who looks needs to see what is not there yet. */
    if (fd_is_at(fd) && is_on("slow-sync")) usleep(700 * 1000);
    if (fd_is_at(fd) && is_on("no-sync")) return fail(EIO);
    return syscall(SYS_fdatasync, fd);
}

int ftruncate64(int fd, off_t length) {
    if (fd_is_at(fd) && is_on("no-truncate")) return fail(EIO);
    return syscall(SYS_ftruncate, fd, length);
}

int flock(int fd, int operation) {
    if (fd_is_at(fd) && is_on("no-locks")) return fail(ENOLCK);
    return syscall(SYS_flock, fd, operation);
}

/* The clock that people see is off by what stands in the file, in seconds. */
int clock_gettime(clockid_t clock, struct timespec *time) {
    int told = syscall(SYS_clock_gettime, clock, time);
    if (told == 0 && clock == CLOCK_REALTIME && is_on("clock")) {
        char path[PATH_MAX];
        long long off = 0;
        snprintf(path, sizeof path, "%s/clock", getenv("FAULTS"));
        FILE *file = fopen(path, "r");
        if (file) {
            if (fscanf(file, "%lld", &off) != 1) off = 0;
            fclose(file);
        }
        time->tv_sec += off;
    }
    return told;
}
