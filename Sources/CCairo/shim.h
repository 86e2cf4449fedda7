#ifndef LRSCHED_CCAIRO_SHIM_H
#define LRSCHED_CCAIRO_SHIM_H

#include <cairo-pdf.h>
#include <cairo.h>

#endif
