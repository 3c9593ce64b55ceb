/** Cuts the output of one stream into lines, each with the time that the engine put in front of it. */
import { TerminalText } from './terminal-text.ts';

export interface LogLine {
  /** As the engine wrote it: RFC 3339, with nanoseconds where the engine has them. */
  readonly time: string;
  /** Clean, without the line break; carriage returns inside are kept. */
  readonly text: string;
}

/** Characters of one line; what a program writes without ever ending the line is cut there. */
const longestLine = 64 * 1024;

const timeInFront = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)) /;
/** Characters of the longest time. */
const longestTime = 40;

export class LogLines {
  readonly #clean = new TerminalText();
  /** The line that has no end yet, and its time. */
  #open = '';
  #time = '';
  /** What may be the beginning of a time that goes on in the next piece. */
  #head = '';
  /** Whether a time may come next: at the beginning of a line or of an entry. */
  #atTime = true;

  /**
   * `begins`: the piece is the beginning of an entry. Engines write long lines in several entries, and put the time in front of
   * each; only the first one is that of the line.
   */
  push(data: Buffer, begins: boolean): LogLine[] {
    const lines: LogLine[] = [];
    let text = this.#head + this.#clean.push(data);
    this.#head = '';
    this.#atTime ||= begins;
    while (text !== '') {
      if (this.#atTime) {
        const time = timeInFront.exec(text);
        if (time === null && text.length < longestTime && !text.includes('\n')) {
          this.#head = text;
          break;
        }
        this.#atTime = false;
        this.#time = this.#open === '' ? (time?.[1] ?? '') : this.#time;
        text = text.slice(time?.[0].length ?? 0);
      }
      const end = text.indexOf('\n');
      if (end < 0) {
        this.#open += text;
        break;
      }
      lines.push(this.#close(text.slice(0, end)));
      text = text.slice(end + 1);
    }
    if (this.#open.length > longestLine) {
      lines.push(this.#close(''));
      this.#atTime = false;
    }
    return lines;
  }

  /** What is left without a line break when the stream ends. */
  end(): LogLine[] {
    return this.#open === '' && this.#head === '' ? [] : [this.#close(this.#head)];
  }

  #close(rest: string): LogLine {
    const text = this.#open + rest;
    this.#open = '';
    this.#head = '';
    this.#atTime = true;
    return { time: this.#time, text: text.endsWith('\r') ? text.slice(0, -1) : text };
  }
}
