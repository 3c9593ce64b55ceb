/** Splits the text of a variable into words, as the shell does where `$OPTS` stands without quotes. */
import type { Hole } from './shell-source.ts';
import { valueSpan, type WordKind } from './shell-command.ts';
import type { ReadWord } from './value-builder.ts';

/** `$@` and its like: any number of words even within quotes. */
const many = /^\$\{?[@*]|\[[@*]\]\}$/;

/** The text outside of its holes. */
function fixedText(value: string, holes: readonly Hole[]): string {
  let fixed = '';
  let position = 0;
  for (const { start, end } of holes) {
    fixed += value.slice(position, start);
    position = end;
  }
  return fixed + value.slice(position);
}

function kindOf(value: string, holes: readonly Hole[]): WordKind {
  if (holes.some(({ kind }) => kind === 'placeholder')) {
    return 'placeholder';
  }
  const [hole] = holes;
  const isWhole = hole?.start === 0 && hole.end === value.length;
  if (isWhole || holes.some(({ start, end }) => many.test(value.slice(start, end)))) {
    return 'splat';
  }
  // A pattern that matches no file stands for itself, which is most often what is meant.
  return holes.length > 0 || /[*?[]/.test(value) ? 'expansion' : 'literal';
}

function piece(region: string, { word, holes }: ReadWord, from: number, to: number): ReadWord {
  const value = word.value.slice(from, to);
  const span = valueSpan(word, from, to);
  const own = holes.filter(({ start }) => start >= from && start < to).map((hole) => ({ ...hole, start: hole.start - from, end: hole.end - from }));
  const source = region.slice(span.start, span.end);
  const offsets = Array.from({ length: to - from + 1 }, (_, index) => (from + index === to ? span.end : (word.offsets?.[from + index] ?? word.span.start + from + index)));
  return { word: { span, source, value, kind: kindOf(value, own), offsets, unquotable: true }, holes: own, anchor: span };
}

/** The words of the text; undefined where it holds quotes or backslashes, which the shell takes for characters and the author did not. */
export function splitText(region: string, text: ReadWord): readonly ReadWord[] | undefined {
  const { word, holes } = text;
  if (/["'\\]/.test(fixedText(word.value, holes))) {
    return undefined;
  }
  const words: ReadWord[] = [];
  let start: number | undefined;
  let next = 0;
  for (let at = 0; at <= word.value.length; at++) {
    const hole = holes[next];
    if (hole !== undefined && hole.start === at && hole.end > at) {
      start ??= at;
      at = hole.end - 1;
      next++;
    } else if (at === word.value.length || /[ \t\n]/.test(word.value.charAt(at))) {
      if (start !== undefined) {
        words.push(piece(region, text, start, at));
      }
      start = undefined;
    } else {
      start ??= at;
    }
  }
  return words;
}
