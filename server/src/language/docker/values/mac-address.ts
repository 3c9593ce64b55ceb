/** The hardware address of a container's interface: `--mac-address`. */
import { code } from '../../text/markdown.ts';
import { mayBeMacAddress } from './scan/ip.ts';
import { dockerOnly, suggestWords, wholePart, wholeProblem } from './scan/parsed.ts';
import type { ValueGrammar } from './value-grammar.ts';

function meaning(address: string): string {
  const first = Number.parseInt(address.slice(0, 2), 16);
  const owner =
    (first & 1) === 1
      ? ' Its first byte is odd, which marks a group address: an interface cannot have it, and the start fails.'
      : (first & 2) === 2
        ? ' It is locally administered (second bit of the first byte), so it cannot clash with a real card.'
        : ' It is in a range given to a maker of network cards; addresses that begin with `02` are free for such use.';
  return `The container's interface gets this address, for licences and DHCP reservations that are bound to one.${owner}`;
}

export const macAddress: ValueGrammar = {
  kind: 'mac-address',
  form: 'six bytes in hexadecimal: `02:42:ac:11:00:02`, also with `-`, or `0242.ac11.0002`',
  example: '02:42:ac:11:00:02',
  parse: (value, context) => {
    const address = value.trim();
    if (value === '' || mayBeMacAddress(address, context.version)) {
      return { parts: wholePart(value, 'MAC address', meaning(address)), problems: [] };
    }
    const message = `${code(value)} is not a MAC address: write six bytes such as \`02:42:ac:11:00:02\`.`;
    return { parts: [], problems: dockerOnly(context, [wholeProblem(value, { code: 'invalid-address', refusedBy: 'cli', message })]) };
  },
  suggest: (value) =>
    suggestWords([{ text: '02:42:ac:11:00:02', snippet: '02:42:${1:ac:11:00:02}', meaning: 'A locally administered address, free for such use.' }], 0, value.length),
};
