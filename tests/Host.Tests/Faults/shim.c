/* Stands between a process and the system (LD_PRELOAD) and makes the disk and the clock misbehave as a control file says.
   GONGTUI_SHIM names that file (see struct control), GONGTUI_SHIM_FOLDER the files that are concerned. What is done to them after
   a fault began is noted in GONGTUI_SHIM.log, a line a call. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

struct control {
  int64_t clock_offset_ns;
  int32_t fsync_errno; /* 0: flushes work */
  int32_t write_errno; /* 0: writes work */
};

static volatile struct control *control;
static const char *folder;
static int notes = -1;

__attribute__((constructor)) static void begin(void) {
  const char *name = getenv("GONGTUI_SHIM");
  folder = getenv("GONGTUI_SHIM_FOLDER");
  if (!name || !folder) return;
  int file = open(name, O_RDONLY | O_CLOEXEC);
  if (file < 0) return;
  void *map = mmap(NULL, sizeof(struct control), PROT_READ, MAP_SHARED, file, 0);
  close(file);
  if (map == MAP_FAILED) return;
  char log[4096];
  snprintf(log, sizeof log, "%s.log", name);
  notes = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  control = map;
}

/* Whether the file is one of those concerned while a fault is on; the call is noted then. */
static int struck(const char *call, int fd) {
  if (!control || !(control->fsync_errno || control->write_errno)) return 0;
  int saved = errno;
  char link[64], path[4096], line[4400];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  int ours = length > 0 && (path[length] = 0, strncmp(path, folder, strlen(folder)) == 0);
  if (ours) {
    static ssize_t (*real)(int, const void *, size_t);
    if (!real) real = dlsym(RTLD_NEXT, "write");
    int size = snprintf(line, sizeof line, "%s %d %s\n", call, fd, path);
    real(notes, line, (size_t)size);
  }
  errno = saved;
  return ours;
}

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)
#define FAIL(code) do { int failed = (code); if (failed) { errno = failed; return -1; } } while (0)

int fsync(int fd) {
  REAL(fsync);
  if (struck("flush", fd)) FAIL(control->fsync_errno);
  return real(fd);
}

int fdatasync(int fd) {
  REAL(fdatasync);
  if (struck("flush", fd)) FAIL(control->fsync_errno);
  return real(fd);
}

ssize_t write(int fd, const void *bytes, size_t count) {
  REAL(write);
  if (struck("write", fd)) FAIL(control->write_errno);
  return real(fd, bytes, count);
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) {
  REAL(pwrite);
  if (struck("write", fd)) FAIL(control->write_errno);
  return real(fd, bytes, count, at);
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) {
  REAL(pwrite64);
  if (struck("write", fd)) FAIL(control->write_errno);
  return real(fd, bytes, count, at);
}

int clock_gettime(clockid_t clock, struct timespec *now) {
  REAL(clock_gettime);
  int answer = real(clock, now);
  if (answer == 0 && control && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) {
    int64_t ns = now->tv_nsec + control->clock_offset_ns % 1000000000;
    now->tv_sec += control->clock_offset_ns / 1000000000;
    if (ns < 0) ns += 1000000000, now->tv_sec--;
    if (ns >= 1000000000) ns -= 1000000000, now->tv_sec++;
    now->tv_nsec = ns;
  }
  return answer;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
  (void)zone;
  struct timespec time;
  int answer = clock_gettime(CLOCK_REALTIME, &time);
  now->tv_sec = time.tv_sec, now->tv_usec = time.tv_nsec / 1000;
  return answer;
}

time_t time(time_t *now) {
  struct timespec time;
  clock_gettime(CLOCK_REALTIME, &time);
  if (now) *now = time.tv_sec;
  return time.tv_sec;
}
