/** Reads PowerShell command lines: another escape, other quotes and variables than a POSIX shell. */
import { isPipe, type CommandLine } from './command-line.ts';
import { matchAt } from './match-at.ts';
import { deepest } from './nesting.ts';
import { holesIn, type ShellSource } from './shell-source.ts';
import type { Span } from '../text/span.ts';
import { builtWord, ValueBuilder, type ReadWord } from './value-builder.ts';

const variable = /\$(?:\{[^}\n]{0,255}\}|env:\w+|(?:\w+:)?\w+|[$?^])/iy;
const property = /(?:\.[A-Za-z_]\w*)+/y;
const redirection = /[\d*]?>>?(?:&\d)?/y;
const group = /[$@]?\(/y;
/** Variables that hold one text, not a list. */
const single = /^\$(?:env:|\{|pwd\b|home\b)/i;

class PowerShellReader {
  readonly commands: CommandLine[] = [];
  readonly comments: Span[] = [];
  #words: ReadWord[] = [];
  #dropsNext = false;
  #isPiped = false;
  readonly #source: ShellSource;
  readonly #depth: number;

  constructor(source: ShellSource, depth: number) {
    this.#source = source;
    this.#depth = depth;
  }

  /** Reads `[from, to)` as statements. */
  read(from: number, to: number): void {
    const { text } = this.#source;
    let position = from;
    while (position < to) {
      const character = text.charAt(position);
      const operator = matchAt(redirection, text, position);
      if (text.startsWith('`\n', position)) {
        position += 2;
      } else if (/[^\S\n]/.test(character)) {
        position++;
      } else if ('\n;|&{})'.includes(character) && !text.startsWith('{{', position)) {
        this.#flush();
        // A pipeline goes on in the line behind its pipe.
        this.#isPiped = isPipe(text, position) || (this.#isPiped && character === '\n');
        position++;
      } else if (character === '#') {
        const end = lineEnd(text, position, to);
        this.comments.push({ start: position, end });
        position = end;
      } else if (text.startsWith('<#', position)) {
        const end = text.indexOf('#>', position);
        position = end < 0 ? to : end + 2;
      } else if (operator !== undefined) {
        this.#dropsNext = !operator.includes('&');
        position += operator.length;
      } else {
        position = this.#word(position, to);
      }
    }
    this.#flush();
  }

  #flush(): void {
    // `$ids = docker ps -q`: the assignment is no part of the command.
    const words = this.#words[1]?.word.value === '=' ? this.#words.slice(2) : this.#words;
    if (words.length > 0) {
      this.commands.push({ words, input: this.#isPiped ? 'given' : 'unknown' });
      this.#isPiped = false;
    }
    this.#words = [];
    this.#dropsNext = false;
  }

  #word(start: number, limit: number): number {
    const { text } = this.#source;
    const builder = new ValueBuilder(this.#source, start);
    let fixed = false;
    /** Something that is one word, and something that may be a list. */
    let expanded = false;
    let loose = false;
    let braces = 0;
    let position = start;
    while (position < limit && !/[\s;|&)]/.test(text.charAt(position))) {
      const character = text.charAt(position);
      braces += character === '{' ? 1 : character === '}' ? -1 : 0;
      // `% { docker rm $_}`: the brace of the block.
      if (braces < 0) {
        break;
      }
      const name = character === '$' ? matchAt(variable, text, position) : undefined;
      const opens = position === start ? (matchAt(group, text, position)?.length ?? 0) : text.startsWith('$(', position) ? 2 : 0;
      if (text.startsWith('`\n', position)) {
        break;
      } else if (character === '`' && position + 1 < limit) {
        builder.escaped(position, position + 1);
        position += 2;
        fixed = true;
      } else if (character === "'") {
        position = this.#singleQuoted(builder, position + 1, limit);
        fixed = true;
      } else if (character === '"') {
        const [end, expands] = this.#doubleQuoted(builder, position + 1, limit);
        position = end;
        fixed = true;
        expanded ||= expands;
      } else if (opens > 0) {
        const end = this.#nested(position, opens, limit);
        builder.hole(position, end);
        loose = true;
        position = end;
      } else if (name !== undefined) {
        const end = position + name.length + (matchAt(property, text, position + name.length)?.length ?? 0);
        builder.hole(position, end);
        expanded ||= single.test(name);
        loose ||= !single.test(name);
        position = end;
      } else {
        builder.text(position, position + 1, 'all');
        position++;
        fixed = true;
      }
    }
    const end = Math.max(position, start + 1);
    if (this.#dropsNext) {
      this.#dropsNext = false;
      return end;
    }
    const isHole = holesIn(this.#source, start, end).length > 0;
    const kind = loose && !fixed && !expanded ? 'splat' : loose || expanded ? 'expansion' : 'literal';
    this.#words.push(builtWord(this.#source, start, end, builder, isHole ? 'placeholder' : kind));
    return end;
  }

  /** The limit of what is quoted from `start` on. A quote that is never closed is most likely an apostrophe, so it ends with its line. */
  #quotedLimit(quote: string, start: number, limit: number): number {
    const { text } = this.#source;
    const close = text.indexOf(quote, start);
    return close >= 0 && close < limit ? limit : lineEnd(text, start, limit);
  }

  #singleQuoted(builder: ValueBuilder, start: number, end: number): number {
    const { text } = this.#source;
    const limit = this.#quotedLimit("'", start, end);
    let position = start;
    builder.end = start;
    while (position < limit) {
      if (text.startsWith("''", position)) {
        builder.escaped(position, position + 1);
        position += 2;
      } else if (text.charAt(position) === "'") {
        return position + 1;
      } else {
        builder.text(position, position + 1, 'all');
        position++;
      }
    }
    return limit;
  }

  /** Gives the offset behind the closing quote and whether anything in the quotes is expanded. */
  #doubleQuoted(builder: ValueBuilder, start: number, end: number): readonly [number, boolean] {
    const { text } = this.#source;
    const limit = this.#quotedLimit('"', start, end);
    let position = start;
    let expands = false;
    builder.end = start;
    while (position < limit) {
      const character = text.charAt(position);
      const name = character === '$' ? matchAt(variable, text, position) : undefined;
      if (character === '`' || text.startsWith('""', position)) {
        builder.escaped(position, Math.min(position + 1, limit - 1));
        position += 2;
      } else if (character === '"') {
        return [position + 1, expands];
      } else if (text.startsWith('$(', position) || name !== undefined) {
        const behind = name === undefined ? this.#nested(position, 2, limit) : position + name.length;
        builder.hole(position, behind);
        expands = true;
        position = behind;
      } else {
        builder.text(position, position + 1, 'all');
        position++;
      }
    }
    return [Math.min(position, limit), expands];
  }

  /** Reads the commands between the parenthesis that ends at `start + length` and its partner, and gives the offset behind it. */
  #nested(start: number, length: number, limit: number): number {
    const { text } = this.#source;
    let depth = 1;
    let quote = '';
    let position = start + length;
    for (; position < limit; position++) {
      const character = text.charAt(position);
      if (quote !== '') {
        quote = character === quote ? '' : quote;
      } else if (character === '"' || character === "'") {
        quote = character;
      } else if (character === '(') {
        depth++;
      } else if (character === ')' && --depth === 0) {
        break;
      }
    }
    if (this.#depth < deepest) {
      const inner = new PowerShellReader(this.#source, this.#depth + 1);
      inner.read(start + length, Math.min(position, limit));
      for (const command of inner.commands) {
        this.commands.push(command);
      }
      for (const comment of inner.comments) {
        this.comments.push(comment);
      }
    }
    return Math.min(position + 1, limit);
  }
}

function lineEnd(text: string, from: number, limit: number): number {
  const newline = text.indexOf('\n', from);
  return newline < 0 ? limit : Math.min(newline, limit);
}

/** What a PowerShell text holds. */
interface PowerShellText {
  readonly commands: readonly CommandLine[];
  /** Those that end with their line. */
  readonly comments: readonly Span[];
}

export function readPowerShell(source: ShellSource): PowerShellText {
  const reader = new PowerShellReader(source, 0);
  reader.read(0, source.text.length);
  return reader;
}
