/** Reads networks and names aloud. */
import { isLongForm } from '../../docker/values/network.ts';
import { readCsv } from '../../docker/values/scan/csv.ts';
import { cut } from '../../docker/values/scan/slice.ts';
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

export const network: Clause = {
  flags: () => ['network', 'network-alias', 'hostname', 'ip', 'ip6', 'add-host', 'dns'],
  say(command) {
    const networks = valuesOf(command, 'network');
    const fields = networks.flatMap(fieldsOf);
    const given = (...keys: readonly string[]): string[] => fields.filter(({ key }) => keys.includes(key)).map(({ value }) => value);
    const rest = fields.filter(({ key }) => !['name', 'alias', 'ip', 'ip6'].includes(key)).map(({ key, value }) => code(`${key}=${value}`));
    const aliases = [...valuesOf(command, 'network-alias'), ...given('alias')];
    const hostname = lastValue(command, 'hostname');
    const addresses = [...valuesOf(command, 'ip'), ...valuesOf(command, 'ip6'), ...given('ip', 'ip6')];
    const hosts = valuesOf(command, 'add-host').map((value) => code(value));
    const servers = valuesOf(command, 'dns').map((value) => code(value));
    const phrases = [
      ...networks.map(joined),
      ...(aliases.length === 0 ? [] : [`others find it there as ${listed(aliases.map((alias) => code(alias)))}`]),
      ...(addresses.length === 0 ? [] : [`its address is ${listed(addresses.map((address) => code(address)))}`]),
      ...(rest.length === 0 ? [] : [`its network is also given ${listed(rest)}`]),
      ...(hostname === undefined ? [] : [`it calls itself ${code(hostname)}`]),
      ...(hosts.length === 0 ? [] : [`its hosts file also holds ${listed(hosts)}`]),
      ...(servers.length === 0 ? [] : [`names are looked up at ${listed(servers)}`]),
    ];
    return phrases.length === 0 ? undefined : phrases.join('; ');
  },
};
