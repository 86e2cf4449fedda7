#include "plain_loops.h"

#include <math.h>

void plain_cosine(
    double base, double minimum, double start, double length, size_t first, size_t count,
    double *out) {
  for (size_t i = 0; i < count; i++) {
    double part = ((double)(first + i) - start) / length;
    double progress = part < 1 ? part : 1;
    double ratio = minimum + (1 - minimum) * ((1 + cos(M_PI * progress)) / 2);
    out[i] = base * (ratio > 0 ? ratio : 0);
  }
}

void plain_swing(
    double base, double minimum, double start, double length, size_t first, size_t count,
    double *out) {
  for (size_t i = 0; i < count; i++) {
    double angle = M_PI * ((double)(first + i) - start) / length;
    double ratio = minimum + (1 - minimum) * ((1 + cos(angle)) / 2);
    out[i] = base * (ratio > 0 ? ratio : 0);
  }
}

void plain_logarithm(
    double low, double delta, double inverse, size_t first, size_t count, double *out) {
  for (size_t i = 0; i < count; i++) {
    out[i] = low + delta * (inverse * log((double)(first + i)));
  }
}

void plain_line(double low, double delta, double length, size_t first, size_t count, double *out) {
  for (size_t i = 0; i < count; i++) {
    out[i] = low + delta * (((double)(first + i) - 1) / length);
  }
}

void plain_cycle(
    double low, double delta, double total, double ratio, size_t first, size_t count,
    double *out) {
  for (size_t i = 0; i < count; i++) {
    double turns = 1 + (double)(first + i) / total;
    double x = turns - floor(turns);
    double scale = x <= ratio ? x / ratio : (x - 1) / (ratio - 1);
    out[i] = low + delta * scale;
  }
}

void plain_decay(
    double low, double delta, double total, double length, size_t first, size_t count,
    double *out) {
  for (size_t i = 0; i < count; i++) {
    double rest = (total - ((double)(first + i) - 1)) / length;
    out[i] = low + delta * (rest > 0 ? rest : 0);
  }
}

void plain_growth(
    double low, double rate, double size, size_t first, size_t count, double *out) {
  for (size_t i = 0; i < count; i++) {
    out[i] = low * (1 + rate * ((double)(first + i) / size));
  }
}

void plain_exponential_recurrence(
    double base, double gamma, size_t first, size_t count, double *out, double *value) {
  double rate = first == 0 ? base : *value;
  for (size_t i = 0; i < count; i++) {
    if (first + i > 0) rate = rate * gamma;
    out[i] = rate;
  }
  *value = rate;
}

void plain_step_recurrence(
    double base, double gamma, size_t size, size_t first, size_t count, double *out,
    double *value) {
  double rate = first == 0 ? base : *value;
  for (size_t i = 0; i < count; i++) {
    if (first + i > 0 && (first + i) % size == 0) rate = rate * gamma;
    out[i] = rate;
  }
  *value = rate;
}

void plain_linear_recurrence(
    double base, double start, double end, double total, size_t first, size_t count, double *out,
    double *value) {
  double rate = first == 0 ? base * start : *value;
  double delta = end - start;
  for (size_t i = 0; i < count; i++) {
    double t = (double)(first + i);
    if (first + i > 0 && t <= total) {
      rate = rate * (1 + delta / (total * start + (t - 1) * delta));
    }
    out[i] = rate;
  }
  *value = rate;
}

void plain_polynomial_recurrence(
    double base, double total, double power, size_t first, size_t count, double *out,
    double *value) {
  double rate = first == 0 ? base : *value;
  for (size_t i = 0; i < count; i++) {
    double t = (double)(first + i);
    if (first + i > 0 && t <= total) {
      rate = rate * pow((1 - t / total) / (1 - (t - 1) / total), power);
    }
    out[i] = rate;
  }
  *value = rate;
}

void plain_cosine_recurrence(
    double base, double minimum, size_t half, size_t first, size_t count, double *out,
    double *value) {
  double rate = first == 0 ? base : *value;
  double length = (double)half;
  double rise = (base - minimum) * (1 - cos(M_PI / length)) / 2;
  // One cosine a step: the height is the next step's divisor.
  double last = first == 0 ? 2 : 1 + cos(M_PI * (double)(first - 1) / length);
  for (size_t i = 0; i < count; i++) {
    size_t t = first + i;
    double height = 1 + cos(M_PI * (double)t / length);
    if (t > half && (t - 1 - half) % (2 * half) == 0) {
      rate = rate + rise;
    } else if (t > 0) {
      rate = height / last * (rate - minimum) + minimum;
    }
    last = height;
    out[i] = rate;
  }
  *value = rate;
}
