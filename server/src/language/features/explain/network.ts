/** Reads networks and names aloud. */
import { code } from '../../text/markdown.ts';
import type { Clause } from './clause.ts';
import { lastValue, listed, valuesOf } from './phrases.ts';

function joined(value: string): string {
  const name = /(?:^|,)name=([^,]+)/i.exec(value)?.[1] ?? value;
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
    const aliases = valuesOf(command, 'network-alias');
    const hostname = lastValue(command, 'hostname');
    const addresses = [...valuesOf(command, 'ip'), ...valuesOf(command, 'ip6')];
    const hosts = valuesOf(command, 'add-host').map((value) => code(value));
    const servers = valuesOf(command, 'dns').map((value) => code(value));
    const phrases = [
      ...valuesOf(command, 'network').map(joined),
      ...(aliases.length === 0 ? [] : [`others find it there as ${listed(aliases.map((alias) => code(alias)))}`]),
      ...(addresses.length === 0 ? [] : [`its address is ${listed(addresses.map((address) => code(address)))}`]),
      ...(hostname === undefined ? [] : [`it calls itself ${code(hostname)}`]),
      ...(hosts.length === 0 ? [] : [`its hosts file also holds ${listed(hosts)}`]),
      ...(servers.length === 0 ? [] : [`names are looked up at ${listed(servers)}`]),
    ];
    return phrases.length === 0 ? undefined : phrases.join('; ');
  },
};
