/** Reads `--publish` and `--publish-all` aloud: from where the container can be reached. */
import { isOn } from '../../command/docker-command.ts';
import { shortForm } from '../../command/published-ports.ts';
import { code } from '../../text/markdown.ts';
import type { Clause } from './clause.ts';
import { lastValue, listed, valuesOf } from './phrases.ts';

interface Published {
  readonly address: string;
  readonly host: string;
  readonly container: string;
}

/** The parts of the value; undefined for values that only the shell knows. */
function published(value: string): Published | undefined {
  const [, address = '', host = '', container = ''] = /^(?:(?:(\[[\da-fA-F:]*\]|[\d.]*):)?([\d-]*):)?([\d-]+(?:\/\w+)?)$/.exec(shortForm(value)) ?? [];
  return container === '' ? undefined : { address, host, container };
}

function reach(address: string): string {
  if (/^127\.|^\[?::1\]?$/.test(address)) {
    return 'only from this host';
  }
  return /^(?:|0\.0\.0\.0|\[::\])$/.test(address) ? 'from every network of this host' : `through the address ${code(address)}`;
}

function portOf({ host, container }: Published): string {
  const [number = ''] = container.split('/');
  const protocol = container.includes('/') && !container.toLowerCase().endsWith('/tcp') ? container.slice(number.length + 1).toUpperCase() : undefined;
  const alone = protocol === undefined ? '' : ` (${protocol})`;
  if (host === '' || host === '0') {
    return `a free port that leads to ${number}${alone}`;
  }
  if (host.includes('-') && !number.includes('-')) {
    return `a free port of ${host} (${number} inside${protocol === undefined ? '' : `, ${protocol}`})`;
  }
  const word = host.includes('-') ? 'ports' : 'port';
  return host === number ? `${word} ${host}${alone}` : `${word} ${host} (${number} inside${protocol === undefined ? '' : `, ${protocol}`})`;
}

export const ports: Clause = {
  flags: () => ['publish', 'publish-all'],
  say(command) {
    const network = lastValue(command, 'network');
    const publishes = isOn(command, 'publish-all') || valuesOf(command, 'publish').length > 0;
    if (publishes && network?.startsWith('container:') === true) {
      return 'with ports that the engine refuses, because they are those of the container whose network it shares';
    }
    if (publishes && (network === 'host' || network === 'none')) {
      return `publishing nothing, because ${code(`--network ${network}`)} leaves no port to publish`;
    }
    const values = valuesOf(command, 'publish');
    const read = values.map((value) => published(value));
    const byReach = new Map<string, string[]>();
    for (const port of read) {
      if (port !== undefined) {
        byReach.set(reach(port.address), [...(byReach.get(reach(port.address)) ?? []), portOf(port)]);
      }
    }
    const unread = values.filter((_, index) => read[index] === undefined).map((value) => code(value));
    const phrases = [
      ...[...byReach].map(([from, list]) => `reachable ${from} on ${listed(list)}`),
      ...(unread.length === 0 ? [] : [`with ${listed(unread)} published`]),
      ...(isOn(command, 'publish-all') ? ['with every exposed port published on a free port of this host'] : []),
    ];
    return phrases.length === 0 ? undefined : phrases.join(', ');
  },
};
