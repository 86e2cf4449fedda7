#ifndef LRSCHED_THREADS_H
#define LRSCHED_THREADS_H

#include <pthread.h>

// POSIX threads, which each system declares to Swift in another way.

/// A thread that was started.
typedef struct {
  pthread_t handle;
} lrsched_thread;

/// Calls a function with a context on a new thread; 0, or the error that kept it from starting.
static inline int lrsched_thread_start(
    lrsched_thread *_Nonnull thread, void *_Nullable (*_Nonnull function)(void *_Nonnull),
    void *_Nonnull context) {
  return pthread_create(&thread->handle, 0, (void *(*)(void *))function, context);
}

/// Waits until a thread has ended.
static inline void lrsched_thread_join(lrsched_thread thread) { pthread_join(thread.handle, 0); }

#endif
