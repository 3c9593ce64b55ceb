/** What a terminal does for a program that has none: shows what is typed, lets a line be corrected, and sends it when it is complete. */

export interface LineAnswer {
  /** To be shown. */
  readonly echo: string;
  /** To be sent. */
  readonly send: string;
  /** Ctrl-D at the beginning of a line: the input is over. */
  readonly isOver: boolean;
  /** Ctrl-C: the user wants to leave. */
  readonly leaves: boolean;
}

/** Arrows and the like, for which there is nothing to move in. */
const escapeSequence = /\u001b(?:\[[\d;?]*[ -/]*[@-~]|O.|.)?/gu;
const newline = '\r\n';
const erase = '\b \b';

export class LineInput {
  #line: readonly string[] = [];

  take(text: string): LineAnswer {
    let echo = '';
    let send = '';
    for (const character of text.replace(escapeSequence, '').replaceAll('\r\n', '\r')) {
      switch (character) {
        case '\r':
        case '\n':
          echo += newline;
          send += `${this.#line.join('')}\n`;
          this.#line = [];
          break;
        case '\u007f':
        case '\b':
          echo += this.#line.length > 0 ? erase : '';
          this.#line = this.#line.slice(0, -1);
          break;
        case '\u0015':
          echo += erase.repeat(this.#line.length);
          this.#line = [];
          break;
        case '\u0003':
          return { echo: `${echo}^C${newline}`, send, isOver: false, leaves: true };
        case '\u0004':
          if (this.#line.length === 0) {
            return { echo, send, isOver: true, leaves: false };
          }
          send += this.#line.join('');
          this.#line = [];
          break;
        default:
          if (character >= ' ' || character === '\t') {
            echo += character;
            this.#line = [...this.#line, character];
          }
      }
    }
    return { echo, send, isOver: false, leaves: false };
  }
}
