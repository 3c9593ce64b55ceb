/** Tells programs that read a command line as a POSIX shell does, with `-c` in front of it. */

/** By name or by path. */
export const shellProgram = /^(?:.*\/)?(?:ba|da|z|k|a)?sh$/;
