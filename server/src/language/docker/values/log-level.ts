/** How much the client logs about its own work. */
import { code } from '../../text/markdown.ts';
import { nearest } from './scan/nearest.ts';
import { dockerOnly, safeFix, suggestWords, wholePart, wholeProblem, type Word } from './scan/parsed.ts';
import type { ParsedValue, ValueContext, ValueGrammar } from './value-grammar.ts';

const words: readonly Word[] = [
  { text: 'debug', meaning: 'Shows what the client does over ssh.' },
  { text: 'info', meaning: 'The default.' },
  { text: 'warn', meaning: 'Warnings of the client and what is graver.' },
  { text: 'error', meaning: 'Errors; lines that begin with `WARNING:` are printed all the same.' },
  { text: 'fatal', meaning: 'Only what ends the client.' },
];

/** Those of the logging library of the client, in any case. */
const levels = ['trace', 'debug', 'info', 'warn', 'warning', 'error', 'fatal', 'panic'];

function parse(value: string, context: ValueContext): ParsedValue {
  if (value === '' || levels.includes(value.toLowerCase())) {
    return { parts: wholePart(value, 'log level', `The client logs what is ${code(value)} or graver; what a container prints stays as it is.`), problems: [] };
  }
  const near = nearest(value, levels);
  const message = `${code(value)} is not a log level. The levels are \`debug\`, \`info\`, \`warn\`, \`error\` and \`fatal\`.`;
  return { parts: [], problems: dockerOnly(context, [wholeProblem(value, { code: 'invalid-log-level', refusedBy: 'cli', message }, near === undefined ? [] : [safeFix(near)])]) };
}

export const logLevel: ValueGrammar = {
  kind: 'log-level',
  form: '`debug`, `info`, `warn`, `error` or `fatal`',
  example: 'debug',
  parse,
  suggest: (value) => suggestWords(words, 0, value.length),
};
