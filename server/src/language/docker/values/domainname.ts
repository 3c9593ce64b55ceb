/** The NIS domain of a container: `--domainname`. */
import { code } from '../../text/markdown.ts';
import { wholePart } from './scan/parsed.ts';
import type { ValueGrammar } from './value-grammar.ts';

export const domainname: ValueGrammar = {
  kind: 'domainname',
  form: 'a domain such as `example.com`; nobody checks it',
  example: 'example.com',
  parse: (value) => ({
    parts: wholePart(value, 'domain name', `The kernel reports ${code(value)} as the NIS domain, and \`/etc/hosts\` gets the host name with it. DNS is not changed: that takes \`--dns-search\`.`),
    problems: [],
  }),
};
