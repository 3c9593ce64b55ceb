/** Environment variables: `NAME=VALUE`, or `NAME` alone to hand on the caller's. */
import { code } from '../../text/markdown.ts';
import { part, suggestedFix, wholeProblem, withParts } from './scan/parsed.ts';
import type { ParsedValue, ValueContext, ValueGrammar, ValuePart, ValueProblem } from './value-grammar.ts';

function nameProblem(value: string, name: string): ValueProblem[] {
  if (name === '') {
    const message = value === '' ? 'A variable is missing, such as `NAME=value`.' : 'A name is missing before `=`.';
    return [wholeProblem(value, { code: 'invalid-env', refusedBy: 'cli', message })];
  }
  if (/\s/.test(name)) {
    const message = `The name ${code(name)} holds a blank: the variable is set, but no shell can read it. Remove the blank.`;
    const trimmed = name.trim();
    const fixes = /\s/.test(trimmed) ? [] : [{ ...suggestedFix(trimmed), start: 0, end: name.length }];
    return [{ start: 0, end: name.length, code: 'invalid-env', refusedBy: 'nobody', message, fixes }];
  }
  return [];
}

/** Quotes that the shell did not take away reach the program, which hardly expects them. */
function quoteProblem(text: string, start: number): ValueProblem[] {
  const inner = /^(["'])((?:(?!\1)[^])*)\1$/.exec(text)?.[2];
  if (inner === undefined) {
    return [];
  }
  const end = start + text.length;
  const message = `The quotes belong to the value: the program gets ${code(text)}. Quote the whole word instead, or leave the inner quotes out.`;
  return [{ start, end, code: 'env-value-keeps-quotes', refusedBy: 'nobody', message, fixes: [{ ...suggestedFix(inner, 'Remove the inner quotes'), start, end }] }];
}

function explain(value: string, equals: number, isKept: boolean): ValuePart[] {
  if (equals < 0) {
    const meaning = `Hands on ${code(value)} from the environment of the command, so its value stays out of the script. Not set there: the container does not get it either.`;
    return [part(0, value.length, 'name', meaning)];
  }
  const text = value.slice(equals + 1);
  return [
    part(0, equals, 'name', `The variable ${code(value.slice(0, equals))} in the container; it wins over the image and over \`--env-file\`.`),
    part(equals + 1, value.length, 'value', text === '' ? 'Set, but empty.' : `Everything after the first \`=\`, as it stands: ${code(text)}.${isKept ? ' `docker inspect` shows it to anyone who may use Docker.' : ''}`),
  ];
}

function parse(value: string, { command }: ValueContext): ParsedValue {
  const equals = value.indexOf('=');
  const name = equals < 0 ? value : value.slice(0, equals);
  const problems = nameProblem(value, name);
  if (name === '') {
    return { parts: [], problems };
  }
  return withParts(equals < 0 ? problems : [...problems, ...quoteProblem(value.slice(equals + 1), equals + 1)], () => explain(value, equals, command !== 'exec'));
}

export const env: ValueGrammar = {
  kind: 'env',
  form: '`NAME=VALUE`, or `NAME` alone to hand on the value that the command itself has',
  example: 'LOG_LEVEL=info',
  parse,
  suggest: (value) =>
    value === '' || !value.includes('=')
      ? [
          { text: '${1:NAME}=${2:value}', snippet: true, label: 'NAME=value', documentation: 'Sets the variable in the container.', start: 0, end: value.length },
          { text: '${1:NAME}', snippet: true, label: 'NAME', documentation: 'Hands on the variable of the calling shell: right for secrets.', start: 0, end: value.length },
        ]
      : [],
};
