/** A program inside a container behind a hijacked connection: bytes go both ways on what was an HTTP call. */
import type { Duplex } from 'node:stream';
import { outputIn } from './output-frames.ts';
import type { ExecSession, OutputChunk } from './streams.ts';

export interface ExecCalls {
  resize(columns: number, rows: number): Promise<unknown>;
  exitCode(): Promise<number | undefined>;
  /** Turns what a broken connection says into an EngineError. */
  failure(error: unknown): Error;
}

export function execSession(connection: Duplex, tty: boolean, calls: ExecCalls): ExecSession {
  let closed = false;
  // A connection that breaks while nobody reads must not bring the process down; whoever reads is told.
  connection.on('error', () => undefined);
  async function* output(): AsyncGenerator<OutputChunk> {
    try {
      yield* outputIn(connection as AsyncIterable<Buffer>, tty);
    } catch (error) {
      if (!closed) {
        throw calls.failure(error);
      }
    }
  }
  return {
    output: output(),
    write: (data) =>
      new Promise((resolve) => {
        if (closed || connection.writableEnded) {
          resolve();
          return;
        }
        // A broken connection shows in the output.
        connection.write(data, () => resolve());
      }),
    endInput: () => {
      if (!closed) {
        connection.end();
      }
    },
    resize: async (columns, rows) => {
      if (!closed && columns > 0 && rows > 0) {
        await calls.resize(columns, rows);
      }
    },
    exitCode: () => calls.exitCode(),
    close: () => {
      closed = true;
      connection.destroy();
    },
  };
}
