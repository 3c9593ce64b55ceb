/** Programs that tests start beside themselves, with what they say, and an end that is waited for. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Started {
  readonly child: ChildProcess;
  /** All that it said so far. */
  output(): string;
  /** Ends it by SIGTERM, or by SIGKILL when that does not help; resolves when it is gone. */
  stop(): Promise<void>;
}

const running = new Set<ChildProcess>();

// A test process that ends early leaves no engine behind.
process.once('exit', () => running.forEach((child) => child.kill()));

/** Milliseconds until an unwilling program is killed. */
const patience = 30_000;

export function start(program: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): Started {
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let said = '';
  const listen = (chunk: Buffer) => {
    said = (said + chunk.toString('utf8')).slice(-20_000);
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const gone = new Promise<void>((resolve) => {
    // What it started may keep its pipes open for ever, so their end is not waited for.
    child.once('exit', () => {
      running.delete(child);
      child.stdout.destroy();
      child.stderr.destroy();
      resolve();
    });
    child.once('error', (error) => {
      said += String(error);
      resolve();
    });
  });
  return {
    child,
    output: () => said,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGCONT');
        child.kill('SIGTERM');
      }
      const killer = setTimeout(() => child.kill('SIGKILL'), patience);
      await gone;
      clearTimeout(killer);
    },
  };
}

/** Asks until the answer is yes; what the program said is part of the failure. */
export async function until(what: string, isTrue: () => Promise<boolean> | boolean, program?: Started, limit = 30_000): Promise<void> {
  for (const end = Date.now() + limit; !(await isTrue()); ) {
    const ended = program !== undefined && (program.child.exitCode !== null || program.child.signalCode !== null);
    if (ended || Date.now() > end) {
      throw new Error(`${what} did not happen${ended ? ', the program ended' : ''}.\n${program?.output() ?? ''}`);
    }
    await sleep(50);
  }
}

/** Stops the process with all of its threads: the signal alone returns before those that run have heard of it. */
export async function freeze(pid: number): Promise<void> {
  process.kill(pid, 'SIGSTOP');
  const isStopped = (task: string) => {
    try {
      return /\) T /.test(readFileSync(`/proc/${pid}/task/${task}/stat`, 'utf8'));
    } catch {
      // A thread that has ended does nothing any more.
      return true;
    }
  };
  await until(`the stop of process ${pid}`, () => readdirSync(`/proc/${pid}/task`).every(isStopped));
}
