/** Search domains of the container's resolver: `--dns-search`. */
import { code } from '../../text/markdown.ts';
import { dockerOnly, suggestWords, wholePart, wholeProblem } from './scan/parsed.ts';
import type { ValueGrammar } from './value-grammar.ts';

const label = ':?(?:[a-zA-Z0-9]|:?[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
// The CLI's pattern lets a colon stand in front of a label, and so does this one.
const domainPattern = new RegExp(String.raw`^(:?${label}(?::?\.${label})*)\.?[\t\n\f\r ]*$`);
const longest = 254;

function isDomain(text: string): boolean {
  const head = text.replace(/[\t\n\f\r ]+$/, '');
  if (head.length > longest + 1 || !/[a-zA-Z]/.test(head)) {
    return false;
  }
  const domain = domainPattern.exec(head)?.[1];
  return domain !== undefined && domain.length <= longest;
}

export const dnsSearch: ValueGrammar = {
  kind: 'dns-search',
  form: 'a domain such as `example.com`, or `.` for none',
  example: 'svc.example.com',
  parse: (value, context) => {
    const text = value.replace(/^ +| +$/g, '');
    if (text === '.') {
      return { parts: wholePart(value, 'no search domain', 'The host\'s search domains are not taken over: short names are looked up as they are.'), problems: [] };
    }
    if (isDomain(text)) {
      const meaning = `A name without a dot, such as \`db\`, is also looked up as ${code(`db.${text}`)}. Naming a domain replaces those of the host.`;
      return { parts: wholePart(value, 'search domain', meaning), problems: [] };
    }
    const several = /[,\s]/.test(text) ? ' Several domains need one flag each.' : ' Labels hold letters, digits and inner hyphens, and one letter at least is needed.';
    const message = `${value === '' ? 'The domain is empty' : `${code(value)} is not a domain`}.${several}`;
    return { parts: [], problems: dockerOnly(context, [wholeProblem(value, { code: 'invalid-address', refusedBy: 'cli', message })]) };
  },
  suggest: (value) => suggestWords([{ text: '.', meaning: 'No search domain, not even those of the host.' }], 0, value.length),
};
