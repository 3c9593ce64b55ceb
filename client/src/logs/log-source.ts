/** Follows the log of one container over its restarts and those of its engine, without losing or repeating a line. */
import { Backoff } from '../engine/backoff.ts';
import { pause, type Clock } from '../engine/clock.ts';
import type { Engine } from '../engine/engine.ts';
import { EngineError, isConnectionError } from '../engine/errors.ts';
import type { LogQuery, OutputStream } from '../engine/streams.ts';
import type { LogLine } from './log-lines.ts';
import { LogReading } from './log-reading.ts';

export interface SourceOptions {
  readonly engine: Engine;
  readonly id: string;
  readonly query: Omit<LogQuery, 'tty' | 'timestamps'>;
  readonly signal: AbortSignal;
  readonly clock: Clock;
  /** Resolves when more can be taken. */
  readonly onLine: (line: LogLine, stream: OutputStream) => Promise<void> | undefined;
  /** What happened to the container, in words: `ended with exit code 1`. */
  readonly onTurn: (what: string) => void;
}

/** Milliseconds between two questions to an engine that is away, wherever it is. */
const pauses = { first: 200, ceiling: 5_000 };
/** A connection that lasted so many milliseconds was a good one: the next loss starts from the shortest pause. */
const goodConnection = 10_000;

/** Ends when the log is read, the container gone, or the signal aborts; throws an EngineError where the engine fails. Followed, it waits for an engine that was there. */
export async function readSource(options: SourceOptions): Promise<void> {
  const { query, signal, clock, onTurn } = options;
  const reading = new LogReading(options);
  const backoff = new Backoff(clock.random, pauses);
  let reachedAt: number | undefined;
  let lost = false;
  const reached = () => {
    reachedAt = clock.now();
    if (lost) {
      lost = false;
      onTurn('is reached again');
    }
  };
  for (;;) {
    try {
      await reading.read(reached);
      return;
    } catch (error) {
      if (error instanceof EngineError && error.reason === 'not-found') {
        onTurn('was removed');
        return;
      }
      if (!query.follow || signal.aborted || reachedAt === undefined || !isConnectionError(error) || (!lost && !isLoss(error))) {
        throw error;
      }
      if (!lost) {
        lost = true;
        onTurn(`lost the connection to its engine. ${error.message} The log goes on when the engine is back.`);
        if (clock.now() - reachedAt >= goodConnection) {
          backoff.reset();
        }
      }
      await pause(clock, backoff.next(), signal);
    }
  }
}

/** Whether the engine may come back by itself. What makes no sense to us will not make more of it. */
function isLoss({ reason }: EngineError): boolean {
  return reason === 'unreachable' || reason === 'timed-out' || reason === 'ssh';
}
