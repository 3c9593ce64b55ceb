/** Podman tells signals by their number on Linux, Docker by the word that was written: people read names. */

const names = 'HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS'.split(' ');

/** `SIGTERM` of `15`, `SIGTERM`, and nothing; other words are left as they are. */
export function signalName(signal: string): string {
  if (signal === '') {
    return 'SIGTERM';
  }
  const name = /^\d+$/.test(signal) ? names[Number(signal) - 1] : undefined;
  return name === undefined ? signal : `SIG${name}`;
}
