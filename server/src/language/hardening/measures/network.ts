/** Measures about who can reach the container: loopback publishing, a network of its own. */
import { isOn, usesOf } from '../../command/docker-command.ts';
import { bindToLoopback, isEverywhere, publishedPorts, type PublishedPort } from '../../command/published-ports.ts';
import { absent, declined, left, present, presentBut, unknown, type Measure, type MeasureState } from '../measure.ts';
import { sharesNetwork } from '../subject.ts';

/** Whether the mapping names no address: naming one, even every interface, is a decision. */
function isOpen({ address }: PublishedPort): boolean {
  return address === '';
}

/** What addresses that were named make of it. */
function addressState(addresses: readonly string[]): MeasureState {
  if (addresses.some(isEverywhere)) {
    return declined('every interface was chosen');
  }
  return addresses.every((address) => /^127\.|^::1$/.test(address)) ? present : presentBut('reached through the address that was named, past host firewalls such as ufw');
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
    if (isOn(command, 'publish-all')) {
      return declined('`-P` publishes on every interface');
    }
    const ports = publishedPorts(command, version);
    if (ports.length < usesOf(command, 'publish').length) {
      return left('not every port can be read');
    }
    return ports.length === 0 ? left('no port is published') : addressState(ports.map(({ address }) => address));
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
    if (uses.some(({ value }) => value.text === 'none')) {
      return left('it has no network');
    }
    const isOwn = uses.some(({ value }) => !['', 'default', 'bridge'].includes(value.text));
    return uses.length === 0 ? absent : isOwn ? present : declined('the default bridge was chosen');
  },
  // Which network it should be, and who else is in it, cannot be read off one command.
  offers: () => [],
};
