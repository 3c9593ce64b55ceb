/** Runs a program of the container for Gantry's own use, such as `find` and `mv`: its output as bytes, bounded in size and time. */
import type { CallOptions, Engine } from '../engine/engine.ts';
import { EngineError } from '../engine/errors.ts';

export interface ToolOptions {
  /** Absent: the container's own user. */
  readonly user?: string;
  /** Bytes of output after which the connection is given up. */
  readonly limit?: number;
  /** Milliseconds until the program has to be done. */
  readonly time?: number;
}

export interface ToolResult {
  /** 126 and 127 when the program cannot be started; undefined when the output was cut off. */
  readonly exitCode: number | undefined;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
}

const usualLimit = 8 * 1024 * 1024;
const usualTime = 60_000;

/** The program itself, with no shell in between. Refused unless the container runs. */
export async function runTool(engine: Engine, id: string, command: readonly string[], { user, limit = usualLimit, time = usualTime }: ToolOptions, { signal }: CallOptions): Promise<ToolResult> {
  const deadline = AbortSignal.timeout(time);
  const session = await engine.exec(id, { command, tty: false, noInput: true, ...(user !== undefined && { user }) }, { signal: signal === undefined ? deadline : AbortSignal.any([deadline, signal]) });
  const chunks: Record<'stdout' | 'stderr', Buffer[]> = { stdout: [], stderr: [] };
  const joined = () => ({ stdout: Buffer.concat(chunks.stdout), stderr: Buffer.concat(chunks.stderr) });
  let size = 0;
  try {
    for await (const { stream, data } of session.output) {
      chunks[stream].push(data);
      size += data.length;
      if (size > limit) {
        return { exitCode: undefined, ...joined() };
      }
    }
    return { exitCode: await session.exitCode(), ...joined() };
  } catch (error) {
    throw deadline.aborted ? new EngineError('timed-out', `The program ${command[0] ?? ''} in the container did not end within ${Math.round(time / 1000)} seconds.`) : error;
  } finally {
    session.close();
  }
}
