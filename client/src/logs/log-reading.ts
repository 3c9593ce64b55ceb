/** Reads the log of one container over its restarts, as long as the connection lasts, and knows where it was left. */
import { EngineError } from '../engine/errors.ts';
import type { LogQuery, OutputStream } from '../engine/streams.ts';
import { LogLines, type LogLine } from './log-lines.ts';
import type { SourceOptions } from './log-source.ts';
import { secondsOf } from './log-times.ts';
import { endOfRun, inspected, untilEnded, type RunEnd } from './run-end.ts';

type Query = Omit<LogQuery, 'tty' | 'timestamps'>;

/** Where one stream was left. The two are written by turns, and only within one of them are times in order. */
interface Mark {
  readonly time: string;
  /** Lines with this very time, of which engines with coarse clocks have many. */
  readonly count: number;
}

const start: Mark = { time: '', count: 0 };

/** Milliseconds of silence after the end of a container until its log counts as read. */
const silence = 300;

export class LogReading {
  readonly #options: SourceOptions;
  /** What comes after a restart is wanted whole, however little of the past was. */
  readonly #again: Query;
  #marks = { stdout: start, stderr: start };
  #heardAt: number;
  #tty = false;
  /** When the run began whose end has not been told, by the engine's clock; `ended` when it has. */
  #run: number | 'ended' | undefined;

  constructor(options: SourceOptions) {
    const { follow, only, until } = options.query;
    this.#options = options;
    this.#again = { follow, ...(only !== undefined && { only }), ...(until !== undefined && { until }) };
    this.#heardAt = options.clock.now();
  }

  /** Begins where it was left. `reached`: the engine answers. Ends when the log is read or, followed, by an EngineError. */
  async read(reached: () => void): Promise<void> {
    const { query, signal, onTurn } = this.#options;
    const { tty, state, startedAt = 0 } = await inspected(this.#options);
    reached();
    this.#tty = tty;
    const how = this.#left === undefined ? query : { ...this.#again, ...this.#rest };
    if (query.follow && state !== 'exited' && state !== 'dead' && state !== 'created') {
      if (this.#run !== undefined && this.#run !== startedAt) {
        onTurn('starts again');
      }
      await this.#follow(how, startedAt);
    } else {
      await this.#take({ ...how, follow: false }, signal);
      if (query.follow && state === 'created') {
        onTurn('has not been started yet');
      } else if (typeof this.#run === 'number' || (query.follow && this.#run === undefined)) {
        this.#tellEnd(await inspected(this.#options));
      }
    }
    for (let last = startedAt; query.follow; ) {
      const next = await startsAgain(this.#options, last);
      onTurn(last === 0 ? 'starts' : 'starts again');
      last = next;
      await this.#follow({ ...this.#again, ...this.#rest }, last);
    }
  }

  async #take(how: Query, until: AbortSignal): Promise<void> {
    const { engine, id, clock, onLine } = this.#options;
    const lines = { stdout: new LogLines(), stderr: new LogLines() };
    const before = { ...this.#marks };
    const repeated = { stdout: 0, stderr: 0 };
    const take = async (found: readonly LogLine[], stream: OutputStream): Promise<void> => {
      for (const line of found) {
        const old = before[stream];
        if (line.time < old.time || (line.time === old.time && ++repeated[stream] <= old.count)) {
          continue;
        }
        const { time, count } = this.#marks[stream];
        this.#marks[stream] = { time: line.time, count: line.time === time ? count + 1 : 1 };
        const full = onLine(line, stream);
        if (full !== undefined) {
          await full;
        }
      }
    };
    for await (const chunks of engine.logs(id, { ...how, tty: this.#tty, timestamps: true }, until)) {
      for (const { stream, data, begins } of chunks) {
        await take(lines[stream].push(data, begins), stream);
      }
      this.#heardAt = clock.now();
    }
    await take(lines.stdout.end(), 'stdout');
    await take(lines.stderr.end(), 'stderr');
  }

  /** The earlier of the times at which the two streams were left. */
  get #left(): string | undefined {
    const [earliest] = [this.#marks.stdout.time, this.#marks.stderr.time].filter((time) => time !== '').sort();
    return earliest;
  }

  /** Asks for what comes behind the marks, and for a little before. */
  get #rest(): Pick<Query, 'since'> {
    const left = this.#left;
    return left === undefined ? {} : { since: secondsOf(left) };
  }

  /** Reads the log of the run that began then until its end. */
  async #follow(how: Query, since: number): Promise<void> {
    this.#run = since;
    for (let next = how; ; next = { ...this.#again, ...this.#rest }) {
      await this.#takeUntilQuiet(next, since);
      const end = await endOfRun(this.#options, since);
      if (end !== undefined) {
        this.#tellEnd(end);
        return;
      }
    }
  }

  /** Engines end a followed log too early or never, when a container ends in the wrong moment: its end is heard of as an event. */
  async #takeUntilQuiet(how: Query, since: number): Promise<void> {
    const { engine, id, signal, clock } = this.#options;
    const [quiet, done] = [new AbortController(), new AbortController()];
    let cancel: (() => void) | undefined;
    const check = () => {
      const left = this.#heardAt + silence - clock.now();
      if (left <= 0) {
        quiet.abort();
      } else {
        cancel = clock.schedule(left, check);
      }
    };
    // Where this fails, so does the log, and its error is the one that is told.
    untilEnded(engine, id, since, AbortSignal.any([signal, done.signal])).then(check, () => undefined);
    try {
      await this.#take(how, AbortSignal.any([signal, quiet.signal]));
    } catch (error) {
      if (!quiet.signal.aborted || signal.aborted) {
        throw error;
      }
    } finally {
      done.abort();
      cancel?.();
    }
    if (this.#left !== undefined || how.tail === undefined) {
      await this.#take({ ...this.#again, ...this.#rest, follow: false }, signal);
    }
  }

  #tellEnd({ exitCode, oomKilled }: RunEnd): void {
    this.#run = 'ended';
    this.#options.onTurn(`ended${exitCode === undefined ? '' : ` with exit code ${exitCode}`}${oomKilled ? ', out of memory' : ''}`);
  }
}

/**
 * Waits until the container has started after the run that began at `last`, zero for none; resolves to the beginning of the new run, both by the
 * engine's clock, in milliseconds. Fails as `not-found` when the container is removed before.
 */
async function startsAgain(options: SourceOptions, last: number): Promise<number> {
  const { engine, id, signal } = options;
  const done = new AbortController();
  const begun = async () => (await inspected(options)).startedAt ?? 0;
  try {
    const now = await begun();
    if (now !== last) {
      return now;
    }
    // Asked from the beginning of that run on, so that a start between the two calls is told. Its own start is told, too: engines
    // note it late, even after the end of a program that is quick.
    for await (const event of engine.events({ types: ['container'], actions: ['start', 'destroy', 'remove'], since: last }, AbortSignal.any([signal, done.signal]))) {
      if (event.id !== id) {
        continue;
      }
      if (event.action !== 'start') {
        throw new EngineError('not-found', 'The container was removed.');
      }
      const next = await begun();
      if (next !== last) {
        return next;
      }
    }
    throw new EngineError('unreachable', 'The engine ended its stream of events.');
  } finally {
    done.abort();
  }
}
