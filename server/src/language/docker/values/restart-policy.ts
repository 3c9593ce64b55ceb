/** When the engine starts a container again: `no`, `always`, `unless-stopped`, `on-failure[:MAX]`. */
import { code, codeOr } from '../../text/markdown.ts';
import { nearest } from './scan/nearest.ts';
import { parseInteger } from './scan/integer.ts';
import { dockerOnly, part, safeFix, suggestedFix, suggestWords, wholeProblem, type Word } from './scan/parsed.ts';
import type { ParsedValue, ValueContext, ValueFix, ValueGrammar, ValueProblem } from './value-grammar.ts';

const policies: readonly Word[] = [
  { text: 'unless-stopped', meaning: 'Starts it again whenever it ends and when the engine starts, unless somebody stopped it. The usual choice for services.' },
  { text: 'on-failure', meaning: 'Starts it again only after an exit code other than 0, without an end.' },
  { text: 'on-failure:5', snippet: 'on-failure:${1:5}', meaning: 'Starts it again after an exit code other than 0, at most five times in a row. For jobs that may fail for good.' },
  { text: 'always', meaning: 'Starts it again whenever it ends. A container that was stopped by hand comes back when the engine restarts.' },
  { text: 'no', meaning: 'Never starts it again; the default.' },
];

const names: ReadonlyMap<string, string> = new Map(policies.flatMap(({ text, meaning }) => (text.includes(':') ? [] : [[text, meaning] as const])));

/** Podman has no daemon that would start containers. */
const forPodman = 'Starts it again whenever it ends, unless it was stopped by hand. After a reboot only a unit of systemd starts it: `podman-restart.service`, or a Quadlet.';

function meaningOf(name: string, podman: boolean): string | undefined {
  return podman && (name === 'always' || name === 'unless-stopped') ? forPodman : names.get(name);
}

/** What other systems call a policy. */
const synonyms: ReadonlyMap<string, string> = new Map([
  ['never', 'no'],
  ['none', 'no'],
  ['false', 'no'],
  ['onfailure', 'on-failure'],
  ['on_failure', 'on-failure'],
  ['failure', 'on-failure'],
  ['unlessstopped', 'unless-stopped'],
  ['unless_stopped', 'unless-stopped'],
  ['until-stopped', 'unless-stopped'],
]);

function meant(name: string): string | undefined {
  const lower = name.trim().toLowerCase();
  return names.has(lower) ? lower : (synonyms.get(lower) ?? nearest(lower, names.keys()));
}

function invalid(start: number, end: number, refusedBy: ValueProblem['refusedBy'], message: string, fixes: readonly ValueFix[] = []): ValueProblem {
  return { start, end, code: 'invalid-restart-policy', refusedBy, message, fixes };
}

/** What the CLI refuses: it looks only at what stands around the colon. */
function refusedByCli(value: string, context: ValueContext): ValueProblem | undefined {
  const colon = value.indexOf(':');
  if (colon < 0) {
    return undefined;
  }
  const old = context.version === '20.10.24';
  const name = value.slice(0, colon);
  const count = value.slice(colon + 1);
  if (name === '' && !old) {
    return invalid(0, value.length, 'cli', 'A policy is missing before the colon, such as `on-failure:5`.', parseInteger(count) === 'syntax' ? [] : [suggestedFix(`on-failure:${count}`)]);
  }
  if (count === '' ? old : typeof parseInteger(count, { base: 10, bits: 64, signed: true }) === 'string') {
    const message = `${codeOr(count, 'Nothing')} stands where the number of restarts belongs, such as \`on-failure:5\`.`;
    const fix = count === '' && name === 'on-failure' ? [safeFix(name)] : [];
    return invalid(count === '' ? colon : colon + 1, value.length, 'cli', message, fix);
  }
  return undefined;
}

/** What the engine refuses: an unknown policy, and a count where there is none. */
function refusedByEngine(name: string, count: bigint, value: string): ValueProblem | undefined {
  if (!names.has(name)) {
    const fixed = meant(name);
    const message = `${code(name)} is not a restart policy. The policies are \`no\`, \`always\`, \`unless-stopped\` and \`on-failure\`, in lower case.`;
    return invalid(0, name.length, 'engine', message, fixed === undefined ? [] : [{ title: `Write \`${fixed}\``, start: 0, end: name.length, newText: fixed, safe: true }]);
  }
  if (count === 0n) {
    return undefined;
  }
  if (name !== 'on-failure') {
    const fixes = [suggestedFix(`on-failure:${count}`), suggestedFix(name)];
    return wholeProblem(value, { code: 'invalid-restart-policy', refusedBy: 'engine', message: `Only \`on-failure\` takes a number of restarts; \`${name}\` has no end.` }, fixes);
  }
  return count < 0n ? invalid(name.length + 1, value.length, 'engine', 'The number of restarts cannot be negative. Leave it out for no end.', [suggestedFix('on-failure')]) : undefined;
}

function parse(value: string, context: ValueContext): ParsedValue {
  const [name = '', countText = ''] = value.split(':');
  const parsed = parseInteger(countText, { base: 10, bits: 64, signed: true });
  const count = typeof parsed === 'bigint' ? parsed : 0n;
  const meaning = meaningOf(name, context.podman === true);
  const parts = meaning === undefined ? [] : [part(0, name.length, 'policy', name === 'on-failure' && count > 0n ? 'Starts it again only after an exit code other than 0.' : meaning)];
  const byCli = refusedByCli(value, context);
  if (byCli !== undefined) {
    return { parts, problems: [byCli] };
  }
  if (name === 'on-failure' && count > 0n) {
    parts.push(part(name.length + 1, value.length, 'restarts', `At most ${count} ${count === 1n ? 'restart' : 'restarts in a row'}, then it stays stopped. A start by hand counts anew.`));
  }
  const byEngine = value === '' ? undefined : refusedByEngine(name, count, value);
  return { parts, problems: byEngine === undefined ? [] : dockerOnly(context, [byEngine]) };
}

export const restartPolicy: ValueGrammar = {
  kind: 'restart-policy',
  form: '`no`, `always`, `unless-stopped`, `on-failure` or `on-failure:MAX`',
  example: 'unless-stopped',
  parse,
  suggest: (value) => suggestWords(policies, 0, value.length),
};
