/** Options of the storage driver: `size=10G`. */
import { code, codeOr } from '../../text/markdown.ts';
import { part, wholeProblem } from './scan/parsed.ts';
import type { ValueGrammar } from './value-grammar.ts';

export const storageOpt: ValueGrammar = {
  kind: 'storage-opt',
  form: '`KEY=VALUE`, in practice `size=10G`',
  example: 'size=10G',
  parse: (value) => {
    const equals = value.indexOf('=');
    if (equals < 0) {
      const message = `${codeOr(value, 'An empty value')} sets nothing. Write \`KEY=VALUE\`, such as \`size=10G\`.`;
      return { parts: [], problems: [wholeProblem(value, { code: 'invalid-storage-opt', refusedBy: 'cli', message })] };
    }
    const size = value.startsWith('size=');
    const meaning = size ? 'The most that the container may write to its own layer. Works with overlay2 only on xfs mounted with `pquota`.' : 'An option of the storage driver.';
    const text = value.slice(equals + 1);
    return { parts: [part(0, equals, 'option', meaning), ...(text === '' ? [] : [part(equals + 1, value.length, 'value', code(text))])], problems: [] };
  },
  suggest: (value) => [{ text: 'size=${1:10G}', snippet: true, label: 'size=10G', documentation: 'Ceiling for what the container writes to its own layer.', start: 0, end: value.length }],
};
