/** Lines for the container's /etc/hosts: `--add-host`. */
import { code } from '../../text/markdown.ts';
import { atLeast } from './scan/cli-release.ts';
import { ipFamily } from './scan/ip.ts';
import { dockerOnly, part, safeFix, suggestWords, wholeProblem, type Word } from './scan/parsed.ts';
import { cut, type Slice, whole } from './scan/slice.ts';
import type { ValueContext, ValueGrammar, ValuePart, ValueProblem, ValueSignature } from './value-grammar.ts';

const gateway = 'host-gateway';

interface ExtraHost {
  readonly name: Slice;
  readonly address?: Slice;
}

/** Cuts at the first `=`, or else at the first `:`; before release 25 at the colon only. */
function cutHost(value: string, modern: boolean): ExtraHost {
  const { before, after } = cut(whole(value), modern && value.includes('=') ? '=' : ':');
  return after === undefined ? { name: before } : { name: before, address: after };
}

function isAddress(text: string, modern: boolean): boolean {
  const bare = modern && text.length > 2 ? text.replace(/^\[([^]*)\]$/, '$1') : text;
  return text === gateway || ipFamily(bare.trim()) !== undefined;
}

function accepts(value: string, modern: boolean): boolean {
  const { name, address } = cutHost(value, modern);
  return address !== undefined && name.text !== '' && !name.text.includes(':') && isAddress(address.text, modern);
}

function explain(value: string, modern: boolean): ValuePart[] {
  const { name, address } = cutHost(value, modern);
  if (address === undefined) {
    return [];
  }
  const target =
    address.text === gateway
      ? part(address.start, address.end, 'host gateway', 'The address of the host as containers reach it. A service of the host must listen on that address or on all; one that listens on `127.0.0.1` only is not reached.')
      : part(address.start, address.end, 'address', `The address ${code(address.text)}, fixed at creation: it is not followed when the machine moves.`);
  return [part(name.start, name.end, 'host name', `In the container ${code(name.text)} is found in \`/etc/hosts\`, before any name server is asked.`), target];
}

function complaint(value: string, modern: boolean): string {
  const { name, address } = cutHost(value, modern);
  if (address === undefined || name.text === '' || name.text.includes(':')) {
    return `${value === '' ? 'The value is empty' : `${code(value)} is not a host name with an address`}: write \`name:address\`, such as \`db.local:10.0.0.5\`.`;
  }
  return address.text === ''
    ? `The address of ${code(name.text)} is missing: an IP address or \`${gateway}\`.`
    : `${code(address.text)} is not an IP address; names other than \`${gateway}\` are not looked up.`;
}

function problem(value: string, context: ValueContext): ValueProblem {
  const modern = atLeast(context.version, 25);
  if (!modern && accepts(value, true)) {
    const { name, address } = cutHost(value, true);
    const classic = `${name.text}:${(address?.text ?? '').replace(/^\[(.*)\]$/, '$1')}`;
    const message = `This spelling needs Docker CLI 25 or newer; older ones know \`name:address\` without brackets only.`;
    return wholeProblem(value, { code: 'flag-requires-newer-docker', refusedBy: 'cli', message }, accepts(classic, false) ? [safeFix(classic)] : []);
  }
  const swapped = /^([0-9.]+)[:=]([A-Za-z][^:=]*)$/.exec(value);
  const candidates = [value.replace(/\s+/g, ''), value.replace(/\s+/, ':'), ...(swapped === null ? [] : [`${swapped[2] ?? ''}:${swapped[1] ?? ''}`])];
  const fixed = candidates.find((candidate) => candidate !== value && accepts(candidate, modern));
  return wholeProblem(value, { code: 'invalid-address', refusedBy: 'cli', message: complaint(value, modern) }, fixed === undefined ? [] : [safeFix(fixed)]);
}

const forms: readonly Word[] = [
  { text: 'host.docker.internal:host-gateway', meaning: 'Reaches services of the host under the name that Docker Desktop uses, on Linux engines too.' },
  { text: 'name:address', snippet: '${1:db.local}:${2:10.0.0.5}', meaning: 'A fixed line for `/etc/hosts`.' },
];

function signature(value: string, cursor: number): ValueSignature {
  const { address } = cutHost(value, true);
  return {
    label: 'name:address',
    documentation: 'A line for `/etc/hosts` of the container.',
    parameters: [
      { label: 'name', documentation: 'Host name as the container looks it up.' },
      { label: 'address', documentation: 'IPv4 or IPv6 address, or `host-gateway` for the host itself.' },
    ],
    active: address !== undefined && cursor >= address.start ? 1 : 0,
  };
}

export const extraHost: ValueGrammar = {
  kind: 'extra-host',
  form: '`name:address`, with CLI 25 and newer also `name=address`; the address is an IP or `host-gateway`',
  example: 'host.docker.internal:host-gateway',
  parse: (value, context) => {
    const modern = atLeast(context.version, 25);
    return accepts(value, modern)
      ? { parts: explain(value, modern), problems: [] }
      : { parts: [], problems: dockerOnly(context, [problem(value, context)]) };
  },
  suggest: (value, cursor) => {
    const { address } = cutHost(value, true);
    return address !== undefined && cursor >= address.start
      ? suggestWords([{ text: gateway, meaning: 'The host as containers reach it.' }, { text: '127.0.0.1', meaning: 'The container itself: shuts a name off.' }], address.start, value.length)
      : suggestWords(forms, 0, value.length);
  },
  signature,
};
