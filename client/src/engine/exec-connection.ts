/** A program inside a container behind a hijacked connection: bytes go both ways on what was an HTTP call. */
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { fieldsOf, numberOf } from './json-value.ts';
import { outputIn } from './output-frames.ts';
import type { ExecSession, OutputChunk } from './streams.ts';

export interface ExecCalls {
  resize(columns: number, rows: number): Promise<unknown>;
  /** Undefined where the engine does not know. */
  exitCode(): Promise<number | 'running' | undefined>;
  /** Turns what a broken connection says into an EngineError. */
  failure(error: unknown): Error;
}

/** Of the engine's description of an exec. */
export function execExitCode(body: unknown): number | 'running' | undefined {
  const { Running, ExitCode } = fieldsOf(body);
  return Running === true ? 'running' : numberOf(ExitCode);
}

/** Milliseconds between questions for an exit code: an engine under load notes the end of a program after that of its output. */
const patience = [10, 20, 50, 100, 200, 400, 800];

async function settledExitCode(ask: ExecCalls['exitCode']): Promise<number | undefined> {
  for (const milliseconds of patience) {
    const code = await ask();
    if (code !== 'running') {
      return code;
    }
    await pause(milliseconds);
  }
  const code = await ask();
  return code === 'running' ? undefined : code;
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
    exitCode: () => settledExitCode(calls.exitCode),
    close: () => {
      closed = true;
      connection.destroy();
    },
  };
}
