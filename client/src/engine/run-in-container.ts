/** Runs a program of the container for Gantry's own use, such as `find` and `mv`: its output in memory, bounded. */
import type { ApiClient } from './api-client.ts';
import { notSent, usualArchiveLimits } from './archive-stream.ts';
import type { CallOptions } from './engine.ts';
import { fieldsOf, numberOf, textOf } from './json-value.ts';

export interface ToolRunner {
  /** Runs the program itself, with no shell in between. Refused unless the container runs. */
  runTool(id: string, argv: readonly string[], tool?: ToolOptions, options?: CallOptions): Promise<ToolResult>;
}

export interface ToolOptions {
  /** Absent: the container's own user. */
  readonly user?: string;
  /** Bytes of output after which the connection is given up. */
  readonly limit?: number;
}

export interface ToolResult {
  /** 126 and 127 when the program cannot be started; undefined when the output was cut off. */
  readonly exitCode: number | undefined;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
}

const usualLimit = 8 * 1024 * 1024;
const headerLength = 8;

export async function runTool(client: ApiClient, id: string, argv: readonly string[], { user, limit = usualLimit }: ToolOptions, { signal }: CallOptions): Promise<ToolResult> {
  const create = { Cmd: [...argv], AttachStdout: true, AttachStderr: true, Tty: false, ...(user !== undefined && { User: user }) };
  const { body } = await client.call({ method: 'POST', path: `/containers/${encodeURIComponent(id)}/exec`, body: create, signal });
  const exec = encodeURIComponent(textOf(fieldsOf(body)['Id']));
  const response = await client.stream({ method: 'POST', path: `/exec/${exec}/start`, body: { Detach: false, Tty: false }, signal });
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of notSent(response, usualArchiveLimits.stall)) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > limit) {
      break;
    }
  }
  const output = separated(Buffer.concat(chunks));
  if (size > limit) {
    return { exitCode: undefined, ...output };
  }
  const inspected = await client.call({ path: `/exec/${exec}/json`, signal });
  return { exitCode: numberOf(fieldsOf(inspected.body)['ExitCode']), ...output };
}

/** Frames have a header of eight bytes: which stream, and how long. */
function separated(log: Buffer): { readonly stdout: Buffer; readonly stderr: Buffer } {
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  for (let at = 0; at + headerLength <= log.length; ) {
    const end = at + headerLength + log.readUInt32BE(at + 4);
    (log[at] === 2 ? stderr : stdout).push(log.subarray(at + headerLength, end));
    at = end;
  }
  return { stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr) };
}
