/* Lets one call of the operating system fail.
 *
 * Tests preload this library into the program that was built (LD_PRELOAD). It stands between the
 * program and the C library, and is told by two variables what to do:
 *
 *   FAULT="write 3 28"        the third write fails with errno 28 and does nothing
 *   FAULT="write 3+ 28"       so do all after it
 *   FAULT="write 3 half"      the third write takes half of its bytes
 *   FAULT="write 3 signal 15" the process gets signal 15 before the third write
 *   FAULT="disk 100000"       so many bytes fit on the disk; then a write takes what fits, or fails
 *   FAULT_LOG=calls           one line a call goes to the end of this file: `write 3 /tmp/curve.csv`
 *
 * Only what the program itself calls is counted, from the moment at which it begins: not what the
 * loader and the runtime do before, nor what the libraries do that look for fonts, whose failures
 * are answers to them. Threads count, whoever starts them.
 */
#define _GNU_SOURCE

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The function of the C library that one of ours hides. */
#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

/* What was asked for. */
static struct {
  char call[32];
  int number;
  bool later, half;
  int error, signal;
  long disk;
} fault = {.disk = -1};

static atomic_long onDisk;
static int logFile = -1;

/* Whether the program has begun: the first thing that it does is to say what a closed pipe does. */
static atomic_bool begun;

static void begin(void) {
  const char *text = getenv("FAULT"), *path = getenv("FAULT_LOG");
  char number[16] = "", kind[16] = "";
  int value = 0;
  if (text && sscanf(text, "disk %ld", &fault.disk) != 1 &&
      sscanf(text, "%31s %15s %15s %d", fault.call, number, kind, &value) >= 3) {
    fault.number = atoi(number);
    fault.later = strchr(number, '+') != NULL;
    fault.half = strcmp(kind, "half") == 0;
    fault.signal = strcmp(kind, "signal") == 0 ? value : 0;
    fault.error = atoi(kind);
  }
  if (path) {
    logFile = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  }
  begun = true;
}

/* Whether an address is in the program, or in Swift's face of the C library, and no other one. */
static bool isOfProgram(const void *address) {
  Dl_info caller;
  if (!dladdr(address, &caller) || !caller.dli_fname) return false;
  return strstr(caller.dli_fname, "libswiftGlibc") || !strstr(caller.dli_fname, ".so");
}

/* Counts and writes down a call. True is a call that has to fail, with its reason in errno. */
static bool isChosen(const char *call, atomic_int *count, int file, const char *path,
                     const void *caller) {
  if (!begun || (caller && !isOfProgram(caller))) return false;
  int number = atomic_fetch_add(count, 1) + 1, before = errno;
  char link[64], target[PATH_MAX] = "", line[PATH_MAX + 64];
  if (logFile >= 0) {
    if (!path && file >= 0) {
      snprintf(link, sizeof link, "/proc/self/fd/%d", file);
      syscall(SYS_readlinkat, AT_FDCWD, link, target, sizeof target - 1);
    }
    int length = snprintf(line, sizeof line, "%s %d %s\n", call, number, path ? path : target);
    syscall(SYS_write, logFile, line, (size_t)length);
  }
  errno = before;
  if (strcmp(call, fault.call) != 0) return false;
  if (number != fault.number && !(fault.later && number > fault.number)) return false;
  if (fault.signal) kill(getpid(), fault.signal);
  if (fault.error) errno = fault.error;
  return fault.error != 0 || fault.half;
}

/* Who called the function that this stands in. */
#define HERE __builtin_return_address(0)

/* A function that returns -1 when it fails: `file` and `path` say what it is called for. */
#define WRAPPED(result, name, parameters, arguments, file, path) \
  result name parameters {                                       \
    static atomic_int count;                                     \
    if (isChosen(#name, &count, file, path, HERE)) return -1;    \
    return NEXT(name) arguments;                                 \
  }

WRAPPED(int, close, (int file), (file), file, NULL)
WRAPPED(int, fsync, (int file), (file), file, NULL)
WRAPPED(int, dup, (int file), (file), file, NULL)
WRAPPED(int, fchmod, (int file, mode_t mode), (file, mode), file, NULL)
WRAPPED(int, fchown, (int file, uid_t user, gid_t group), (file, user, group), file, NULL)
WRAPPED(int, fstat, (int file, struct stat *status), (file, status), file, NULL)
WRAPPED(int, stat, (const char *path, struct stat *status), (path, status), -1, path)
WRAPPED(int, lstat, (const char *path, struct stat *status), (path, status), -1, path)
WRAPPED(int, fstatat, (int folder, const char *path, struct stat *status, int flags),
        (folder, path, status, flags), -1, path)
WRAPPED(int, access, (const char *path, int mode), (path, mode), -1, path)
WRAPPED(int, rename, (const char *old, const char *new), (old, new), -1, new)
WRAPPED(int, unlink, (const char *path), (path), -1, path)
WRAPPED(ssize_t, readlink, (const char *path, char *text, size_t size), (path, text, size), -1,
        path)

/* A descriptor's third parameter is a number or an address: both pass as a long. */
int fcntl(int file, int command, ...) {
  static atomic_int count;
  va_list rest;
  va_start(rest, command);
  long argument = va_arg(rest, long);
  va_end(rest);
  if (isChosen("fcntl", &count, file, NULL, HERE)) return -1;
  return NEXT(fcntl)(file, command, argument);
}

/* The permissions are there only where a file may be made. */
#define OPENED(name)                                            \
  int name(const char *path, int flags, ...) {                  \
    static atomic_int count;                                    \
    va_list rest;                                               \
    va_start(rest, flags);                                      \
    mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;   \
    va_end(rest);                                               \
    if (isChosen("open", &count, -1, path, HERE)) return -1;    \
    return NEXT(name)(path, flags, mode);                       \
  }

OPENED(open)
OPENED(open64)

ssize_t read(int file, void *bytes, size_t size) {
  static atomic_int count;
  bool chosen = isChosen("read", &count, file, NULL, HERE);
  if (chosen && !fault.half) return -1;
  return NEXT(read)(file, bytes, chosen ? (size + 1) / 2 : size);
}

ssize_t write(int file, const void *bytes, size_t size) {
  static atomic_int count;
  bool chosen = isChosen("write", &count, file, NULL, HERE);
  if (chosen && !fault.half) return -1;
  if (chosen) size = (size + 1) / 2;
  if (begun && fault.disk >= 0 && file > STDERR_FILENO) {
    long room = fault.disk - atomic_fetch_add(&onDisk, (long)size);
    if (room <= 0) {
      errno = ENOSPC;
      return -1;
    }
    if ((long)size > room) size = (size_t)room;
  }
  return NEXT(write)(file, bytes, size);
}

/* Returns its error. */
int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*start)(void *),
                   void *argument) {
  static atomic_int count;
  if (isChosen("pthread_create", &count, -1, "", NULL)) return errno;
  return NEXT(pthread_create)(thread, attributes, start, argument);
}

/* Looks out for the beginning. */
sighandler_t signal(int number, sighandler_t handler) {
  if (number == SIGPIPE && !begun) begin();
  return NEXT(signal)(number, handler);
}
