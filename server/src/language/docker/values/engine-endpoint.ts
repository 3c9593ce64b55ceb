/** The address of an engine: `ssh://user@host`, `unix:///var/run/docker.sock`. */
import { code } from '../../text/markdown.ts';
import { socketMeaning, powerOfSocket } from '../engine-socket.ts';
import { dockerOnly, part, safeFix, suggestedFix, suggestWords, withParts, wholeProblem, type Word } from './scan/parsed.ts';
import type { ParsedValue, ValueContext, ValueFix, ValueGrammar, ValuePart, ValueProblem } from './value-grammar.ts';

const words: readonly Word[] = [
  { text: 'unix:///var/run/docker.sock', meaning: 'The engine of this machine.' },
  { text: 'ssh://USER@HOST', snippet: 'ssh://${1:user}@${2:host}', meaning: 'The engine of another machine, by the `ssh` of this one: no port to open, no certificate.' },
  { text: 'tcp://HOST:2376', snippet: 'tcp://${1:host}:2376', meaning: 'An engine that listens on the network with TLS; add `--tlsverify`.' },
];

const meanings: Readonly<Record<string, string>> = {
  unix: 'A socket of this machine.',
  npipe: 'A named pipe of Windows.',
  fd: 'A socket that systemd hands over: for the engine itself, not for a client.',
  ssh: 'The client starts `ssh`, which runs `docker system dial-stdio` over there: the account must be allowed to use the engine.',
  tcp: 'The API on the network: by convention on port 2375 without TLS, which gives root to everybody who can connect, and on 2376 with it.',
};

/** An address in pieces; without a scheme the CLI takes it for that of `tcp`. */
interface Endpoint {
  readonly scheme: string;
  readonly hasScheme: boolean;
  readonly rest: string;
  /** Offset of `rest`. */
  readonly from: number;
}

function endpointOf(value: string): Endpoint {
  const at = value.indexOf('://');
  return at <= 0 ? { scheme: 'tcp', hasScheme: false, rest: value, from: 0 } : { scheme: value.slice(0, at), hasScheme: true, rest: value.slice(at + 3), from: at + 3 };
}

