/** Follows a command over its lines: whether the next line still belongs to it. */

/** Reads lines one by one; knows just enough of quotes, comments and here-documents for that. */
export class LineState {
  #quote = '';
  #quotedFrom = 0;
  #continued = false;
  #ends: string[] = [];
  readonly #escape: string;

  constructor(escape = '\\') {
    this.#escape = escape;
  }

  /** Whether the next line belongs to the command of the last one. */
  get pending(): boolean {
    return this.#continued || this.#quote !== '' || this.#ends.length > 0;
  }

  /** The place in the last line of the single quote that is still open behind it. */
  get openQuote(): number | undefined {
    return this.#quote === "'" ? this.#quotedFrom : undefined;
  }

  read(line: string): void {
    const text = line.replace(/\r$/, '');
    if (this.#ends.length > 0 && this.#quote === '' && !this.#continued) {
      if (text.trim() === this.#ends[0]) {
        this.#ends.shift();
      }
      return;
    }
    this.#continued = false;
    for (let at = 0; at < text.length; at++) {
      at = this.#step(text, at);
    }
    this.#continued ||= this.#quote === '' && /(?:\|\|?|&&)\s*$/.test(text.slice(-40));
  }

  /** Reads what stands at `at` and gives the offset of its last character. */
  #step(text: string, at: number): number {
    const character = text.charAt(at);
    if (character === this.#escape && this.#quote !== "'") {
      this.#continued = at === text.length - 1;
      return at + 1;
    }
    if (this.#quote !== '') {
      if (character === this.#quote) {
        this.#quote = '';
      }
      return at;
    }
    if (character === "'" || character === '"') {
      this.#quote = character;
      this.#quotedFrom = at;
    } else if (character === '#' && /^$|\s/.test(text.charAt(at - 1))) {
      return text.length;
    } else if (character === '<' && text.startsWith('<<', at) && this.#escape === '\\') {
      const [whole, end] = /^<<-?\s*["'\\]?([\w.-]+)["']?/.exec(text.slice(at, at + 100)) ?? [];
      if (whole !== undefined && end !== undefined && text.charAt(at + 2) !== '<') {
        this.#ends.push(end);
        return at + whole.length - 1;
      }
    }
    return at;
  }
}
