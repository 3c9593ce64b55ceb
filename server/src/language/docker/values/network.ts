/** The network that a container joins: `--network`, short or as key and value fields. */
import { code, codeOr } from '../../text/markdown.ts';
import { judgeNetworkFields, networkKeys } from './network-fields.ts';
import { readCsv } from './scan/csv.ts';
import { dockerOnly, part, suggestNames, suggestWords, type Word } from './scan/parsed.ts';
import { cut, type Slice, whole } from './scan/slice.ts';
import { soundFixes } from './scan/sound-fixes.ts';
import type { Named, SuggestionContext, ValueContext, ValueGrammar, ValuePart, ValueProblem, ValueSignature, ValueSuggestion } from './value-grammar.ts';

const modes: readonly Word[] = [
  { text: 'bridge', meaning: 'Docker\'s first network. Containers on it reach each other by address only, not by name; a network of your own (`docker network create`) adds names.' },
  { text: 'host', meaning: 'The network of the host itself: no isolation, `-p` has no effect, and a port that is taken on the host is taken for the container.' },
  { text: 'none', meaning: 'No network, only the loopback: for programs that must not talk to anybody.' },
  { text: 'container:', snippet: 'container:${1:web}', meaning: 'The network of another container: same address, same ports, `localhost` is shared. That container must run first.' },
];

/** What podman alone knows beside networks, options behind a colon left out. */
const modesOfPodman: readonly Word[] = [
  { text: 'bridge', meaning: 'The first network of podman, which root uses where none is named. Containers on it reach each other by address only; a network of your own (`podman network create`) adds names.' },
  { text: 'pasta', meaning: 'The network of podman without root since version 5: the container appears with the addresses of the host.' },
  { text: 'slirp4netns', meaning: 'A network in user space, that of podman without root before version 5.' },
  { text: 'private', meaning: 'A network namespace of its own, connected as podman does where nothing is said.' },
  { text: 'ns', meaning: 'The network namespace at this path.' },
];

/** Whether the CLI reads the value as key and value fields. */
export function isLongForm(value: string): boolean {
  return /\w=\w/.test(value);
}

function modeMeaning(name: string, podman = false): string {
  const own = podman ? modesOfPodman.find(({ text }) => text === name.split(':')[0]) : undefined;
  if (own !== undefined) {
    return own.meaning;
  }
  if (name === 'default') {
    return 'The engine\'s default network, which is `bridge` on Linux.';
  }
  if (name.startsWith('container:')) {
    return `The network of the container ${code(name.slice('container:'.length))}: same address, same ports, \`localhost\` is shared. Ports must be published there. When it restarts, this one is without a network until it is restarted too.`;
  }
  return (
    modes.find(({ text }) => text === name)?.meaning ??
    `The user-defined network ${codeOr(name, 'that is to be named here')}: containers on it find each other by name. It must exist (\`${podman ? 'podman' : 'docker'} network create\`) when the container starts.`
  );
}

function explainField(field: Slice): ValuePart[] {
  const { before: key, after } = cut(field, '=');
  const known = networkKeys.find(({ name }) => name === key.text.trim().toLowerCase());
  if (known === undefined || after === undefined) {
    return [];
  }
  const text = after.text.trim();
  const lower = text === text.toLowerCase() || known.name === 'ip6' ? '' : ` The CLI turns it into lower case: ${code(text.toLowerCase())}.`;
  return [part(field.start, field.end, known.name, `${known.name === 'name' ? modeMeaning(text.toLowerCase()) : known.meaning}${lower}`)];
}

function judgeShort(value: string): ValueProblem[] {
  if (value.trim() === '') {
    return [{ start: 0, end: value.length, code: 'invalid-network', refusedBy: 'cli', message: 'The network is empty: often an unset variable.' }];
  }
  return value === 'container:'
    ? [{ start: 0, end: value.length, code: 'invalid-network', refusedBy: 'engine', message: 'The name of the container is missing: `container:web`.' }]
    : [];
}

function parse(value: string, context: ValueContext): ReturnType<ValueGrammar['parse']> {
  if (isLongForm(value)) {
    return { parts: readCsv(value).fields.flatMap(explainField), problems: dockerOnly(context, soundFixes(value, judgeNetworkFields(value, context), (fixed) => judgeNetworkFields(fixed, context))) };
  }
  const problems = judgeShort(value);
  return { parts: problems.length > 0 ? [] : [part(0, value.length, 'network', modeMeaning(value, context.podman))], problems: dockerOnly(context, problems) };
}

