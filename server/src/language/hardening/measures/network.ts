/** Measures about who can reach the container: loopback publishing, a network of its own. */
import { lastUse, usesOf } from '../../command/docker-command.ts';
import { bindToLoopback, publishedPorts, type PublishedPort } from '../../command/published-ports.ts';
import { absent, declined, left, present, unknown, type Measure } from '../measure.ts';
import { sharesNetwork } from '../subject.ts';

/** Whether the mapping names no address: naming one, even every interface, is a decision. */
function isOpen({ address }: PublishedPort): boolean {
  return address === '';
}

export const loopback: Measure = {
  id: 'loopback',
  name: 'Ports bound to an address',
  flag: '-p 127.0.0.1:',
  protects: 'Only this host reaches the port; published ports bypass host firewalls such as ufw.',
  risk: 'other machines no longer reach it, so put a reverse proxy in front',
  core: false,
  state: ({ command, version }) => {
    if (sharesNetwork(command)) {
      return left('its network publishes no ports');
    }
    if (publishedPorts(command, version).some(isOpen)) {
      return absent;
    }
    if (usesOf(command, 'publish').some(({ value }) => !value.literal)) {
      return unknown;
    }
    const all = lastUse(command, 'publish-all') !== undefined;
    return all ? declined('`-P` publishes on every interface') : usesOf(command, 'publish').length === 0 ? left('no port is published') : present;
  },
  offers: ({ command, version }) => {
    const open = publishedPorts(command, version).filter(isOpen);
    const edits = open.flatMap((port) => bindToLoopback(command, port));
    return [{ title: `Bind ${open.length === 1 ? 'the port' : 'the ports'} to \`127.0.0.1\``, flags: [], edits, joinsAll: true }];
  },
};

export const ownNetwork: Measure = {
  id: 'own-network',
  name: 'Network of its own',
  flag: '--network',
  protects: 'Containers of other applications do not reach it, as they do on the default bridge, and it finds its own by name.',
  risk: 'the network has to be made first, and the other containers have to join it',
  core: false,
  state: ({ command }) => {
    const uses = usesOf(command, 'network');
    if (uses.some(({ value }) => !value.literal)) {
      return unknown;
    }
    const shared = uses.find(({ value }) => /^(?:host|container:)/.test(value.text));
    if (shared !== undefined) {
      return declined(shared.value.text === 'host' ? 'shares the network of the host' : 'shares the network of another container');
    }
    const isOwn = uses.some(({ value }) => !['', 'default', 'bridge'].includes(value.text));
    return uses.length === 0 ? absent : isOwn ? present : declined('the default bridge was chosen');
  },
  // Which network it should be, and who else is in it, cannot be read off one command.
  offers: () => [],
};
