/** Ports that an image or container declares without publishing them: `--expose`. */
import { code } from '../../text/markdown.ts';
import { atLeast } from './scan/cli-release.ts';
import { dockerOnly, part, suggestWords } from './scan/parsed.ts';
import { parsePortRange, portComplaint, usualService } from './scan/port.ts';
import { cut, whole } from './scan/slice.ts';
import type { ValueFix, ValueGrammar, ValuePart, ValueProblem } from './value-grammar.ts';

function problem(start: number, end: number, message: string, fixes: readonly ValueFix[] = []): ValueProblem {
  return { start, end, code: 'invalid-port-mapping', refusedBy: 'cli', message, fixes };
}

export const expose: ValueGrammar = {
  kind: 'expose',
  form: '`port[/protocol]` or a range `8000-8010[/protocol]`; protocol `tcp` (default), `udp` or `sctp`',
  example: '8080',
  parse: (value, context) => {
    if (value.includes(':') && !atLeast(context.version, 29)) {
      const message = `${code(value)} maps a port, which \`--expose\` cannot: it takes the container's port only. Publish with \`-p ${value}\`.`;
      return { parts: [], problems: dockerOnly(context, [problem(0, value.length, message)]) };
    }
    const { before: port, after: protocol } = cut(whole(value), '/');
    const range = parsePortRange(port.text, context.version, false);
    if (typeof range === 'string') {
      const hint = value.includes(':') ? ` To map a port to the host, publish it with \`-p\`.` : '';
      const plain = value.trim();
      const fixes = plain !== value && typeof parsePortRange(cut(whole(plain), '/').before.text, context.version, false) !== 'string' ? [{ title: 'Remove the blanks', newText: plain, safe: true }] : [];
      const what = range === 'empty' ? 'The port' : code(port.text);
      return { parts: [], problems: dockerOnly(context, [problem(0, value.length, `${what} ${portComplaint(range)}. Write a port such as \`8080\`.${hint}`, fixes)]) };
    }
    const many = range.first === range.last ? `Port ${range.first}${usualService(range.first)}` : `Ports ${range.first} to ${range.last}`;
    const parts: ValuePart[] = [
      part(port.start, port.end, 'container port', `${many} of the container. This is a note for \`-P\` and for people: nothing on the host listens, and containers on the same network reach the port with or without it.`),
    ];
    if (protocol !== undefined && protocol.text !== '') {
      parts.push(part(protocol.start, protocol.end, 'protocol', `Protocol ${code(protocol.text)}; nobody checks it here.`));
    }
    return { parts, problems: [] };
  },
  suggest: (value, cursor) => {
    const slash = value.indexOf('/');
    return slash >= 0 && cursor > slash
      ? suggestWords([{ text: 'tcp', meaning: 'The default.' }, { text: 'udp', meaning: 'DNS, QUIC, games.' }, { text: 'sctp', meaning: 'Telephony.' }], slash + 1, value.length)
      : [];
  },
};
