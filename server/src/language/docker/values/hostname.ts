/** The host name that a container sees as its own: `--hostname`. */
import { code } from '../../text/markdown.ts';
import { dockerOnly, wholePart, wholeProblem } from './scan/parsed.ts';
import type { ValueGrammar } from './value-grammar.ts';

/** The kernel's limit. */
const longest = 64;

function utf8Length(text: string): number {
  return Array.from(text).reduce((length, character) => {
    const point = character.codePointAt(0) ?? 0;
    return length + (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4);
  }, 0);
}

export const hostname: ValueGrammar = {
  kind: 'hostname',
  form: 'a host name of at most 64 bytes; letters, digits, `-` and `.`',
  example: 'web-1',
  parse: (value, context) => {
    const length = utf8Length(value);
    if (length > longest) {
      const message = `A host name has at most ${longest} bytes, this one has ${length}; the container would not start.`;
      return { parts: [], problems: dockerOnly(context, [wholeProblem(value, { code: 'invalid-hostname', refusedBy: 'engine', message })]) };
    }
    const odd = /^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(value) ? '' : ' It is not a name by the rules of DNS, and some programs refuse to start with it.';
    const meaning = `The program sees ${code(value)} as the name of its machine. On a user-defined network other containers find it by this name too, beside \`--name\` and \`--network-alias\`; on the default bridge by none.${odd}`;
    return { parts: wholePart(value, 'host name', meaning), problems: [] };
  },
};
