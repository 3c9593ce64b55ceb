/** Runs one command inside a container and keeps what it wrote, within bounds. */
import type { Engine } from '../engine/engine.ts';
import type { ExecOptions } from '../engine/streams.ts';
import { lostConnection, mayStillRun } from './lost-connection.ts';

/** Bytes of output that are kept. */
const most = 4 * 1024 * 1024;

export interface RunResult {
  readonly exitCode: number | undefined;
  /** Both streams in the order in which they came. */
  readonly output: string;
  readonly isCut: boolean;
  /** Why nobody knows how it ended. */
  readonly problem?: string;
}

/** Fails where the command cannot be started; what it wrote is kept whatever happens then. */
export async function runOnce(engine: Engine, id: string, exec: Omit<ExecOptions, 'tty'>, signal: AbortSignal): Promise<RunResult> {
  const session = await engine.exec(id, { ...exec, tty: false, noInput: true }, { signal });
  const chunks: Buffer[] = [];
  const output = () => Buffer.concat(chunks).toString('utf8');
  let size = 0;
  try {
    for await (const { data } of session.output) {
      size += data.length;
      if (size > most) {
        chunks.push(data.subarray(0, data.length - (size - most)));
        return { exitCode: undefined, output: output(), isCut: true };
      }
      chunks.push(data);
    }
    return { exitCode: await session.exitCode(), output: output(), isCut: false };
  } catch (error) {
    const problem = signal.aborted ? `Gantry stopped waiting for it. ${mayStillRun}` : lostConnection(error);
    if (problem === undefined) {
      throw error;
    }
    return { exitCode: undefined, output: output(), isCut: false, problem };
  } finally {
    session.close();
  }
}
