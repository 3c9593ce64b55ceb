/** Kinds of objects that `docker inspect` looks for: `--type`. */
import { code } from '../../text/markdown.ts';
import { objectTypes } from '../generated/cli.ts';
import { atLeast } from './scan/cli-release.ts';
import { nearest } from './scan/nearest.ts';
import { dockerOnly, safeFix, suggestedFix, suggestWords, wholePart, wholeProblem } from './scan/parsed.ts';
import type { ValueContext, ValueFix, ValueGrammar } from './value-grammar.ts';

const meanings: Readonly<Record<string, string>> = {
  container: 'Containers, running or not.',
  image: 'Images on this host.',
  network: 'Networks.',
  volume: 'Volumes.',
  plugin: 'Plugins of the engine.',
  service: 'Services of a swarm.',
  task: 'Tasks of a swarm.',
  node: 'Machines of a swarm.',
  secret: 'Secrets of a swarm, without their content.',
  config: 'Configurations of a swarm.',
};

/** The words of this version: 20.10 lacks `config` and takes the empty word for all. */
function accepts(value: string, context: ValueContext): boolean {
  const known: readonly string[] = objectTypes;
  const old = !atLeast(context.version, 23);
  return value === '' ? old : known.includes(value) && !(old && value === 'config');
}

function fixes(value: string, context: ValueContext): ValueFix[] {
  const plain = value.trim().toLowerCase().replace(/s$/, '');
  const guess = nearest(plain, objectTypes);
  return accepts(plain, context) ? [safeFix(plain)] : guess === undefined ? [] : [suggestedFix(guess)];
}

export const objectType: ValueGrammar = {
  kind: 'object-type',
  form: objectTypes.map((type) => `\`${type}\``).join(', '),
  example: 'container',
  parse: (value, context) => {
    if (accepts(value, context)) {
      return { parts: wholePart(value, 'kind of object', `${meanings[value] ?? ''} A name that an image and a container share is no longer ambiguous.`), problems: [] };
    }
    const newer = value === 'config';
    const message = newer ? '`config` needs a newer Docker CLI than 20.10.' : `${value === '' ? 'The kind of object is missing' : `${code(value)} is not a kind of object`}: ${objectTypes.map((type) => `\`${type}\``).join(', ')}.`;
    return { parts: [], problems: dockerOnly(context, [wholeProblem(value, { code: newer ? 'flag-requires-newer-docker' : 'invalid-object-type', refusedBy: 'cli', message }, newer ? [] : fixes(value, context))]) };
  },
  suggest: (value) => suggestWords(['container', 'image', 'network', 'volume', 'plugin', 'service', 'task', 'node', 'secret', 'config'].map((text) => ({ text, meaning: meanings[text] ?? '' })), 0, value.length),
};
