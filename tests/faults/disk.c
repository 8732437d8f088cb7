/* Stands between a program and the disk: writes down what is done to the files of one folder, in
   order, or lets a call fail. Put before the C library with LD_PRELOAD. The folder is named by
   FAULTS_FOLDER, the file to write down in by FAULTS_LOG; without that one nothing is written.

   One line of the log: kind (1 byte), length of the name (4), a number (8), length of the content
   (8), the name within the folder, the content. Kinds: c made, w written at, t cut to, s forced to
   disk, u taken away, r given the name in content, n a note of the program. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define MOST 4096
#define KILLED -1

static char *names[MOST];
static const char *folder;
static size_t length;
static int book = -1, is_ready;
static long calls, first, many, met;
static int reason;

static void get_ready(void) {
    if (is_ready) return;
    is_ready = 1;
    folder = getenv("FAULTS_FOLDER");
    if (!folder) return;
    length = strlen(folder);
    const char *path = getenv("FAULTS_LOG");
    if (path) book = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND, 0600);
}

static const char *within(const char *path) {
    get_ready();
    if (!folder || !path || strncmp(path, folder, length)) return NULL;
    return path + length + (path[length] == '/');
}

static void note(char kind, const char *name, int64_t number, const void *content, int64_t size) {
    if (book < 0) return;
    uint32_t long_ = strlen(name);
    size_t whole = 1 + 4 + 8 + 8 + long_ + size;
    char *line = malloc(whole), *at = line;
    *at++ = kind;
    memcpy(at, &long_, 4); at += 4;
    memcpy(at, &number, 8); at += 8;
    memcpy(at, &size, 8); at += 8;
    memcpy(at, name, long_); at += long_;
    if (size) memcpy(at, content, size);
    if (syscall(SYS_write, book, line, whole) != (long)whole) abort();
    free(line);
}

void faults_note(const char *words) { get_ready(); note('n', "", 0, words, strlen(words)); }

/* From the n-th call on, let so many fail for a reason; reason 0 writes only half of what it should,
   and reason -1 ends the process before the call, which is none that writes. */
void faults_begin(long n, long so_many, int why) {
    calls = met = 0;
    first = n; many = so_many; reason = why;
}

long faults_end(void) { many = 0; return met; }

static int fails(int is_write) {
    if (!many || (!reason && !is_write) || (reason == KILLED && is_write)) return 0;
    calls++;
    if (calls < first || calls >= first + many) return 0;
    met++;
    if (reason == KILLED) raise(SIGKILL);
    errno = reason;
    return 1;
}

static int is_open_here(int fd) { return fd >= 0 && fd < MOST && names[fd]; }

static int opened(int at, const char *path, int flags, va_list more) {
    int mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, int) : 0;
    const char *name = within(path);
    int is_new = 0;
    if (name && flags & O_CREAT) {
        struct stat found;
        is_new = syscall(SYS_newfstatat, AT_FDCWD, path, &found, 0) != 0;
        if (is_new && fails(0)) return -1;
    }
    int fd = syscall(SYS_openat, at, path, flags, mode);
    if (fd < 0 || fd >= MOST) return fd;
    free(names[fd]);
    names[fd] = name ? strdup(name) : NULL;
    if (is_new) note('c', name, 0, NULL, 0);
    else if (name && flags & O_TRUNC) note('t', name, 0, NULL, 0);
    return fd;
}

#define OPEN(at) va_list more; va_start(more, flags); \
    int fd = opened(at, path, flags, more); va_end(more); return fd;
int open(const char *path, int flags, ...) { OPEN(AT_FDCWD) }
int open64(const char *path, int flags, ...) { OPEN(AT_FDCWD) }
int openat(int at, const char *path, int flags, ...) { OPEN(at) }
int openat64(int at, const char *path, int flags, ...) { OPEN(at) }

int close(int fd) {
    if (is_open_here(fd)) { free(names[fd]); names[fd] = NULL; }
    return syscall(SYS_close, fd);
}

static ssize_t written(int fd, const void *content, size_t size, off_t at, int is_placed) {
    int is_here = is_open_here(fd);
    if (is_here && fails(1)) {
        if (reason) return -1;
        size = size > 1 ? size / 2 : size;
    }
    if (is_here && !is_placed)
        at = syscall(SYS_lseek, fd, 0, fcntl(fd, F_GETFL) & O_APPEND ? SEEK_END : SEEK_CUR);
    ssize_t done = is_placed ? syscall(SYS_pwrite64, fd, content, size, at)
                             : syscall(SYS_write, fd, content, size);
    if (is_here && done > 0) note('w', names[fd], at, content, done);
    return done;
}

ssize_t write(int fd, const void *content, size_t size) { return written(fd, content, size, 0, 0); }
ssize_t pwrite(int fd, const void *content, size_t size, off_t at) {
    return written(fd, content, size, at, 1);
}
ssize_t pwrite64(int fd, const void *content, size_t size, off_t at) {
    return written(fd, content, size, at, 1);
}

int ftruncate(int fd, off_t size) {
    if (is_open_here(fd) && fails(0)) return -1;
    int done = syscall(SYS_ftruncate, fd, size);
    if (!done && is_open_here(fd)) note('t', names[fd], size, NULL, 0);
    return done;
}
int ftruncate64(int fd, off_t size) { return ftruncate(fd, size); }

static int forced(int fd, long call) {
    if (is_open_here(fd) && fails(0)) return -1;
    int done = syscall(call, fd);
    if (!done && is_open_here(fd)) note('s', names[fd], 0, NULL, 0);
    return done;
}
int fsync(int fd) { return forced(fd, SYS_fsync); }
int fdatasync(int fd) { return forced(fd, SYS_fdatasync); }

int unlink(const char *path) {
    const char *name = within(path);
    if (name && fails(0)) return -1;
    int done = syscall(SYS_unlinkat, AT_FDCWD, path, 0);
    if (!done && name) note('u', name, 0, NULL, 0);
    return done;
}

int rename(const char *path, const char *other) {
    const char *name = within(path), *next = within(other);
    if (name && fails(0)) return -1;
    int done = syscall(SYS_renameat2, AT_FDCWD, path, AT_FDCWD, other, 0);
    if (!done && name && next) note('r', name, 0, next, strlen(next));
    return done;
}
