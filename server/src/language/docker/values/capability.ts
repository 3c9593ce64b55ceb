/** Linux capabilities: `NET_ADMIN`, `CAP_NET_ADMIN`, `ALL`. */
import { code, codeOr } from '../../text/markdown.ts';
import { nearest } from './scan/nearest.ts';
import { dockerOnly, safeFix, wholePart, wholeProblem } from './scan/parsed.ts';
import type { ParsedValue, ValueContext, ValueFix, ValueGrammar, ValueSuggestion } from './value-grammar.ts';
import { capabilityFacts, type CapabilityFacts } from './words/capabilities.ts';

const byName = new Map(capabilityFacts.map((capability) => [capability.name, capability]));
const all = 'Every capability at once.';

function bare(text: string): string {
  return text.toUpperCase().replace(/^CAP_/, '');
}

function describe({ name, allows, granted }: CapabilityFacts): string {
  return `CAP_${name}. ${allows} ${granted ? 'Every container has it unless it is dropped.' : 'Containers do not have it unless it is added.'}`;
}

/** `NET_BIND`: the one capability whose name goes on behind the text. */
function onlyOneThatBegins(text: string): string | undefined {
  const [first, ...others] = text.length < 4 ? [] : [...byName.keys()].filter((name) => name.startsWith(text));
  return others.length === 0 ? first : undefined;
}

function invalid(value: string, context: ValueContext, message: string, fixes: readonly ValueFix[] = []): ParsedValue {
  return { parts: [], problems: dockerOnly(context, [wholeProblem(value, { code: 'invalid-capability', refusedBy: 'engine', message }, fixes)]) };
}

function parse(value: string, context: ValueContext): ParsedValue {
  if (value.toUpperCase() === 'ALL') {
    return { parts: wholePart(value, 'capabilities', context.flag === 'cap-drop' ? `${all} Add back what the image needs with \`--cap-add\`.` : `${all} Close to \`--privileged\`.`), problems: [] };
  }
  const name = bare(value.trim());
  const known = byName.get(name);
  if (known !== undefined && value === value.trim()) {
    return { parts: wholePart(value, 'capability', describe(known)), problems: [] };
  }
  if (name === 'ALL' || known !== undefined) {
    return invalid(value, context, `${code(value)} is refused; write \`${name}\`.`, [safeFix(name)]);
  }
  if (/[,\s]/.test(value.trim())) {
    return invalid(value, context, `One flag takes one capability: repeat the flag for each of ${code(value)}.`);
  }
  const near = nearest(name, byName.keys()) ?? onlyOneThatBegins(name);
  return invalid(value, context, `${codeOr(value, 'An empty value')} is not a capability of Linux.${near === undefined ? ' Names look like `NET_ADMIN`.' : ` Did you mean \`${near}\`?`}`, near === undefined ? [] : [safeFix(near)]);
}

/** What people add in public scripts and documentation; those that come close to root behind the others. */
const mostAdded = ['NET_ADMIN', 'SYS_NICE', 'IPC_LOCK', 'SYS_PTRACE', 'SYS_TIME', 'SYS_RESOURCE', 'SYS_ADMIN'];

function byUse(one: CapabilityFacts, other: CapabilityFacts): number {
  const rank = ({ name }: CapabilityFacts): number => (mostAdded.includes(name) ? mostAdded.indexOf(name) : mostAdded.length);
  return rank(one) - rank(other);
}

function suggest(value: string, cursor: number, context: ValueContext): ValueSuggestion[] {
  const dropping = context.flag === 'cap-drop';
  // What is useful comes first: for dropping what a container has, for adding what it lacks.
  const useful = capabilityFacts.filter(({ granted }) => granted === dropping).sort(byUse);
  const rest = capabilityFacts.filter(({ granted }) => granted !== dropping);
  const first = { text: 'ALL', documentation: dropping ? `${all} Then add back what is needed.` : `${all} Rarely what is needed.`, start: 0, end: value.length };
  // An editor keeps what begins like that which is written.
  const prefix = /^cap_/i.test(value.slice(0, cursor)) ? 'CAP_' : '';
  const others = [...useful, ...rest].map(({ name, allows, granted }) => ({
    text: prefix + name,
    detail: granted ? 'granted by default' : 'not granted by default',
    documentation: allows,
    start: 0,
    end: value.length,
  }));
  return dropping ? [first, ...others] : [...others, first];
}

export const capability: ValueGrammar = { kind: 'capability', form: 'one capability, with or without `CAP_`, in any case; `ALL` for every one', example: 'NET_BIND_SERVICE', parse, suggest };
