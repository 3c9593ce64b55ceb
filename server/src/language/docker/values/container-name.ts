/** The name of a container. */
import { code } from '../../text/markdown.ts';
import { dockerOnly, suggestedFix, wholePart, wholeProblem } from './scan/parsed.ts';
import type { ValueGrammar } from './value-grammar.ts';

const valid = /^\/?[a-zA-Z0-9][a-zA-Z0-9_.-]+$/;

/** A name that the engine takes and that says the same; letters lose their accents. */
function legal(name: string): string | undefined {
  const plain = name.normalize('NFD').replace(/(?<=[A-Za-z])[\u0300-\u036f]+/g, '');
  const legalName = plain.replace(/[^a-zA-Z0-9_.-]+/g, '-').replace(/^[^a-zA-Z0-9]+/, '').replace(/-+$/, '');
  return valid.test(legalName) ? legalName : undefined;
}

export const containerName: ValueGrammar = {
  kind: 'container-name',
  form: 'at least two of letters, digits, `_`, `.` and `-`, beginning with a letter or digit',
  example: 'web',
  parse: (value, context) => {
    const parts = wholePart(value, 'name', `The name for later commands, and the host name for other containers on the same user-defined network. Only one container at a time can have it.`);
    if (value === '' || valid.test(value)) {
      return { parts, problems: [] };
    }
    const why = value.length === 1 ? 'is too short: a name has at least two characters' : 'is not a container name: letters, digits, `_`, `.` and `-` are allowed, and a letter or digit comes first';
    const fixed = legal(value);
    const problem = wholeProblem(value, { code: 'invalid-container-name', refusedBy: 'engine', message: `${code(value)} ${why}.` }, fixed === undefined ? [] : [suggestedFix(fixed)]);
    return { parts, problems: dockerOnly(context, [problem]) };
  },
  names: (name) => [{ kind: 'container', name }],
};