function fieldsOf(value: string): readonly Slice[] {
  const { fields } = readCsv(value);
  return fields.length === 0 ? [whole(value)] : fields;
}

const ofContainer = 'container:';

function namesIn(value: string): Named[] {
  const field = isLongForm(value) ? fieldsOf(value).map((one) => cut(one, '=')).find(({ before }) => before.text.trim().toLowerCase() === 'name') : undefined;
  const name = isLongForm(value) ? (field?.after?.text.trim() ?? '') : value;
  if (name.startsWith(ofContainer)) {
    return [{ kind: 'container', name: name.slice(ofContainer.length) }];
  }
  return name === 'default' || modes.some(({ text }) => text === name) ? [] : [{ kind: 'network', name }];
}

/** The names that can stand in `[start, end)`. */
function suggestTargets(value: string, cursor: number, start: number, end: number, context: SuggestionContext): ValueSuggestion[] {
  const typed = value.slice(start, cursor);
  return typed.startsWith(ofContainer)
    ? suggestNames(context, 'container', typed.slice(ofContainer.length), start, end, ofContainer)
    : suggestNames(context, 'network', typed, start, end);
}

function suggest(value: string, cursor: number, context: SuggestionContext): readonly ValueSuggestion[] {
  const fields = fieldsOf(value);
  const here = fields.find(({ start, end }) => start <= cursor && cursor <= end);
  if (here === undefined) {
    return [];
  }
  const { before: key, after } = cut(here, '=');
  if (after !== undefined && cursor >= after.start) {
    return key.text.toLowerCase() === 'name'
      ? suggestTargets(value, cursor, after.start, after.end, context)
      : suggestWords(networkKeys.find(({ name }) => name === key.text.toLowerCase())?.values ?? [], after.start, after.end);
  }
  const single = fields.length === 1 && after === undefined;
  const given = new Set(fields.filter((field) => field !== here).map((field) => cut(field, '=').before.text.toLowerCase()));
  const words = networkKeys.filter(({ name, repeats }) => repeats === true || !given.has(name)).map(({ name, meaning, sample }) => ({ text: `${name}=`, meaning, snippet: `${name}=\${1:${sample}}` }));
  const keyed = after === undefined ? suggestWords(words, here.start, here.end, 'network key') : suggestWords(words.map(({ text, meaning }) => ({ text: text.slice(0, -1), meaning })), key.start, key.end, 'network key');
  return single ? [...suggestTargets(value, cursor, 0, value.length, context), ...suggestWords(modes, 0, value.length, 'network mode'), ...keyed.filter(({ label }) => label === 'name=')] : keyed;
}

function signature(value: string, cursor: number): ValueSignature | undefined {
  if (!value.includes('=')) {
    return undefined;
  }
  const here = fieldsOf(value).find(({ start, end }) => start <= cursor && cursor <= end);
  const name = here === undefined ? '' : cut(here, '=').before.text.toLowerCase();
  const index = ['name', 'alias', 'ip', 'ip6'].indexOf(name);
  return {
    label: 'name=…[,alias=…][,ip=…][,ip6=…][,key=value]',
    documentation: 'The whole value is turned into lower case.',
    parameters: [
      { label: 'name=…', documentation: 'The network; required.' },
      { label: 'alias=…', documentation: 'A further name of the container on this network; repeat for more.' },
      { label: 'ip=…', documentation: 'Fixed IPv4 address inside the network\'s subnet.' },
      { label: 'ip6=…', documentation: 'Fixed IPv6 address inside the network\'s subnet.' },
      { label: 'key=value', documentation: '`mac-address`, `link-local-ip`, `driver-opt`, `gw-priority`.' },
    ],
    active: index >= 0 ? index : 4,
  };
}

export const network: ValueGrammar = {
  kind: 'network',
  form: '`bridge`, `host`, `none`, `container:name`, the name of a network, or fields `name=…,alias=…,ip=…,ip6=…,mac-address=…,driver-opt=…,gw-priority=…`',
  example: 'backend',
  parse,
  suggest,
  names: namesIn,
  signature,
};
