/** Links to another container, the way of Docker before it had user-defined networks: `--link`. */
import { code } from '../../text/markdown.ts';
import { dockerOnly, part, suggestNames, wholeProblem } from './scan/parsed.ts';
import { cut, split, whole } from './scan/slice.ts';
import type { ValueGrammar } from './value-grammar.ts';

export const link: ValueGrammar = {
  kind: 'link',
  form: '`container[:alias]`',
  example: 'db:database',
  parse: (value, context) => {
    const [container = whole(value), alias, ...more] = split(whole(value), ':');
    if (container.text === '' || more.length > 0) {
      const message = more.length === 0 ? 'The container to link to is missing.' : `${code(value)} has too many colons: write \`container\` or \`container:alias\`.`;
      return { parts: [], problems: dockerOnly(context, [wholeProblem(value, { code: 'invalid-link', refusedBy: value === '' || more.length > 0 ? 'cli' : 'engine', message })]) };
    }
    const parts = [
      part(container.start, container.end, 'container', `The container ${code(container.text)} must exist and run, or this one does not start. Its address is written into \`/etc/hosts\`; a shared user-defined network does the same without a fixed order of starts.`),
    ];
    if (alias !== undefined && alias.text !== '') {
      parts.push(part(alias.start, alias.end, 'alias', `Found in this container as ${code(alias.text)}.`));
    }
    return { parts, problems: [] };
  },
  suggest: (value, cursor, context) => {
    const { before: container } = cut(whole(value), ':');
    return cursor <= container.end ? suggestNames(context, 'container', value.slice(0, cursor), 0, container.end) : [];
  },
  names: (value) => [{ kind: 'container', name: cut(whole(value), ':').before.text }],
};
