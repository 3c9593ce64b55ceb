/** Converts between UTF-16 offsets and zero-based line and column pairs. */
export interface Position {
  /** Zero-based. */
  readonly line: number;
  /** Zero-based, in UTF-16 units. */
  readonly column: number;
}

export class LineIndex {
  readonly #starts: number[] = [0];
  readonly #length: number;
  /** The line that was found last. */
  #last = 0;

  /** Lines end with `\n`, `\r\n` or a lone `\r`, as in the Language Server Protocol. */
  constructor(text: string) {
    this.#length = text.length;
    if (text.includes('\r')) {
      this.#addWithReturns(text);
      return;
    }
    for (let index = text.indexOf('\n'); index >= 0; index = text.indexOf('\n', index + 1)) {
      this.#starts.push(index + 1);
    }
  }

  #addWithReturns(text: string): void {
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) {
        this.#starts.push(index + 1);
      }
    }
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** The offset at which the line begins; the text's length for lines past the end. */
  lineStart(line: number): number {
    return this.#starts[line] ?? this.#length;
  }

  /** Most offsets that are asked for stand on the line of the last one, or behind it. */
  positionAt(offset: number): Position {
    const isBehind = offset >= this.lineStart(this.#last);
    if (isBehind && offset < this.lineStart(this.#last + 1)) {
      return { line: this.#last, column: offset - this.lineStart(this.#last) };
    }
    let low = isBehind ? this.#last : 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    this.#last = low;
    return { line: low, column: offset - (this.#starts[low] ?? 0) };
  }

  offsetAt({ line, column }: Position): number {
    return Math.min(this.lineStart(line) + column, this.lineStart(line + 1), this.#length);
  }
}
