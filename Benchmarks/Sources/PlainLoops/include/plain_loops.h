// The formulas of some schedules as one writes them in C, with a call of the C library for each value.
//
// Each writes the rates of the steps first, first + 1, .. to out; the constants are those of the
// formula in docs/formulas.md, and the operations come in its order.
#pragma once

#include <stddef.h>

/// base * max(0, minimum + (1 - minimum) * (1 + cos(pi * min(1, (t - start) / length))) / 2)
void plain_cosine(
    double base, double minimum, double start, double length, size_t first, size_t count,
    double *out);

/// The same with the angle pi * (t - start) / length, which swings on.
void plain_swing(
    double base, double minimum, double start, double length, size_t first, size_t count,
    double *out);

/// low + delta * (inverse * log(t))
void plain_logarithm(
    double low, double delta, double inverse, size_t first, size_t count, double *out);

/// low + delta * ((t - 1) / length)
void plain_line(double low, double delta, double length, size_t first, size_t count, double *out);

/// low + delta * scale; x = 1 + t / total - floor(1 + t / total), scale = x / ratio up to ratio, else
/// (x - 1) / (ratio - 1)
void plain_cycle(
    double low, double delta, double total, double ratio, size_t first, size_t count, double *out);

/// low + delta * max(0, (total - (t - 1)) / length)
void plain_decay(
    double low, double delta, double total, double length, size_t first, size_t count,
    double *out);

/// low * (1 + rate * (t / size))
void plain_growth(
    double low, double rate, double size, size_t first, size_t count, double *out);

// The recurrences of PyTorch's step(): each value follows from the last one, which value holds from one call to
// the next; steps come in order from 0 on.

/// base, then the last value * gamma
void plain_exponential_recurrence(
    double base, double gamma, size_t first, size_t count, double *out, double *value);

/// base, then the last value * gamma every size steps
void plain_step_recurrence(
    double base, double gamma, size_t size, size_t first, size_t count, double *out,
    double *value);

/// base * start, then the last value * (1 + (end - start) / (total * start + (t - 1) * (end - start)))
void plain_linear_recurrence(
    double base, double start, double end, double total, size_t first, size_t count, double *out,
    double *value);

/// base, then the last value * ((1 - t / total) / (1 - (t - 1) / total)) ^ power
void plain_polynomial_recurrence(
    double base, double total, double power, size_t first, size_t count, double *out,
    double *value);

/// base, then (1 + cos(pi * t / half)) / (1 + cos(pi * (t - 1) / half)) * (the last value - minimum) + minimum
void plain_cosine_recurrence(
    double base, double minimum, size_t half, size_t first, size_t count, double *out,
    double *value);
