/** Labels and annotations: `KEY=VALUE` metadata on a container. */
import { code, codeOr } from '../../text/markdown.ts';
import { dockerOnly, part, wholeProblem } from './scan/parsed.ts';
import type { ValueGrammar, ValuePart } from './value-grammar.ts';

function keyAndValue(value: string, what: string): ValuePart[] {
  const equals = value.indexOf('=');
  const key = equals < 0 ? value : value.slice(0, equals);
  if (key === '') {
    return [];
  }
  const parts = [part(0, key.length, 'key', `The key of the ${what}.`)];
  return equals < 0 ? parts : [...parts, part(equals + 1, value.length, 'value', `Everything after the first \`=\`: ${codeOr(value.slice(equals + 1), 'nothing')}.`)];
}

export const label: ValueGrammar = {
  kind: 'label',
  form: '`KEY=VALUE`, or `KEY` alone for an empty value',
  example: 'com.example.team=web',
  parse: (value) => {
    const key = (value.split('=')[0] ?? '').replace(/^[ \t]+/, '');
    if (key === '') {
      const message = value === '' ? 'A label is missing, such as `com.example.team=web`.' : 'A key is missing before `=`.';
      return { parts: [], problems: [wholeProblem(value, { code: 'invalid-label', refusedBy: 'cli', message })] };
    }
    if (/[ \t]/.test(key)) {
      const message = `The key ${code(key)} holds a blank, which the CLI refuses. Use dots or hyphens instead.`;
      const end = value.split('=')[0]?.length ?? value.length;
      return { parts: [], problems: [{ start: 0, end, code: 'invalid-label', refusedBy: 'cli', message }] };
    }
    return { parts: keyAndValue(value, 'label, for `docker ps --filter label=…` and for tools such as Traefik'), problems: [] };
  },
  suggest: (value) =>
    value.includes('=')
      ? []
      : [{ text: '${1:com.example.team}=${2:value}', snippet: true, label: 'key=value', documentation: 'A key in reverse domain notation and its value.', start: 0, end: value.length }],
};

export const annotation: ValueGrammar = {
  kind: 'annotation',
  form: '`KEY=VALUE`, handed to the OCI runtime',
  example: 'com.example.team=web',
  parse: (value, context) => {
    const empty = value === '' || value.startsWith('=');
    const message = 'The engine refuses an annotation without a key. Write `KEY=VALUE`.';
    const problems = empty ? [wholeProblem(value, { code: 'invalid-label', refusedBy: 'engine', message })] : [];
    return { parts: keyAndValue(value, 'annotation, for the OCI runtime; `docker ps` cannot filter by it'), problems: dockerOnly(context, problems) };
  },
};
