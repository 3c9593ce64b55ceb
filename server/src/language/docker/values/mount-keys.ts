/** The keys of `--mount`: names, since when, for which types, and what they are for. */
import type { CliVersion } from '../cli-facts.ts';
import { atLeast } from './scan/cli-release.ts';
import type { Word } from './scan/parsed.ts';

export interface MountKey {
  /** The spelling that the others stand for: `source` for `src`. */
  readonly name: string;
  readonly spellings: readonly string[];
  /** The release of the CLI that brought the key; absent when all probed ones know it. */
  readonly since?: readonly [major: number, minor: number];
  /** The mount type that the key belongs to; all when absent. */
  readonly type?: 'bind' | 'volume' | 'tmpfs' | 'image';
  /** May stand without a value, for true. */
  readonly bare?: boolean;
  readonly meaning: string;
  readonly values?: readonly Word[];
  /** What completion inserts as value when there is nothing to choose from. */
  readonly sample?: string;
}

const booleans: readonly Word[] = [
  { text: 'true', meaning: 'The same as the key alone.' },
  { text: 'false', meaning: 'The same as leaving the key out.' },
];

const propagation: readonly Word[] = [
  { text: 'rprivate', meaning: 'Mounts made later stay on their side: the default.' },
  { text: 'rslave', meaning: 'Mounts that the host makes below the folder later show up in the container.' },
  { text: 'rshared', meaning: 'Mounts made later below the folder show up on both sides.' },
  { text: 'private', meaning: 'As `rprivate`, for the folder itself only.' },
  { text: 'slave', meaning: 'As `rslave`, for the folder itself only.' },
  { text: 'shared', meaning: 'As `rshared`, for the folder itself only.' },
];

const recursive: readonly Word[] = [
  { text: 'enabled', meaning: 'Mounts below the source come along, read-only too where the kernel can (5.12): the default.' },
  { text: 'disabled', meaning: 'Mounts below the source do not come along.' },
  { text: 'writable', meaning: 'Mounts below the source stay writable although the mount is `readonly`, as before engine 25.' },
  { text: 'readonly', meaning: 'Fails unless mounts below the source can be made read-only; needs `readonly` and `bind-propagation=rprivate`.' },
];

export const mountTypes: readonly Word[] = [
  { text: 'bind', meaning: 'A file or folder of the host. Unlike `-v` it fails when the source does not exist.' },
  { text: 'volume', meaning: 'A volume, kept by the engine when the container goes; anonymous without `source`. The default.' },
  { text: 'tmpfs', meaning: 'A folder in memory, empty at each start.' },
  { text: 'image', meaning: 'The files of an image, read-only (CLI and engine 28 or newer).' },
  { text: 'npipe', meaning: 'A named pipe of Windows.' },
  { text: 'cluster', meaning: 'A cluster volume of a swarm.' },
];

export const mountKeys: readonly MountKey[] = [
  { name: 'type', spellings: ['type'], meaning: 'What is mounted; `volume` when left out.', values: mountTypes },
  { name: 'source', spellings: ['source', 'src'], meaning: 'Where the data comes from: a host path, a volume name or an image.', sample: 'data' },
  { name: 'target', spellings: ['target', 'dst', 'destination'], meaning: 'The absolute path in the container.', sample: '/data' },
  { name: 'readonly', spellings: ['readonly', 'ro'], bare: true, meaning: 'The container cannot write there.', values: booleans },
  { name: 'consistency', spellings: ['consistency'], meaning: 'For Docker Desktop for Mac once; today it does nothing.', values: ['consistent', 'cached', 'delegated', 'default'].map((text) => ({ text, meaning: 'Has no effect on Linux.' })) },
  { name: 'bind-propagation', spellings: ['bind-propagation'], type: 'bind', meaning: 'Whether mounts that are made later below the folder cross to the other side.', values: propagation },
  { name: 'bind-recursive', spellings: ['bind-recursive'], since: [25, 0], type: 'bind', meaning: 'How mounts below the source are treated.', values: recursive },
  { name: 'bind-nonrecursive', spellings: ['bind-nonrecursive'], type: 'bind', bare: true, meaning: 'Mounts below the source do not come along. Replaced by `bind-recursive=disabled`.', values: booleans },
  { name: 'bind-create-src', spellings: ['bind-create-src'], since: [29, 3], type: 'bind', bare: true, meaning: 'Creates a missing source as an empty folder of root, as `-v` does.', values: booleans },
  { name: 'volume-nocopy', spellings: ['volume-nocopy'], type: 'volume', bare: true, meaning: 'A new volume stays empty instead of getting what the image has at the target.', values: booleans },
  { name: 'volume-subpath', spellings: ['volume-subpath'], since: [26, 0], type: 'volume', meaning: 'Mounts a folder inside the volume, which must exist there already.', sample: 'folder' },
  { name: 'volume-driver', spellings: ['volume-driver'], type: 'volume', meaning: 'The plugin that makes the volume when it does not exist.', values: [{ text: 'local', meaning: 'A folder of the engine\'s host: the default.' }] },
  { name: 'volume-opt', spellings: ['volume-opt'], type: 'volume', meaning: 'An option of the volume driver, `key=value`; repeat for more. A value with commas needs the whole field in double quotes. Ignored when the volume exists.', sample: 'type=nfs' },
  { name: 'volume-label', spellings: ['volume-label'], type: 'volume', meaning: 'A label for a volume that is created here, `key=value`.', sample: 'com.example.app=web' },
  { name: 'image-subpath', spellings: ['image-subpath'], since: [28, 0], type: 'image', meaning: 'Mounts a folder inside the image.', sample: 'folder' },
  { name: 'tmpfs-size', spellings: ['tmpfs-size'], type: 'tmpfs', meaning: 'The most it may hold; without it, half of the host\'s memory.', sample: '64m' },
  { name: 'tmpfs-mode', spellings: ['tmpfs-mode'], type: 'tmpfs', meaning: 'Rights of the folder in octal; `1777` when left out.', sample: '1770' },
];

const bySpelling: ReadonlyMap<string, MountKey> = new Map(mountKeys.flatMap((key) => key.spellings.map((spelling) => [spelling, key] as const)));

export function mountKey(spelling: string): MountKey | undefined {
  return bySpelling.get(spelling.toLowerCase());
}

export function knowsKey(version: CliVersion, key: MountKey): boolean {
  return key.since === undefined || atLeast(version, ...key.since);
}
