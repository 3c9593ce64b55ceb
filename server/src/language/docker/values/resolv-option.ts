/** Options of the container's resolver, as in resolv.conf: `--dns-option`. */
import { code } from '../../text/markdown.ts';
import { suggestWords, wholePart, type Word } from './scan/parsed.ts';
import type { ValueGrammar } from './value-grammar.ts';

const options: readonly Word[] = [
  { text: 'ndots:', snippet: 'ndots:${1:0}', meaning: 'Names with fewer dots than this are tried with the search domains first. `ndots:0` saves lookups where short names are not used.' },
  { text: 'timeout:', snippet: 'timeout:${1:2}', meaning: 'Seconds to wait for a name server before the next one is asked; 5 unless said.' },
  { text: 'attempts:', snippet: 'attempts:${1:3}', meaning: 'How often all name servers are asked before the lookup fails; 2 unless said.' },
  { text: 'rotate', meaning: 'Spreads lookups over the name servers instead of always beginning with the first.' },
  { text: 'single-request', meaning: 'Asks for IPv4 and IPv6 addresses one after the other: a cure for five-second pauses behind broken firewalls.' },
  { text: 'single-request-reopen', meaning: 'As `single-request`, with a new socket for the second question.' },
  { text: 'use-vc', meaning: 'Asks over TCP instead of UDP.' },
  { text: 'edns0', meaning: 'Allows answers longer than 512 bytes over UDP.' },
  { text: 'trust-ad', meaning: 'Passes on the server\'s word that an answer was checked by DNSSEC.' },
];

export const resolvOption: ValueGrammar = {
  kind: 'resolv-option',
  form: 'an option of resolv.conf, such as `ndots:1` or `timeout:2`; nobody checks it',
  example: 'ndots:1',
  parse: (value) => {
    const known = options.find(({ text }) => value === text || (text.endsWith(':') && value.startsWith(text)));
    const meaning = known?.meaning ?? `The line \`options\` of the container's resolv.conf gets ${code(value)}. C libraries skip options that they do not know, and musl (Alpine) knows few.`;
    return { parts: wholePart(value, 'resolver option', meaning), problems: [] };
  },
  suggest: (value) => suggestWords(options, 0, value.length, 'resolver option'),
};
