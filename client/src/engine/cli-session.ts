/** A program inside a container behind a docker CLI that was started for it, without a terminal: its two outputs stay apart. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { CliProgram } from './docker-cli.ts';
import { EngineError } from './errors.ts';
import type { ExecSession, OutputChunk, OutputStream } from './streams.ts';

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** Names of variables are the same to Windows whatever their case, and it would be chance which of two counts. */
function environmentWith(changes: CliProgram['environment']): NodeJS.ProcessEnv {
  const key = (name: string) => (process.platform === 'win32' ? name.toLowerCase() : name);
  const changed = new Set(Object.keys(changes).map(key));
  const kept = Object.entries(process.env).filter(([name]) => !changed.has(key(name)));
  return Object.fromEntries([...kept, ...Object.entries(changes).filter(([, value]) => value !== null)]) as NodeJS.ProcessEnv;
}

/** The pieces of both streams as they come, read no faster than whoever asks. */
async function* outputOf(child: Child): AsyncGenerator<OutputChunk> {
  const sources = { stdout: child.stdout.iterator() as AsyncIterator<Buffer>, stderr: child.stderr.iterator() as AsyncIterator<Buffer> };
  const next = (stream: OutputStream) => {
    const piece = sources[stream].next().then((result) => ({ stream, result }));
    // Whoever stops in between leaves one unasked for, and that one breaks when the streams are closed.
    piece.catch(() => undefined);
    return piece;
  };
  const pending = new Map<OutputStream, ReturnType<typeof next>>([['stdout', next('stdout')], ['stderr', next('stderr')]]);
  while (pending.size > 0) {
    const { stream, result } = await Promise.race(pending.values());
    pending.delete(stream);
    if (result.done !== true) {
      // Behind the other one, so that a stream without end does not hide it.
      pending.set(stream, next(stream));
      yield { stream, data: result.value, begins: false };
    }
  }
}

/** `signal` ends the CLI. */
export function cliSession({ program, args, environment }: CliProgram, signal: AbortSignal): ExecSession {
  const child = spawn(program, args, { env: environmentWith(environment), stdio: 'pipe', windowsHide: true });
  let failure: Error | undefined;
  const ended = new Promise<number | undefined>((resolve) => {
    child.once('exit', (code) => resolve(code ?? undefined));
    child.once('error', (error) => {
      failure = error;
      resolve(undefined);
    });
  });
  // Input that nobody reads any more is dropped.
  child.stdin.on('error', () => undefined);
  let closed = false;
  // It has nothing to tidy up, and some that are asked politely wait for the program inside.
  const end = () => void child.kill('SIGKILL');
  signal.addEventListener('abort', end, { once: true });
  void ended.then(() => signal.removeEventListener('abort', end));
  if (signal.aborted) {
    end();
  }
  async function* output(): AsyncGenerator<OutputChunk> {
    try {
      yield* outputOf(child);
      await ended;
    } catch (error) {
      failure ??= error instanceof Error ? error : new Error(String(error));
    }
    if (closed) {
      return;
    }
    if (signal.aborted) {
      throw new EngineError('aborted', 'Gantry stopped waiting for the program.');
    }
    if (failure !== undefined) {
      throw new EngineError('misconfigured', 'The docker CLI could not be used.', failure.message);
    }
  }
  return {
    output: output(),
    write: (data) =>
      new Promise((resolve) => {
        if (closed || child.stdin.writableEnded || child.stdin.destroyed) {
          resolve();
          return;
        }
        child.stdin.write(data, () => resolve());
      }),
    endInput: () => void child.stdin.end(),
    // It has no terminal.
    resize: () => Promise.resolve(),
    exitCode: () => ended,
    close: () => {
      closed = true;
      end();
      [child.stdin, child.stdout, child.stderr].forEach((stream) => stream.destroy());
    },
  };
}
