/* Nothing is called by name here: see ../faults.c. */
