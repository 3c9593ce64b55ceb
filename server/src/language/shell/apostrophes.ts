/** Tells the apostrophes of prose between commands, such as `l'image`, from quotes: what stands below them is no quoted text. */
import { LineState } from './line-state.ts';

/** A word up to a letter in front of the mark; an option is none, as in `-e's/a/b/'`. */
const elided = /(?:^|\s)(?!-)[^\s'"]*\p{L}$/u;
const mayElide = /\p{L}'\p{L}/u;

/** The typographic one, which means nothing to a shell and is as long. */
const apostrophe = '\u2019';

const longestWord = 100;

function isElided(line: string, at: number): boolean {
  return /^\p{L}/u.test(line.slice(at + 1, at + 3)) && elided.test(line.slice(Math.max(0, at - longestWord), at));
}

/** The lines with apostrophes of prose in place of quotes that would reach over the lines below. */
export function withoutApostrophes(lines: readonly string[]): readonly string[] {
  if (!lines.some((line) => mayElide.test(line))) {
    return lines;
  }
  let state = new LineState();
  return lines.map((line) => {
    const isFree = !state.pending;
    state.read(line);
    const at = state.openQuote;
    if (!isFree || at === undefined || !isElided(line, at)) {
      return line;
    }
    const prose = line.slice(0, at) + apostrophe + line.slice(at + 1);
    state = new LineState();
    state.read(prose);
    return prose;
  });
}
