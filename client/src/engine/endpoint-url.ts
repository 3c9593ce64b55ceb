/** Reads the addresses of engines as the CLI writes them, and says precisely what is wrong with one. */
import type { Endpoint } from './endpoint.ts';
import { EngineError } from './errors.ts';

/** What the CLI falls back to when nothing names an engine. */
export const defaultSocket = '/var/run/docker.sock';
export const defaultPipe = '//./pipe/docker_engine';

const plainPort = 2375;
const tlsPort = 2376;

/**
 * The endpoint of an address: `unix:///run/x.sock`, `npipe:////./pipe/x`, `tcp://host:port`, `http(s)://host:port`,
 * `ssh://user@host:port/socket`, or `host:port`. `https` asks for TLS by itself, verified by the system's authorities.
 * Throws an EngineError `misconfigured`.
 */
export function parseEndpoint(address: string): Endpoint {
  const text = address.trim();
  if (/[\0-\x20\x7f]/.test(text)) {
    throw misconfigured(text, 'it contains a space or a control character');
  }
  const socket = /^(?:unix:)?(\/(?!\/).*)$/.exec(text)?.[1];
  if (socket !== undefined) {
    throw misconfigured(text, `a socket is written as unix://${socket}`);
  }
  const scheme = /^([^:/?#]*):\/\//.exec(text)?.[1] ?? 'tcp';
  const rest = text.includes('://') ? text.slice(text.indexOf('://') + 3) : text;
  switch (scheme) {
    case 'unix':
      return { kind: 'unix', path: socketPath(text, rest) };
    case 'npipe':
      return { kind: 'npipe', path: pipePath(text, rest) };
    case 'tcp':
    case 'http':
    case 'https':
      return tcp(text, scheme, rest);
    case 'ssh':
      return ssh(text, rest);
    default:
      throw misconfigured(text, `"${scheme}://" is none of unix://, npipe://, tcp://, http://, https:// and ssh://`);
  }
}

/** The address with what stands between the user's name and the host taken out: what a report may show. */
export function withoutPassword(address: string): string {
  return address.replace(/^([^:/?#]*:\/\/)?([^/?#@]*)@/s, (_, scheme: string | undefined, user: string) => `${scheme ?? ''}${user.split(':', 1).join('')}${user.includes(':') ? ':***' : ''}@`);
}

function misconfigured(address: string, why: string): EngineError {
  return new EngineError('misconfigured', `"${withoutPassword(address)}" is not the address of an engine: ${why}.`);
}

function socketPath(text: string, path: string): string {
  if (path === '') {
    return defaultSocket;
  }
  if (!path.startsWith('/')) {
    throw misconfigured(text, 'the path of a socket is absolute, so unix:// is followed by a third slash');
  }
  return path;
}

function pipePath(text: string, path: string): string {
  const slashed = path.replaceAll('\\', '/');
  if (slashed === '') {
    return defaultPipe;
  }
  if (!/^\/\/[^/]+\/pipe\/.+/i.test(slashed)) {
    throw misconfigured(text, 'a named pipe is written as npipe:////./pipe/name');
  }
  return slashed;
}

function tcp(text: string, scheme: 'tcp' | 'http' | 'https', rest: string): Endpoint {
  const authority = rest.slice(rest.lastIndexOf('@', rest.search(/[/?#]|$/)) + 1);
  const { host, port, tail } = hostAndPort(text, authority);
  if (tail !== '' && tail !== '/') {
    throw misconfigured(text, 'nothing may follow the port');
  }
  const secure = scheme === 'https';
  return { kind: 'tcp', host: host === '' ? 'localhost' : host, port: port ?? (secure ? tlsPort : plainPort), ...(secure && { tls: { verify: true } }) };
}

function ssh(text: string, rest: string): Endpoint {
  const { user, authority } = userAndAuthority(rest);
  if (user?.includes(':') === true) {
    throw misconfigured(text, 'ssh takes no password from an address; use a key or an agent');
  }
  const { host, port, tail } = hostAndPort(text, authority);
  if (host === '') {
    throw misconfigured(text, 'the host is missing');
  }
  if (tail.includes('?') || tail.includes('#')) {
    throw misconfigured(text, 'only the path of a socket may follow the host');
  }
  const path = decoded(text, tail);
  return { kind: 'ssh', destination: host, ...(user !== undefined && { user: decoded(text, user) }), ...(port !== undefined && { port }), ...(path.replaceAll('/', '') !== '' && { path }) };
}

function userAndAuthority(rest: string): { readonly user?: string; readonly authority: string } {
  const at = rest.lastIndexOf('@', rest.search(/[/?#]|$/));
  return at < 0 ? { authority: rest } : { user: rest.slice(0, at), authority: rest.slice(at + 1) };
}

function hostAndPort(text: string, authority: string): { readonly host: string; readonly port: number | undefined; readonly tail: string } {
  const parts = /^(?:\[([0-9a-f:.]+(?:%[\w.-]+)?)\]|([^:/?#[\]]*))(?::([^/?#]*))?([/?#].*)?$/i.exec(authority);
  if (parts === null) {
    throw misconfigured(text, 'its host is not valid');
  }
  const [, bracketedHost, host = '', port = '', tail = ''] = parts;
  if (port.includes(':')) {
    throw misconfigured(text, 'an IPv6 address stands in square brackets');
  }
  if (port !== '' && !(/^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535)) {
    throw misconfigured(text, `"${port}" is not a port`);
  }
  return { host: bracketedHost ?? host, port: port === '' ? undefined : Number(port), tail };
}

function decoded(text: string, part: string): string {
  try {
    const result = decodeURIComponent(part);
    if (!/[\0-\x1f\x7f]/.test(result)) {
      return result;
    }
  } catch {
    // Falls through to the one message about escapes.
  }
  throw misconfigured(text, 'it contains a percent sign that escapes nothing, or a control character');
}
