/** Docker's own functions on texts: `upper`, `title`, `truncate` and others. */
import { textOf } from './constants.ts';
import { mistake, unknown } from './template-error.ts';

/** Longer than anything that somebody would want to read. */
export const longestText = 1_000_000;

/** Letter by letter, as Go does; languages and positions play no part. */
function mapped(text: string, map: (letter: string) => string): string {
  return Array.from(text)
    .map((letter) => {
      const result = map(letter);
      // Ligatures and letters of two signs, for which Go has mappings of its own.
      return letter < '\u0080' || (!/[\u01c4-\u01cc\u01f1-\u01f3\u1c90-\u1cbf\u1f80-\u1fff]/.test(letter) && Array.from(result).length === 1) ? result : unknown('A letter has no certain counterpart in the other case');
    })
    .join('');
}

export function upper(text: string): string {
  return mapped(text, (letter) => letter.toUpperCase());
}

export function lower(text: string): string {
  return mapped(text, (letter) => letter.toLowerCase());
}

/** A letter is made large where what stands before it is neither letter, digit nor underscore. */
export function title(text: string): string {
  let before = ' ';
  return mapped(text, (letter) => {
    const begins = before < '\u0080' ? !/\w/.test(before) : /\s/.test(before);
    before = letter;
    return begins ? letter.toUpperCase() : letter;
  });
}

export function truncate(text: string, length: number): string {
  const bytes = Buffer.from(text);
  return bytes.length < length ? text : length < 0 ? mistake('The length is negative') : textOf(bytes.subarray(0, length));
}

export function pad(text: string, before: number, after: number): string {
  if (text === '') {
    return text;
  }
  if (before < 0 || after < 0) {
    return mistake('The number of blanks is negative');
  }
  return before + after > longestText ? unknown('So many blanks are not written here') : ' '.repeat(before) + text + ' '.repeat(after);
}

export function split(text: string, separator: string): readonly string[] {
  return separator === '' ? Array.from(text) : text.split(separator);
}
