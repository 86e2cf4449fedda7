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