/** What stands in front of the path of a URL, in pieces. */
const authority = /^(?:([^@/?#]*)@)?(\[[^\]/]*\]|[^:/?#]*)(?::([^/?#]*))?/;

type Found = Pick<ValueProblem, 'refusedBy' | 'message'> & { readonly start?: number; readonly end?: number; readonly fixes?: readonly ValueFix[] };

/** `https://build-1:2376` is a scheme that no engine has; what people mean is `tcp`. */
function unknownScheme({ scheme, rest, from }: Endpoint): Found {
  const near = /^https?$/i.test(scheme) ? 'tcp' : scheme.toLowerCase();
  const isMeant = near in meanings;
  const tls = /^https$/i.test(scheme) ? ' For TLS add `--tlsverify`.' : '';
  const message = isMeant ? `Docker knows no ${code(`${scheme}://`)}. Write ${code(`${near}://${rest}`, 80)}.${tls}` : `Docker knows no ${code(`${scheme}://`)}. An engine is at \`unix://\`, \`ssh://\` or \`tcp://\`.`;
  const fix = { title: `Write ${code(`${near}://`)}`, newText: `${near}://`, start: 0, end: from, safe: tls === '' };
  return { refusedBy: 'cli', start: 0, end: from, message, fixes: isMeant ? [fix] : [] };
}

/** `unix:/var/run/docker.sock` and `/var/run/docker.sock` are read as the name of a host. */
function withoutScheme(value: string): Found | undefined {
  const [, scheme = 'unix', rest = ''] = /^(?:(unix|ssh|tcp|npipe):)?\/*(.*)$/s.exec(value) ?? [];
  if (!/^(?:\/|(?:unix|ssh|tcp|npipe):(?:\/|[^/\d]))/.test(value)) {
    return undefined;
  }
  const meant = `${scheme}://${scheme === 'unix' ? '/' : ''}${rest}`;
  return { refusedBy: 'nobody', message: `Without \`//\` behind the scheme this is read as the name of a host on the network. Write ${code(meant, 80)}.`, fixes: [safeFix(meant)] };
}

function ofSsh({ rest, from }: Endpoint): Found | undefined {
  const [whole = '', user, host] = authority.exec(rest) ?? [];
  const password = user?.indexOf(':') ?? -1;
  if (password >= 0) {
    return { refusedBy: 'cli', start: from + password, end: from + (user?.length ?? 0), message: 'An address for ssh takes no password. Leave it out, and log in with a key.', fixes: [{ title: 'Remove the password', newText: '', start: from + password, end: from + (user?.length ?? 0), safe: true }] };
  }
  if (host === '') {
    return { refusedBy: 'cli', message: 'The address names no host. Write `ssh://user@host`.' };
  }
  const mark = rest.slice(whole.length).search(/[?#]/);
  return mark < 0 ? undefined : { refusedBy: 'cli', start: from + whole.length + mark, message: `An address for ssh ends with the host, a port or a path: ${code(rest.slice(whole.length + mark), 40)} is refused.` };
}

function ofTcp({ rest, from }: Endpoint): Found | undefined {
  const [whole = '', , , port = ''] = authority.exec(rest) ?? [];
  // Whether a host may hold several colons depends on brackets.
  if (!/^\d*$/.test(port) && !port.includes(':')) {
    return { refusedBy: 'cli', start: from + whole.length - port.length, end: from + whole.length, message: `${code(port, 40)} is not a port. Write a number, such as 2376.` };
  }
  return Number(port) > 65_535 ? { refusedBy: 'nobody', start: from + whole.length - port.length, end: from + whole.length, message: `There are no ports above 65535, so ${code(port, 40)} cannot be reached.` } : undefined;
}

function ofUnix({ rest }: Endpoint): Found | undefined {
  if (rest === '' || rest.startsWith('/')) {
    return undefined;
  }
  const meant = `unix:///${rest}`;
  return { refusedBy: 'nobody', message: `With two slashes the path is relative to the working directory. Write ${code(meant, 80)}.`, fixes: [suggestedFix(meant)] };
}

function judge(value: string): Found | undefined {
  const endpoint = endpointOf(value);
  if (!(endpoint.scheme in meanings)) {
    return unknownScheme(endpoint);
  }
  if (!endpoint.hasScheme) {
    return withoutScheme(value) ?? ofTcp(endpoint);
  }
  const { scheme } = endpoint;
  return scheme === 'ssh' ? ofSsh(endpoint) : scheme === 'tcp' ? ofTcp(endpoint) : scheme === 'unix' ? ofUnix(endpoint) : undefined;
}

function partsOf(value: string): ValuePart[] {
  const { scheme, hasScheme, rest, from } = endpointOf(value);
  const parts = hasScheme ? [part(0, from - 3, 'scheme', meanings[scheme] ?? `The scheme ${code(scheme)}.`)] : [];
  if (scheme !== 'tcp' && scheme !== 'ssh') {
    const power = powerOfSocket(rest);
    return rest === '' ? parts : [...parts, part(from, value.length, 'path', power === undefined ? `${code(rest, 80)} of this machine.` : socketMeaning(rest, power))];
  }
  const [whole = '', user, host = '', port] = authority.exec(rest) ?? [];
  const hostAt = from + (user === undefined ? 0 : user.length + 1);
  if (user !== undefined && user !== '') {
    parts.push(part(from, from + user.length, 'user', `The account over there: ${code(user)}.`));
  }
  if (host !== '') {
    parts.push(part(hostAt, hostAt + host.length, 'host', scheme === 'ssh' ? `${code(host)}, a name of the network or of \`~/.ssh/config\`.` : `${code(host)}.`));
  }
  if (port !== undefined && port !== '') {
    const convention: Readonly<Record<string, string>> = scheme === 'ssh' ? {} : { '2375': ' By convention the API without TLS.', '2376': ' By convention the API with TLS.' };
    parts.push(part(from + whole.length - port.length, from + whole.length, 'port', `Port ${port}.${convention[port] ?? ''}`));
  }
  return parts;
}

/** Whether the value is sound with the fix. */
function heals(value: string, { start = 0, end = value.length, newText }: ValueFix): boolean {
  return judge(value.slice(0, start) + newText + value.slice(end)) === undefined;
}

function parse(value: string, context: ValueContext): ParsedValue {
  const found = value.trim() === value && value !== '' ? judge(value) : undefined;
  const { start = 0, end = value.length, ...problem } = found ?? { message: '', refusedBy: 'nobody' as const };
  const problems = found === undefined ? [] : [{ ...wholeProblem(value, { code: 'invalid-engine-endpoint', ...problem }, found.fixes?.filter((fix) => heals(value, fix))), start, end }];
  return withParts(dockerOnly(context, problems), () => partsOf(value));
}

export const engineEndpoint: ValueGrammar = {
  kind: 'engine-endpoint',
  form: '`unix://PATH`, `ssh://[USER@]HOST[:PORT]` or `tcp://HOST:PORT`',
  example: 'ssh://deploy@build-01.example.com',
  parse,
  suggest: (value) => suggestWords(words, 0, value.length),
};
