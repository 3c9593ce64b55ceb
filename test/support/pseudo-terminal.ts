/** A terminal as an editor opens one on a program of this machine: python's pseudo terminal, with sizes, typing and an exit code. */
import { spawn, spawnSync } from 'node:child_process';
import type { Writable } from 'node:stream';
import type { TerminalProgram } from '../../client/src/containers/terminal-session.ts';
import { until } from './engines/process.ts';

/** Words: columns, rows, then the program and its arguments. Standard input is typed; lines of descriptor 3 are sizes. */
const script = `
import fcntl, os, pty, select, struct, sys, termios
columns, rows, *words = sys.argv[1:]
pid, master = pty.fork()
if pid == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack('HHHH', int(rows), int(columns), 0, 0))
    os.execve(words[0], words, os.environ)
sources = [master, 0, 3]
while master in sources:
    for ready in select.select(sources, [], [])[0]:
        try:
            data = os.read(ready, 65536)
        except OSError:
            data = b''
        if data == b'':
            sources.remove(ready)
        elif ready == 3:
            columns, rows = data.split()[-2:]
            fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack('HHHH', int(rows), int(columns), 0, 0))
        else:
            os.write(1 if ready == master else master, data)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) & 255)
`;

/** Why there is none here; undefined where there is. */
export function missingTerminal(): string | undefined {
  return spawnSync('python3', ['-c', 'import pty']).status === 0 ? undefined : 'python3 is not installed';
}

export interface Terminal {
  shown(): string;
  type(text: string): void;
  resize(columns: number, rows: number): void;
  /** What the program exits with. */
  readonly ended: Promise<number | null>;
  until(pattern: RegExp): Promise<void>;
  /** A shell in it says so: the CLI tells the engine by a call of its own. */
  hasSize(columns: number, rows: number): Promise<void>;
  /** The same after a change. What the CLI attaches to it makes larger by one first, and at times leaves it so until the next change. */
  takesSize(columns: number, rows: number): Promise<void>;
  /** As when a user closes it: the program is hung up on. */
  close(): void;
}

export function openPseudoTerminal({ program, args, environment, closed }: Pick<TerminalProgram, 'program' | 'args' | 'environment' | 'closed'>, columns = 80, rows = 24): Terminal {
  const env = Object.fromEntries(Object.entries({ ...process.env, ...environment }).filter(([, value]) => value !== null)) as NodeJS.ProcessEnv;
  const child = spawn('python3', ['-c', script, String(columns), String(rows), program, ...args], { env, stdio: ['pipe', 'pipe', 'inherit', 'pipe'] });
  let shown = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      closed?.();
      resolve(code);
    });
  });
  const seen = async (what: string, isTrue: () => boolean) => {
    try {
      await until(what, isTrue);
    } catch (error) {
      throw new Error(`${what}: the terminal shows ${JSON.stringify(shown.slice(-2000))}`, { cause: error });
    }
  };
  const resize = (wide: number, high: number) => void (child.stdio[3] as Writable).write(`${wide} ${high}\n`);
  const hasSize = (wide: number, high: number) => {
    child.stdin?.write('stty size\r');
    return shown.includes(`${high} ${wide}`);
  };
  return {
    ended,
    shown: () => shown,
    type: (text) => void child.stdin?.write(text),
    resize,
    until: async (pattern) => seen(String(pattern), () => pattern.test(shown)),
    hasSize: async (wide, high) => seen(`${wide} columns and ${high} rows`, () => hasSize(wide, high)),
    takesSize: async (wide, high) => {
      let changes = 0;
      await seen(`${wide} columns and ${high} rows`, () => {
        resize(wide, high + (changes++ % 2));
        return hasSize(wide, high);
      });
    },
    close: () => void child.kill('SIGKILL'),
  };
}
