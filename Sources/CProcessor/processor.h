#ifndef LRSCHED_PROCESSOR_H
#define LRSCHED_PROCESSOR_H

#include <stdio.h>
#include <stdlib.h>

// Whether this build has an instruction that multiplies and adds with one rounding.
#if defined(__FMA__) || defined(__ARM_FEATURE_FMA)
#define LRSCHED_HAS_FMA 1
#else
#define LRSCHED_HAS_FMA 0
#endif

// Which instruction sets this build was made for, and whether the processor has them. Everything is
// decided from the compiler's own macros, so the check follows LRSCHED_MARCH by itself.

// These functions run where the instructions are missing that all others may use.
#if defined(__x86_64__)
#define LRSCHED_FOR_ANY_PROCESSOR \
  __attribute__((noinline, target("no-avx,no-bmi,no-bmi2,no-lzcnt,no-movbe")))
#else
#define LRSCHED_FOR_ANY_PROCESSOR
#endif

/// The name of the first instruction set that this build needs and the processor lacks, else NULL.
LRSCHED_FOR_ANY_PROCESSOR
static inline const char *lrsched_missing_instruction_set(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
#if defined(__SSE4_2__)
  if (!__builtin_cpu_supports("sse4.2")) return "SSE4.2";
#endif
#if defined(__AVX__)
  if (!__builtin_cpu_supports("avx")) return "AVX";
#endif
#if defined(__FMA__)
  if (!__builtin_cpu_supports("fma")) return "FMA";
#endif
#if defined(__AVX2__)
  if (!__builtin_cpu_supports("avx2")) return "AVX2";
#endif
#if defined(__BMI__)
  if (!__builtin_cpu_supports("bmi")) return "BMI";
#endif
#if defined(__LZCNT__)
  if (!__builtin_cpu_supports("lzcnt")) return "LZCNT";
#endif
#if defined(__BMI2__)
  if (!__builtin_cpu_supports("bmi2")) return "BMI2";
#endif
#if defined(__AVX512F__)
  if (!__builtin_cpu_supports("avx512f")) return "AVX-512F";
#endif
#if defined(__AVX512VL__)
  if (!__builtin_cpu_supports("avx512vl")) return "AVX-512VL";
#endif
#if defined(__AVX512BW__)
  if (!__builtin_cpu_supports("avx512bw")) return "AVX-512BW";
#endif
#if defined(__AVX512DQ__)
  if (!__builtin_cpu_supports("avx512dq")) return "AVX-512DQ";
#endif
#endif
  return 0;
}

/// Ends the program with exit code 2, and says why, where the processor lacks what this build needs.
LRSCHED_FOR_ANY_PROCESSOR
static inline void lrsched_require_processor(void) {
  const char *missing = lrsched_missing_instruction_set();
  if (!missing) return;
  fprintf(stderr,
          "lrsched: error: this program was built for a processor with %s, which this one lacks;"
          " build it with LRSCHED_MARCH= for any processor\n",
          missing);
  fflush(stderr);
  _Exit(2);
}

#endif
