/** How a container is reached, and what it reaches by which name: the flags of `docker run`, and the networks that no flag of every release joins. */
import { fieldsOf, listOf, textMapOf, textOf, textsOf, type Fields } from '../engine/json-value.ts';
import { inDockersWords } from './podman-description.ts';
import { each, on, text, type Flag } from './run-flags.ts';

/** Of which none is a network that a container joins by name. */
const builtIn = /^(?:default|bridge|host|none|nat|container:.*|ns:.*|)$/;

function idOf(document: Fields): string {
  return textOf(document['Id']);
}

/** What was asked for on a network; engines add the beginning of the id to the names. */
function endpointFlags(document: Fields, endpoint: unknown, alias: string): Flag[] {
  const { Aliases, IPAMConfig } = fieldsOf(endpoint);
  const { IPv4Address, IPv6Address } = fieldsOf(IPAMConfig);
  const own = new Set([idOf(document).slice(0, 12), textOf(document['Name']).replace(/^\//, '')]);
  return [...each(alias, textsOf(Aliases).filter((name) => !own.has(name))), ...text('--ip', IPv4Address), ...text('--ip6', IPv6Address)];
}

function networksOf(document: Fields): Fields {
  return fieldsOf(fieldsOf(document['NetworkSettings'])['Networks']);
}

/** By the name of the network, where the description has its id. */
function modeOf(document: Fields): string {
  const mode = textOf(fieldsOf(document['HostConfig'])['NetworkMode']);
  const named = Object.entries(networksOf(document)).find(([, endpoint]) => textOf(fieldsOf(endpoint)['NetworkID']) === mode && mode !== '');
  return named?.[0] ?? mode;
}

/** The name that the engine gives by itself is the beginning of the id, or that of the host. */
function hostName(document: Fields, mode: string): Flag[] {
  const { Hostname, Domainname } = fieldsOf(document['Config']);
  const { UTSMode } = fieldsOf(document['HostConfig']);
  const isOwn = mode !== 'host' && !mode.startsWith('container:') && UTSMode !== 'host' && textOf(Hostname) !== idOf(document).slice(0, 12);
  return [...(isOwn ? text('--hostname', Hostname) : []), ...text('--domainname', Domainname)];
}

function ports(bindings: unknown): Flag[] {
  return Object.entries(fieldsOf(bindings)).flatMap(([port, hosts]) =>
    listOf(hosts).map((host) => {
      const { HostIp, HostPort } = fieldsOf(host);
      const address = textOf(HostIp);
      const shown = address.includes(':') ? `[${address}]` : address;
      return ['-p', [...(shown === '' ? [] : [shown]), textOf(HostPort), port].join(':')];
    }),
  );
}

/** `/db:/web/alias` is how engines write `--link db:alias`. */
function links(values: unknown): Flag[] {
  return each('--link', textsOf(values).map((link) => link.split(':').map((path) => path.split('/').at(-1) ?? '').join(':')));
}

/** `exposed`: ports that are open to other containers, as far as they are not published. */
export function network(document: Fields, exposed: readonly string[]): Flag[] {
  const host = fieldsOf(document['HostConfig']);
  const mode = modeOf(document);
  const endpoint = builtIn.test(mode) ? undefined : networksOf(document)[mode];
  const published = fieldsOf(host['PortBindings']);
  return [
    ...hostName(document, mode),
    ...text('--network', mode, 'default', 'bridge'),
    ...endpointFlags(document, endpoint, '--network-alias'),
    ...text('--mac-address', fieldsOf(document['Config'])['MacAddress']),
    ...links(host['Links']),
    ...each('--dns', textsOf(host['Dns'])),
    ...each('--dns-search', textsOf(host['DnsSearch'])),
    ...each('--dns-option', textsOf(host['DnsOptions'])),
    ...each('--add-host', textsOf(host['ExtraHosts'])),
    ...on('-P', host['PublishAllPorts']),
    ...ports(published),
    ...each('--expose', exposed.filter((port) => !Object.hasOwn(published, port))),
  ];
}

/** `docker network connect` for each network but the first: releases before 25 take one with `run`. */
export function connectCommandsOf(description: Fields): string[][] {
  const document = inDockersWords(description);
  const mode = modeOf(document);
  const name = textOf(document['Name']).replace(/^\//, '');
  return Object.entries(networksOf(document))
    .filter(([other]) => !builtIn.test(mode) && !builtIn.test(other) && other !== mode)
    .map(([other, endpoint]) => ['docker', 'network', 'connect', ...endpointFlags(document, endpoint, '--alias').flat(), other, name]);
}

/** Log drivers and their options stand beside the networks that they write to. */
export function logging(config: unknown): Flag[] {
  const { Type, Config } = fieldsOf(config);
  return [...text('--log-driver', Type, 'json-file'), ...Object.entries(textMapOf(Config)).map(([key, value]) => ['--log-opt', `${key}=${value}`])];
}
