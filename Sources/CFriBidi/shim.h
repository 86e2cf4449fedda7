#ifndef LRSCHED_CFRIBIDI_SHIM_H
#define LRSCHED_CFRIBIDI_SHIM_H

#include <fribidi.h>

#endif
