/** Addresses of name servers: `--dns`. */
import { code } from '../../text/markdown.ts';
import { ipFamily } from './scan/ip.ts';
import { dockerOnly, safeFix, suggestWords, wholePart, wholeProblem } from './scan/parsed.ts';
import type { ValueFix, ValueGrammar } from './value-grammar.ts';

function meaning(address: string): string {
  const loopback = address.startsWith('127.') || address === '::1';
  return loopback
    ? `${code(address)} is the container's own loopback, not the host's: a resolver that runs on the host does not answer there.`
    : `The name server ${code(address)} is asked instead of the host's. On a user-defined network Docker's resolver at \`127.0.0.11\` stays in front and forwards to it.`;
}

function fixes(value: string): ValueFix[] {
  const plain = value.trim().replace(/^\[(.*)\]$/, '$1').replace(/:53$/, '');
  return plain !== value && ipFamily(plain) !== undefined ? [safeFix(plain)] : [];
}

export const ipAddress: ValueGrammar = {
  kind: 'ip-address',
  form: 'one IPv4 or IPv6 address, without brackets or port; repeat the flag for more',
  example: '9.9.9.9',
  parse: (value, context) => {
    if (ipFamily(value.trim()) !== undefined) {
      return { parts: wholePart(value, 'name server', meaning(value.trim())), problems: [] };
    }
    const several = /[,\s]/.test(value.trim()) ? ' Several servers need one flag each.' : ' Names, brackets and ports are not understood here.';
    const message = `${value === '' ? 'The address is empty' : `${code(value)} is not an IP address`}.${several}`;
    return { parts: [], problems: dockerOnly(context, [wholeProblem(value, { code: 'invalid-address', refusedBy: 'cli', message }, fixes(value))]) };
  },
  suggest: (value) =>
    suggestWords(
      [
        { text: '9.9.9.9', meaning: 'Quad9, blocks known malicious names.' },
        { text: '1.1.1.1', meaning: 'Cloudflare.' },
        { text: '8.8.8.8', meaning: 'Google.' },
      ],
      0,
      value.length,
      'name server',
    ),
};
