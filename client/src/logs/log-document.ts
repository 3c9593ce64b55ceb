/** Logs of one or several containers as one text, in the order of time and within bounds. */
import { withoutColours } from './terminal-text.ts';
import { displayText } from '../text/display-text.ts';
import { EngineError } from '../engine/errors.ts';
import type { LogQuery, OutputStream } from '../engine/streams.ts';
import { LogLines, type LogLine } from './log-lines.ts';
import type { LogSourceOptions } from './log-session.ts';
import { secondsOf } from './log-times.ts';

/** Characters: VS Code shows extensions no document beyond 50 MiB. */
const usualMost = 48 * 1024 * 1024;

export interface DocumentOptions {
  readonly sources: readonly LogSourceOptions[];
  readonly query: Omit<LogQuery, 'tty' | 'timestamps' | 'follow'>;
  readonly timestamps: boolean;
  readonly signal: AbortSignal;
  /** Called for each line. */
  readonly progress: (characters: number) => void;
  readonly most?: number;
}

export interface LogDocument {
  readonly text: string;
  /** Whether there was more than is kept: what comes later is missing then. */
  readonly isCut: boolean;
  /** Sources whose log could not be read, or not to its end. */
  readonly failed: readonly { readonly source: number; readonly error: unknown }[];
}

/** A line that waits for those of others that are older. */
interface Waiting {
  readonly line: LogLine;
  readonly stream: OutputStream;
  /** Comparable between engines. Never earlier than that of the line before: the engine's own order stays. */
  readonly at: string;
}

/** The lines of one log, one piece ahead. */
class Source {
  readonly #pieces: AsyncIterator<readonly Waiting[]>;
  #piece: readonly Waiting[] = [];
  #next = 0;

  constructor(pieces: AsyncIterable<readonly Waiting[]>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  get head(): Waiting | undefined {
    return this.#piece[this.#next];
  }

  /** Undefined when the next head is there, or there is none any more. */
  advance(): Promise<void> | undefined {
    this.#next++;
    return this.head === undefined ? this.fill() : undefined;
  }

  async fill(): Promise<void> {
    this.#piece = [];
    this.#next = 0;
    while (this.#piece.length === 0) {
      const next = await this.#pieces.next();
      if (next.done === true) {
        return;
      }
      this.#piece = next.value;
    }
  }

  async close(): Promise<void> {
    await this.#pieces.return?.();
  }
}

async function* linesOf({ engine, id }: LogSourceOptions, query: DocumentOptions['query'], signal: AbortSignal): AsyncGenerator<readonly Waiting[]> {
  const { tty } = await engine.inspectContainer(id, { signal });
  const lines = { stdout: new LogLines(), stderr: new LogLines() };
  let latest = '';
  const waiting = (found: readonly LogLine[], stream: OutputStream): readonly Waiting[] =>
    found.map((line) => {
      const at = line.time === '' ? latest : secondsOf(line.time);
      latest = at > latest ? at : latest;
      return { line, stream, at: latest };
    });
  for await (const chunks of engine.logs(id, { ...query, tty, follow: false, timestamps: true }, signal)) {
    yield chunks.flatMap(({ stream, data, begins }) => waiting(lines[stream].push(data, begins), stream));
  }
  yield [...waiting(lines.stdout.end(), 'stdout'), ...waiting(lines.stderr.end(), 'stderr')];
}

/** Without colours, which a document does not show; a return without a line break would count as one. */
function plain(text: string): string {
  return withoutColours(text).replaceAll('\r', '␍');
}

/** Throws an EngineError when the signal aborts; what fails otherwise is told, and does not keep the others away. */
export async function logDocument({ sources, query, timestamps, signal, progress, most = usualMost }: DocumentOptions): Promise<LogDocument> {
  const failed: { source: number; error: unknown }[] = [];
  const names = sources.map(({ name }) => displayText(name, 24));
  const width = Math.max(...names.map((name) => name.length));
  const readers = sources.map((source) => new Source(linesOf(source, query, signal)));
  const heard = async (source: number, filling: Promise<void> | undefined) => {
    try {
      await filling;
    } catch (error) {
      failed.push({ source, error });
    }
  };
  const line = (source: number, { line: { time, text }, stream }: Waiting) =>
    `${sources.length > 1 ? `${(names[source] ?? '').padEnd(width)} | ` : ''}${timestamps ? `${time} ` : ''}${stream === 'stderr' && query.only === undefined ? '▏' : ''}${plain(text)}\n`;
  const parts: string[] = [];
  let size = 0;
  let isCut = false;
  try {
    await Promise.all(readers.map((reader, source) => heard(source, reader.fill())));
    for (let source = earliest(readers); source >= 0 && !signal.aborted; source = earliest(readers)) {
      const reader = readers[source];
      const head = reader?.head;
      if (reader === undefined || head === undefined) {
        break;
      }
      const text = line(source, head);
      isCut = size + text.length > most;
      if (isCut) {
        break;
      }
      parts.push(text);
      size += text.length;
      progress(size);
      const filling = reader.advance();
      if (filling !== undefined) {
        await heard(source, filling);
      }
    }
  } finally {
    await Promise.all(readers.map((reader) => reader.close()));
  }
  if (signal.aborted) {
    throw new EngineError('aborted', 'Gantry stopped reading the log.');
  }
  return { text: parts.join(''), isCut, failed };
}

/** The source whose next line is the oldest; -1 when no line is left. */
function earliest(readers: readonly Source[]): number {
  let found = -1;
  let at = '';
  readers.forEach(({ head }, source) => {
    if (head !== undefined && (found < 0 || head.at < at)) {
      found = source;
      at = head.at;
    }
  });
  return found;
}
