/** Which lines of a log are shown. */
import { withoutColours } from './terminal-text.ts';

export interface LogFilter {
  /** As the user wrote it: words, or an expression between slashes, such as `/timeout|refused/i`. */
  readonly text: string;
  passes(line: string): boolean;
}

/** Characters of a line that an expression is tried on: with a bad expression the time grows with a power of the length. */
const searched = 2_000;

/** Repetitions inside repetitions can take longer than anybody waits. */
const nestedRepetition = /\([^()]*[+*}][^()]*\)[+*{]/;

/** A filter, or what is wrong with the text. */
export function logFilter(text: string): LogFilter | string {
  const expression = /^\/(.+)\/([a-z]*)$/.exec(text);
  if (expression === null) {
    const words = text.toLowerCase().split(/\s+/).filter((word) => word !== '');
    return {
      text,
      passes: (line) => {
        const plain = withoutColours(line).toLowerCase();
        return words.every((word) => plain.includes(word));
      },
    };
  }
  const [, source = '', flags = ''] = expression;
  if (nestedRepetition.test(source)) {
    return 'A repetition inside a repetition can take for ever. Write it another way.';
  }
  try {
    // State that lives from line to line would skip matches.
    const pattern = new RegExp(source, flags.replace(/[gy]/g, ''));
    return { text, passes: (line) => pattern.test(withoutColours(line).slice(0, searched)) };
  } catch (error) {
    return error instanceof Error ? error.message : 'This is no regular expression.';
  }
}
