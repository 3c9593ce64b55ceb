/** What each signal is for and what a process without a handler does on it. */
import { signals } from '../../generated/cli.ts';

export interface SignalFacts {
  /** Without `SIG`. */
  readonly name: string;
  readonly number: number;
  readonly meaning: string;
  /** What happens when the process does not handle it. */
  readonly byDefault: 'ends' | 'ends with a core dump' | 'is ignored' | 'stops' | 'continues';
  readonly catchable: boolean;
}

type Described = readonly [meaning: string, byDefault: SignalFacts['byDefault']];

const described: Readonly<Record<string, Described>> = {
  HUP: ['Reload the configuration, by convention: nginx, HAProxy and many daemons reread their files', 'ends'],
  INT: ['What Ctrl-C sends', 'ends'],
  QUIT: ['Finish and leave: nginx and PHP-FPM answer open requests first', 'ends with a core dump'],
  ILL: ['The processor met an instruction that it does not know', 'ends with a core dump'],
  TRAP: ['A breakpoint for a debugger', 'ends with a core dump'],
  ABRT: ['The program gave up by itself', 'ends with a core dump'],
  IOT: ['Another name of ABRT', 'ends with a core dump'],
  BUS: ['Memory was accessed in a way that the machine cannot serve', 'ends with a core dump'],
  FPE: ['A division by zero or the like', 'ends with a core dump'],
  KILL: ['Ends the process at once, without any clean-up', 'ends'],
  USR1: ['Whatever the program makes of it: nginx and Apache reopen logs or restart gracefully', 'ends'],
  SEGV: ['Memory was accessed that is not there', 'ends with a core dump'],
  USR2: ['Whatever the program makes of it: nginx starts a new binary', 'ends'],
  PIPE: ['Nobody reads the pipe any more', 'ends'],
  ALRM: ['A timer ran out', 'ends'],
  TERM: ['The polite request to end, and what `docker stop` sends first', 'ends'],
  STKFLT: ['Unused', 'ends'],
  CHLD: ['A child process ended', 'is ignored'],
  CLD: ['Another name of CHLD', 'is ignored'],
  CONT: ['Go on after STOP', 'continues'],
  STOP: ['Freezes the process', 'stops'],
  TSTP: ['What Ctrl-Z sends', 'stops'],
  TTIN: ['A background process read from the terminal', 'stops'],
  TTOU: ['A background process wrote to the terminal', 'stops'],
  URG: ['Urgent data on a socket', 'is ignored'],
  XCPU: ['Too much processor time used', 'ends with a core dump'],
  XFSZ: ['A file grew too large', 'ends with a core dump'],
  VTALRM: ['A timer of processor time ran out', 'ends'],
  PROF: ['A profiling timer ran out', 'ends'],
  WINCH: ['The terminal changed its size; Apache takes it as the request to end gracefully', 'is ignored'],
  IO: ['Input or output is possible', 'ends'],
  POLL: ['Another name of IO', 'ends'],
  PWR: ['The power fails', 'ends'],
  SYS: ['A forbidden system call', 'ends with a core dump'],
};

const realTime: Described = ['A real-time signal without a fixed meaning; systemd as process 1 shuts down on RTMIN+3', 'ends'];

export const signalFacts: readonly SignalFacts[] = signals.names.map(({ name, number }) => {
  const [meaning, byDefault] = described[name] ?? realTime;
  return { name, number, meaning, byDefault, catchable: name !== 'KILL' && name !== 'STOP' };
});

/** The signals that people send to containers, most useful first. */
export const usualSignals = ['TERM', 'INT', 'QUIT', 'HUP', 'USR1', 'USR2', 'WINCH', 'KILL', 'STOP', 'CONT', 'RTMIN+3'] as const;
