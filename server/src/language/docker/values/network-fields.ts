/** The key and value fields of `--network`: what they are for, and which ones the CLI refuses. */
import { code, codeOr } from '../../text/markdown.ts';
import { atLeast } from './scan/cli-release.ts';
import { readCsv } from './scan/csv.ts';
import { firstProblems } from './scan/first-problems.ts';
import { parseInteger } from './scan/integer.ts';
import { ipFamily, mayBeMacAddress } from './scan/ip.ts';
import { nearest } from './scan/nearest.ts';
import type { Word } from './scan/parsed.ts';
import { cut, type Slice, trimmed } from './scan/slice.ts';
import { strayComma } from './scan/stray-comma.ts';
import type { ValueContext, ValueFix, ValueProblem } from './value-grammar.ts';

export interface NetworkKey {
  readonly name: string;
  readonly meaning: string;
  readonly sample: string;
  readonly since?: readonly [major: number, minor: number];
  readonly repeats?: boolean;
  readonly values?: readonly Word[];
}

export const networkKeys: readonly NetworkKey[] = [
  { name: 'name', meaning: 'The network to join; required.', sample: 'backend' },
  { name: 'alias', meaning: 'A further name under which other containers on this network find this one.', sample: 'db', repeats: true },
  { name: 'ip', meaning: 'A fixed IPv4 address, inside the subnet of a user-defined network.', sample: '172.30.0.10' },
  { name: 'ip6', meaning: 'A fixed IPv6 address, inside the subnet of a user-defined network.', sample: '2001:db8::10' },
  { name: 'mac-address', meaning: 'The hardware address of the interface on this network.', sample: '02:42:ac:11:00:02', since: [25, 0] },
  { name: 'link-local-ip', meaning: 'A further address that is valid on this link only.', sample: '169.254.10.10', since: [25, 0], repeats: true },
  {
    name: 'driver-opt',
    meaning: 'An option for the network driver, `key=value`.',
    sample: 'com.docker.network.endpoint.ifname=eth0',
    repeats: true,
    values: [
      { text: 'com.docker.network.endpoint.ifname=', meaning: 'The name of the interface in the container (engine 28 and newer).' },
      { text: 'com.docker.network.endpoint.sysctls=', meaning: 'Kernel settings of this interface, `IFNAME` for its name (engine 28 and newer).' },
    ],
  },
  { name: 'gw-priority', meaning: 'Of several networks, the one with the highest number gives the default route.', sample: '1', since: [28, 0] },
];

function invalid(at: { readonly start: number; readonly end: number }, message: string, fixes: readonly ValueFix[] = [], id = 'invalid-network', refusedBy: ValueProblem['refusedBy'] = 'cli'): ValueProblem {
  return { start: at.start, end: at.end, code: id, refusedBy, message, fixes };
}

function judgeAddress(value: Slice, context: ValueContext): ValueProblem | undefined {
  if (ipFamily(value.text, 'zone') !== undefined) {
    return undefined;
  }
  const typed = atLeast(context.version, 29);
  return typed || value.text !== '' ? invalid(value, `${code(value.text)} is not an IP address: write one such as \`172.30.0.10\`.`, [], 'invalid-address', typed ? 'cli' : 'engine') : undefined;
}

function judgeValue(name: string, value: Slice, context: ValueContext): ValueProblem | undefined {
  switch (name) {
    case 'ip':
    case 'ip6':
    case 'link-local-ip':
      return judgeAddress(value, context);
    case 'mac-address':
      return value.text === '' || mayBeMacAddress(value.text, context.version) ? undefined : invalid(value, `${code(value.text)} is not a MAC address: write six bytes such as \`02:42:ac:11:00:02\`.`, [], 'invalid-address');
    case 'driver-opt': {
      const equals = value.text.indexOf('=');
      return equals > 0 || (equals === 0 && !atLeast(context.version, 25)) ? undefined : invalid(value, `${code(value.text)} is not \`key=value\`, as driver options are.`);
    }
    case 'gw-priority':
      return typeof parseInteger(value.text, { base: 10, bits: 64, signed: true }) === 'bigint' ? undefined : invalid(value, `${code(value.text)} is not a whole number: write one such as \`1\`.`);
    default:
      return undefined;
  }
}

function judgeField(text: string, field: Slice, context: ValueContext): ValueProblem | undefined {
  const comma = strayComma(text, field);
  if (comma !== undefined) {
    return { ...comma, code: 'invalid-network', refusedBy: 'cli' };
  }
  const { before, after } = cut(field, '=');
  const key = trimmed(before);
  const name = key.text.toLowerCase();
  if (after === undefined || name === '') {
    return invalid(field, `${codeOr(field.text, 'An empty field')} is not \`key=value\`. With keys the network itself is \`name=…\`.`, /^[\w.-]+$/.test(field.text) && !networkKeys.some((known) => known.name === name) && field.start === 0 ? [{ title: `Write \`name=${field.text}\``, start: field.start, end: field.end, newText: `name=${field.text}`, safe: true }] : []);
  }
  const known = networkKeys.find((entry) => entry.name === name);
  if (known === undefined) {
    const guess = nearest(name, networkKeys.map((entry) => entry.name));
    return invalid(key, `${code(key.text)} is not a key of \`--network\`: ${networkKeys.map((entry) => `\`${entry.name}\``).join(', ')}.`, guess === undefined ? [] : [{ title: `Write \`${guess}\``, start: key.start, end: key.end, newText: guess, safe: false }]);
  }
  if (known.since !== undefined && !atLeast(context.version, ...known.since)) {
    return invalid(key, `\`${name}=\` needs Docker CLI ${known.since.join('.')} or newer.`, [], 'flag-requires-newer-docker');
  }
  return judgeValue(name, trimmed(after), context);
}

/** Names for which the engine keeps its own networks. */
function isBuiltIn(name: string): boolean {
  return ['bridge', 'host', 'none', 'default'].includes(name) || name.startsWith('container:');
}

export function judgeNetworkFields(value: string, context: ValueContext): ValueProblem[] {
  const { fields, failure } = readCsv(value);
  if (failure !== undefined) {
    return [invalid(failure, 'The double quotes do not match; they enclose a whole field.')];
  }
  const byField = firstProblems(fields, (field) => judgeField(value, field, context));
  if (byField.some(({ refusedBy }) => refusedBy === 'cli')) {
    return byField;
  }
  const values = (name: string) => fields.map((field) => cut(field, '=')).filter(({ before }) => before.text.trim().toLowerCase() === name).flatMap(({ after }) => (after === undefined ? [] : [trimmed(after)]));
  const target = values('name').at(-1)?.text.toLowerCase() ?? '';
  if (target === '') {
    return [...byField, invalid({ start: 0, end: value.length }, 'The network itself is missing: add `name=…`.')];
  }
  const alias = values('alias')[0];
  return alias !== undefined && isBuiltIn(target)
    ? [...byField, invalid(alias, `${code(target)} is not a user-defined network, and only those know aliases.`)]
    : byField;
}
