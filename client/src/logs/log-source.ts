/** Follows the log of one container over its restarts, without losing or repeating a line. */
import type { Clock } from '../engine/clock.ts';
import type { Engine } from '../engine/engine.ts';
import { EngineError } from '../engine/errors.ts';
import type { LogQuery, OutputStream } from '../engine/streams.ts';
import { LogLines, type LogLine } from './log-lines.ts';

type Query = Omit<LogQuery, 'tty' | 'timestamps'>;

export interface SourceOptions {
  readonly engine: Engine;
  readonly id: string;
  readonly query: Query;
  readonly signal: AbortSignal;
  readonly clock: Clock;
  /** Resolves when more can be taken. */
  readonly onLine: (line: LogLine, stream: OutputStream) => Promise<void> | undefined;
  /** What happened to the container, in words: `ended with exit code 1`. */
  readonly onTurn: (what: string) => void;
}

/** Where one stream was left. The two are written by turns, and only within one of them are times in order. */
interface Mark {
  readonly time: string;
  /** Lines with this very time, of which engines with coarse clocks have many. */
  readonly count: number;
}

const start: Mark = { time: '', count: 0 };

/** Seconds since 1970 of the engine's own time, with all of its decimals. */
function secondsOf(time: string): string {
  const fraction = /\.(\d+)/.exec(time)?.[1] ?? '0';
  return `${Math.floor(Date.parse(time) / 1000)}.${fraction.padEnd(9, '0')}`;
}

/** Milliseconds of silence after the end of a container until its log counts as read. */
const silence = 300;

/** Ends when the log is read, the container gone, or the signal aborts; throws an EngineError where the engine fails. */
export async function readSource(options: SourceOptions): Promise<void> {
  try {
    await readAll(options);
  } catch (error) {
    if (!(error instanceof EngineError) || error.reason !== 'not-found') {
      throw error;
    }
    options.onTurn('was removed');
  }
}

async function readAll({ engine, id, query, signal, clock, onLine, onTurn }: SourceOptions): Promise<void> {
  const { tty, state, startedAt } = await engine.inspectContainer(id, { signal });
  const marks = { stdout: start, stderr: start };
  let heardAt = clock.now();
  const read = async (how: Query, until: AbortSignal) => {
    const lines = { stdout: new LogLines(), stderr: new LogLines() };
    const before = { ...marks };
    const repeated = { stdout: 0, stderr: 0 };
    const take = async (found: readonly LogLine[], stream: OutputStream) => {
      for (const line of found) {
        const old = before[stream];
        if (line.time < old.time || (line.time === old.time && ++repeated[stream] <= old.count)) {
          continue;
        }
        const { time, count } = marks[stream];
        marks[stream] = { time: line.time, count: line.time === time ? count + 1 : 1 };
        await onLine(line, stream);
      }
    };
    for await (const { stream, data, begins } of engine.logs(id, { ...how, tty, timestamps: true }, until)) {
      await take(lines[stream].push(data, begins), stream);
      heardAt = clock.now();
    }
    await take(lines.stdout.end(), 'stdout');
    await take(lines.stderr.end(), 'stderr');
  };
  /** Asks for what comes behind the marks, and for a little before. */
  const rest = (): Pick<Query, 'since'> => {
    const [earliest] = [marks.stdout.time, marks.stderr.time].filter((time) => time !== '').sort();
    return earliest === undefined ? {} : { since: secondsOf(earliest) };
  };

  /** Engines end a followed log too early or never, when a container ends in the wrong moment: its end is heard of as an event. */
  const follow = async (how: Query, since: number) => {
    const [quiet, done] = [new AbortController(), new AbortController()];
    let cancel: (() => void) | undefined;
    const check = () => {
      const left = heardAt + silence - clock.now();
      if (left <= 0) {
        quiet.abort();
      } else {
        cancel = clock.schedule(left, check);
      }
    };
    // Where this fails, so does the log, and its error is the one that is told.
    untilEnded(engine, id, since, AbortSignal.any([signal, done.signal])).then(check, () => undefined);
    try {
      await read(how, AbortSignal.any([signal, quiet.signal]));
    } catch (error) {
      if (!quiet.signal.aborted || signal.aborted) {
        throw error;
      }
    } finally {
      done.abort();
      cancel?.();
    }
    const { since: from } = rest();
    if (from !== undefined || how.tail === undefined) {
      await read({ ...again, ...rest(), follow: false }, signal);
    }
    await sayHowItEnded(engine, id, signal, onTurn);
  };

  // What comes after a restart is wanted whole, however little of the past was.
  const { only, until } = query;
  const again = { follow: true, ...(only !== undefined && { only }), ...(until !== undefined && { until }) };
  if (query.follow && state !== 'exited' && state !== 'dead' && state !== 'created') {
    await follow(query, startedAt ?? 0);
  } else {
    await read({ ...query, follow: false }, signal);
  }
  while (query.follow) {
    const next = await startsAgain(engine, id, signal);
    if (next === undefined) {
      onTurn('was removed');
      return;
    }
    onTurn('starts again');
    await follow({ ...again, ...rest() }, next);
  }
}

/** Resolves when the container has ended, or gone, since then. */
async function untilEnded(engine: Engine, id: string, since: number, signal: AbortSignal): Promise<void> {
  for await (const event of engine.events({ types: ['container'], actions: ['die', 'died', 'destroy', 'remove'], since }, signal)) {
    if (event.id === id) {
      return;
    }
  }
}

async function sayHowItEnded(engine: Engine, id: string, signal: AbortSignal, onTurn: (what: string) => void): Promise<void> {
  const { exitCode, oomKilled } = await engine.inspectContainer(id, { signal });
  onTurn(`ended with exit code ${exitCode}${oomKilled ? ', out of memory' : ''}`);
}

/** Waits for the next start; its time by the engine's clock, in milliseconds, or undefined when the container is removed before. */
async function startsAgain(engine: Engine, id: string, signal: AbortSignal): Promise<number | undefined> {
  const done = new AbortController();
  try {
    const { state, startedAt = 0, finishedAt = 0 } = await engine.inspectContainer(id, { signal });
    if (state === 'running') {
      return startedAt;
    }
    // Asked from its end on, by the engine's own clock, so that a start between the two calls is told.
    for await (const event of engine.events({ types: ['container'], actions: ['start', 'destroy', 'remove'], since: finishedAt }, AbortSignal.any([signal, done.signal]))) {
      if (event.id === id) {
        return event.action === 'start' ? event.time : undefined;
      }
    }
    throw new EngineError('unreachable', 'The engine ended its stream of events.');
  } finally {
    done.abort();
  }
}
