/** The names of what the connected engines have, for completion in scripts. Nothing is asked for: what the tree knows is told. */
import type { KnownNames } from '../../../shared/known-names.ts';
import { isAnonymousVolume } from '../engine/anonymous-volume.ts';
import type { ContainerSummary } from '../engine/container.ts';
import type { LiveEngine } from '../engine/live-engine.ts';

/** Networks that every engine has; completion knows them anyway. */
const ownNetworks: ReadonlySet<string> = new Set(['bridge', 'host', 'none']);

function byNeed(one: ContainerSummary, other: ContainerSummary): number {
  return Number(other.state === 'running') - Number(one.state === 'running') || one.name.localeCompare(other.name, 'en');
}

/** What runs first, then by name; each name once. */
export function knownNames(engines: readonly Pick<LiveEngine, 'status' | 'containers'>[]): KnownNames {
  const containers = engines.filter(({ status }) => status.kind === 'connected').flatMap((live) => [...live.containers.values()]).sort(byNeed);
  const names = (of: (container: ContainerSummary) => readonly string[]) => [...new Set(containers.flatMap(of))];
  return {
    container: names(({ name }) => [name]),
    image: names(({ image }) => (image.startsWith('sha256:') ? [] : [image])),
    network: names(({ networks }) => networks.map(({ name }) => name).filter((name) => !ownNetworks.has(name))),
    volume: names(({ mounts }) => mounts.flatMap((mount) => (mount.name === undefined || isAnonymousVolume(mount) ? [] : [mount.name]))),
  };
}
