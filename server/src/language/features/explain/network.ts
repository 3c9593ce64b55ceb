/** Reads networks and names aloud. */
import { isLongForm } from '../../docker/values/network.ts';
import { readCsv } from '../../docker/values/scan/csv.ts';
import { cut } from '../../docker/values/scan/slice.ts';
import type { DockerCommand } from '../../command/docker-command.ts';
import { code } from '../../text/markdown.ts';
import type { Clause } from './clause.ts';
import { lastValue, listed, valuesOf } from './phrases.ts';

/** A key of the long form and its value. */
interface Field {
  readonly key: string;
  readonly value: string;
}

/** The fields of the long form; none in the short one. */
function fieldsOf(network: string): Field[] {
  return isLongForm(network)
    ? readCsv(network).fields.map((field) => {
        const { before, after } = cut(field, '=');
        return { key: before.text.trim().toLowerCase(), value: after?.text.trim() ?? '' };
      })
    : [];
}

function joined(value: string): string {
  const name = fieldsOf(value).find(({ key }) => key === 'name')?.value ?? value;
  switch (name) {
    case 'host':
      return "it uses the host's network directly, with no ports of its own";
    case 'none':
      return 'it has no network';
    case 'bridge':
    case 'default':
      return 'it is on the default bridge, where containers do not find each other by name';
    default:
      return name.startsWith('container:') ? `it shares the network of the container ${code(name.slice('container:'.length))}` : `it joins the network ${code(name)}`;
  }
}

/** Names and addresses that the container has on a network. */
interface Membership {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly addresses: readonly string[];
}

/** The flags are about the first network, whichever follow; a long form is about its own. */
function memberships(command: DockerCommand): Membership[] {
  const networks = valuesOf(command, 'network');
  return (networks.length === 0 ? [''] : networks).map((value, index) => {
    const fields = fieldsOf(value);
    const given = (...keys: readonly string[]): string[] => fields.filter(({ key }) => keys.includes(key)).map((field) => field.value);
    const flags = (...names: readonly string[]): string[] => (index === 0 ? names.flatMap((name) => valuesOf(command, name)) : []);
    return {
      name: given('name')[0] ?? value,
      aliases: [...flags('network-alias'), ...given('alias')],
      addresses: [...flags('ip', 'ip6'), ...given('ip', 'ip6')],
    };
  });
}

function identity({ name, aliases, addresses }: Membership, isOnly: boolean): string[] {
  const place = isOnly ? '' : ` on ${code(name)}`;
  return [
    ...(aliases.length === 0 ? [] : [`others find it ${isOnly ? 'there ' : ''}as ${listed(aliases.map((alias) => code(alias)))}${place}`]),
    ...(addresses.length === 0 ? [] : [`its address${place} is ${listed(addresses.map((address) => code(address)))}`]),
  ];
}

export const network: Clause = {
  flags: () => ['network', 'network-alias', 'hostname', 'ip', 'ip6', 'add-host', 'dns'],
  say(command) {
    const networks = valuesOf(command, 'network');
    const fields = networks.flatMap(fieldsOf);
    const rest = fields.filter(({ key }) => !['name', 'alias', 'ip', 'ip6'].includes(key)).map(({ key, value }) => code(`${key}=${value}`));
    const members = memberships(command);
    const hostname = lastValue(command, 'hostname');
    const hosts = valuesOf(command, 'add-host').map((value) => code(value));
    const servers = valuesOf(command, 'dns').map((value) => code(value));
    const phrases = [
      ...networks.map(joined),
      ...members.flatMap((member) => identity(member, members.length === 1)),
      ...(rest.length === 0 ? [] : [`its network is also given ${listed(rest)}`]),
      ...(hostname === undefined ? [] : [`it calls itself ${code(hostname)}`]),
      ...(hosts.length === 0 ? [] : [`its hosts file also holds ${listed(hosts)}`]),
      ...(servers.length === 0 ? [] : [`names are looked up at ${listed(servers)}`]),
    ];
    return phrases.length === 0 ? undefined : phrases.join('; ');
  },
};
