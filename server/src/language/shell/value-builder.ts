/** Builds the value of a word unit by unit, so that the place of each is known, whatever quotes and escapes stand around it. */
import type { Span } from '../text/span.ts';
import { ansiCharacter } from './ansi-c.ts';
import type { ShellWord, WordKind } from './shell-command.ts';
import { holesIn, spanInRegion, type Hole, type ShellSource } from './shell-source.ts';

/** A word, and what is needed to read its value as a script of its own. */
export interface ReadWord {
  readonly word: ShellWord;
  /** The parts of the value that are not known before the script runs. */
  readonly holes: readonly Hole[];
  /** Where the command names it: differs from the word's span for the elements of an array. */
  readonly anchor: Span;
}

type Quoting = 'none' | 'double' | 'all' | 'document';

/** What a backslash takes its meaning from, by quoting. */
const escapable: Readonly<Record<Quoting, (character: string) => boolean>> = {
  none: () => true,
  double: (character) => '$`"\\\n'.includes(character),
  all: () => false,
  document: (character) => '$`\\\n'.includes(character),
};

/** Gathers a value and the place of each of its units. */
export class ValueBuilder {
  value = '';
  readonly offsets: number[] = [];
  readonly holes: Hole[] = [];
  end: number;
  readonly #source: ShellSource;

  constructor(source: ShellSource, start: number) {
    this.#source = source;
    this.end = start;
  }

  /** Text in which backslashes are read as the quoting says. */
  text(from: number, to: number, quoting: Quoting): void {
    const { text, original } = this.#source;
    const escape = quoting === 'all' ? -1 : text.slice(from, to).indexOf('\\');
    const plain = escape < 0 ? to : from + escape;
    this.value += original.slice(from, plain);
    for (let at = from; at < plain; at++) {
      this.offsets.push(at);
    }
    for (let at = plain; at < to; at++) {
      const escapes = text.charAt(at) === '\\' && at + 1 < to && escapable[quoting](text.charAt(at + 1));
      const place = at;
      if (escapes && text.charAt(++at) === '\n') {
        continue;
      }
      this.value += original.charAt(at);
      this.offsets.push(place);
    }
    this.end = to;
  }

  /** The inside of `$'…'`. */
  ansi(from: number, to: number): void {
    for (let at = from; at < to; ) {
      const { value, length } = ansiCharacter(this.#source.original, at);
      this.value += value;
      for (let unit = 0; unit < value.length; unit++) {
        this.offsets.push(at);
      }
      at = Math.min(to, at + length);
    }
    this.end = to;
  }

  /** The unit at `at`, written with an escape that stands at `place`. */
  escaped(place: number, at: number): void {
    this.value += this.#source.original.charAt(at);
    this.offsets.push(place);
    this.end = at + 1;
  }

  /** An expansion, kept as written. */
  hole(from: number, to: number): void {
    const start = this.value.length;
    this.text(from, to, 'all');
    this.holes.push({ start, end: this.value.length, kind: 'expansion' });
  }

  /** The holes of the value: its expansions, and the given holes of the source. */
  allHoles(inSource: readonly Hole[]): readonly Hole[] {
    if (inSource.length === 0) {
      return this.holes;
    }
    return [...this.holes, ...holesOfValue(this, inSource)].sort((a, b) => a.start - b.start);
  }

  /** The offsets in the region, with one more for the end. */
  placed(): number[] {
    const places = [...this.offsets, this.end];
    return this.#source.offsets === undefined ? places : places.map((place, index) => this.#inRegion(place, index));
  }

  #inRegion(place: number, index: number): number {
    const isEnd = index === this.offsets.length;
    return isEnd && place > 0 ? spanInRegion(this.#source, place - 1, place).end : spanInRegion(this.#source, place, place).start;
  }
}

/** The word at `[start, end)` of the source, whose value was built. */
export function builtWord(source: ShellSource, start: number, end: number, builder: ValueBuilder, kind: WordKind): ReadWord {
  const span = spanInRegion(source, start, end);
  const plain = { span, source: source.region.slice(span.start, span.end), value: builder.value, kind };
  const offsets = builder.placed();
  const word: ShellWord = offsets.every((offset, index) => offset === span.start + index) ? plain : { ...plain, offsets };
  return { word, holes: builder.allHoles(holesIn(source, start, end)), anchor: span };
}

/** The holes of the source as stretches of the value. */
function holesOfValue({ offsets }: ValueBuilder, holes: readonly Hole[]): Hole[] {
  return holes.flatMap(({ start, end, kind }) => {
    const from = firstAtOrAfter(offsets, start);
    const to = firstAtOrAfter(offsets, end);
    return from === to ? [] : [{ start: from, end: to, kind }];
  });
}

/** The index of the first of the ascending offsets that is not below `offset`. */
function firstAtOrAfter(offsets: readonly number[], offset: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
