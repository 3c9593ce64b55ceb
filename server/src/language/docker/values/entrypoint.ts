/** The program that the container starts instead of the image's own: one executable, never a command line. */
import { code } from '../../text/markdown.ts';
import { wholePart, wholeProblem, wordsForWholeValue } from './scan/parsed.ts';
import type { ValueGrammar } from './value-grammar.ts';

/** Whether the blank separates arguments rather than being part of a file name. */
function holdsArguments(value: string): boolean {
  const [first = '', ...rest] = value.trim().split(/\s+/);
  if (rest.length === 0) {
    return false;
  }
  const fileName = first.startsWith('/') && rest.every((word) => !/^[-/.]/.test(word)) && rest.some((word) => word.includes('/'));
  return !fileName;
}

function problemOf(value: string): string | undefined {
  if (/^\s*\[.*\]\s*$/s.test(value)) {
    return 'A JSON list is not understood here: the engine looks for a program of this name. Name the program alone and put its arguments after the image.';
  }
  return holdsArguments(value) ? `The engine looks for a program named ${code(value)}, blanks included. Name the program alone and put its arguments after the image.` : undefined;
}

export const entrypoint: ValueGrammar = {
  kind: 'entrypoint',
  form: 'one program; its arguments go after the image; empty removes that of the image',
  example: 'sh',
  parse: (value) => {
    const message = problemOf(value);
    const parts = wholePart(value, 'program', `Starts ${code(value)} with the words after the image as arguments. The default command of the image is dropped.`);
    return { parts, problems: message === undefined ? [] : [wholeProblem(value, { code: 'entrypoint-with-arguments', refusedBy: 'nobody', message })] };
  },
  suggest: wordsForWholeValue([
    { text: 'sh', meaning: 'A shell to look around; images without one cannot start it.' },
    { text: '/bin/sh', meaning: 'A shell by its path.' },
    { text: 'bash', meaning: 'Where the image has it.' },
  ]),
};
