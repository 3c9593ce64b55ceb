/** Logs of one or several containers in a terminal: followed over restarts, filtered, paused, saved. */
import { withoutColours } from './terminal-text.ts';
import { displayText } from '../text/display-text.ts';
import type { TerminalOutput, TerminalSession } from '../containers/terminal-session.ts';
import type { Clock } from '../engine/clock.ts';
import type { Engine } from '../engine/engine.ts';
import { EngineError } from '../engine/errors.ts';
import type { LogQuery, OutputStream } from '../engine/streams.ts';
import { LogBuffer } from './log-buffer.ts';
import { logFilter, type LogFilter } from './log-filter.ts';
import type { LogLine } from './log-lines.ts';
import { readSource } from './log-source.ts';
import { clearScreen, rule, styledLine } from './log-style.ts';
import { PacedOutput } from './paced-output.ts';

export interface LogSourceOptions {
  readonly engine: Engine;
  readonly id: string;
  readonly name: string;
}

export interface LogSessionOptions {
  readonly sources: readonly LogSourceOptions[];
  readonly query: Omit<LogQuery, 'tty' | 'timestamps'>;
  readonly timestamps: boolean;
  readonly clock: Clock;
  /** Asks for a filter; undefined keeps the one that there is. */
  readonly askFilter: (present: string, problemOf: (text: string) => string | undefined) => Promise<string | undefined>;
  /** Writes what is shown to wherever the user says. */
  readonly save: (text: string) => Promise<void>;
}

const help = 'p pause · f filter · t timestamps · c clear · s save · q close · Ctrl+F find';
const everything: LogFilter = { text: '', passes: () => true };

export class LogSession implements TerminalSession {
  readonly name: string;
  readonly icon = 'output';
  readonly #options: LogSessionOptions;
  readonly #buffer = new LogBuffer();
  readonly #end = new AbortController();
  #output: TerminalOutput | undefined;
  #paced: PacedOutput | undefined;
  #timestamps: boolean;
  #filter = everything;
  #paused = false;

  constructor(options: LogSessionOptions) {
    const [first, ...others] = options.sources;
    this.name = `Logs: ${displayText(first?.name ?? '', 60)}${others.length === 0 ? '' : ` and ${others.length} more`}`;
    this.#options = options;
    this.#timestamps = options.timestamps;
  }

  open(output: TerminalOutput): void {
    this.#output = output;
    const paced = new PacedOutput(this.#options.clock, (text) => output.write(text));
    this.#paced = paced;
    void paced.push(rule(help));
    void this.#read(paced).finally(() => {
      if (!this.#end.signal.aborted) {
        void paced.push(rule('the end of the log'));
      }
    });
  }

  input(text: string): void {
    switch (text) {
      case 'p':
      case ' ':
        this.#pause();
        return;
      case 'c':
        this.#buffer.clear();
        this.#paced?.clear();
        this.#output?.write(clearScreen);
        return;
      case 't':
        this.#timestamps = !this.#timestamps;
        this.#drawAgain();
        return;
      case 'f':
      case '/':
        void this.#askFilter();
        return;
      case 's':
        void this.#options.save(this.#text());
        return;
      case 'q':
      case '\u0003':
        this.close();
        this.#output?.end(undefined);
        return;
      case '?':
      case 'h':
        void this.#paced?.push(rule(help));
    }
  }

  resize(): void {
    // Lines wrap in the terminal itself.
  }

  close(): void {
    this.#end.abort();
    this.#paced?.stop();
  }

  async #read(paced: PacedOutput): Promise<void> {
    const { sources, query, clock } = this.#options;
    await Promise.all(
      sources.map(async ({ engine, id, name }, source) => {
        try {
          await readSource({
            engine,
            id,
            query,
            signal: this.#end.signal,
            clock,
            onLine: (line, stream) => this.#take(paced, source, line, stream),
            onTurn: (what) => void paced.push(rule(`${name} ${what}`)),
          });
        } catch (error) {
          if (!this.#end.signal.aborted) {
            void paced.push(rule(`${name}: ${error instanceof EngineError ? error.message : 'the log cannot be read any more'}`));
          }
        }
      }),
    );
  }

  #take(paced: PacedOutput, source: number, { time, text }: LogLine, stream: OutputStream): Promise<void> | undefined {
    const line = { source, stream, time, text };
    this.#buffer.push(line);
    return this.#filter.passes(text) ? paced.push(styledLine(line, this.#style)) : undefined;
  }

  get #style() {
    return { timestamps: this.#timestamps, names: this.#options.sources.map(({ name }) => name) };
  }

  #pause(): void {
    this.#paused = !this.#paused;
    if (this.#paused) {
      this.#output?.write(rule('paused: p goes on; nothing is lost meanwhile'));
    }
    this.#paced?.hold(this.#paused);
  }

  async #askFilter(): Promise<void> {
    const problemOf = (text: string) => {
      const filter = logFilter(text);
      return typeof filter === 'string' ? filter : undefined;
    };
    const text = await this.#options.askFilter(this.#filter.text, problemOf);
    const filter = text === undefined ? undefined : logFilter(text.trim());
    if (filter !== undefined && typeof filter !== 'string') {
      this.#filter = filter.text === '' ? everything : filter;
      this.#drawAgain();
    }
  }

  #drawAgain(): void {
    const { dropped, lines } = this.#buffer;
    const shown = lines.filter(({ text }) => this.#filter.passes(text)).map((line) => styledLine(line, this.#style));
    const head = this.#filter.text === '' ? rule(help) : rule(`only lines with ${this.#filter.text}; f and an empty answer show all`);
    const lost = dropped > 0 ? rule(`${dropped} earlier lines are not held any more`) : '';
    this.#paused = false;
    this.#paced?.clear();
    this.#paced?.hold(false);
    void this.#paced?.push(`${clearScreen}${head}${lost}${shown.join('')}`);
  }

  /** As plain text, filtered as it is shown. */
  #text(): string {
    const { names } = this.#style;
    const lines = this.#buffer.lines.filter(({ text }) => this.#filter.passes(text));
    return lines.map(({ source, time, text }) => `${names.length > 1 ? `${names[source] ?? ''} | ` : ''}${this.#timestamps ? `${time} ` : ''}${withoutColours(text)}\n`).join('');
  }
}
