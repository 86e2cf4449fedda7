#ifndef LRSCHED_CYAML_SHIM_H
#define LRSCHED_CYAML_SHIM_H

#include <yaml.h>

#endif
