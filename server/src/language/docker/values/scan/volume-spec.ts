/** Cuts a volume specification where the CLI does, which takes a lone letter in front of a colon for a Windows drive. */
import { volumeOptions } from '../../generated/cli.ts';
import { piece, type Slice, split } from './slice.ts';

export interface VolumeSpec {
  /** One to three pieces for a good value: target, source and target, or source, target and options. */
  readonly pieces: readonly Slice[];
  readonly source?: Slice;
  readonly target: Slice;
  readonly options?: Slice;
}

export function cutVolume(spec: Slice): VolumeSpec {
  const pieces: Slice[] = [];
  let from = 0;
  for (let index = 0; index < spec.text.length; index++) {
    if (spec.text.charAt(index) === ':' && !/^\p{L}$/u.test(spec.text.slice(from, index))) {
      pieces.push(piece(spec, from, index));
      from = index + 1;
    }
  }
  pieces.push(piece(spec, from));
  const [first = spec, second, third] = spec.text.length <= 2 ? [spec] : pieces;
  return second === undefined
    ? { pieces: [first], target: first }
    : { pieces, source: first, target: second, ...(third === undefined ? {} : { options: third }) };
}

/** A path of a Windows container or host, its folder perhaps told by the shell; Linux rules do not judge it. */
export function isWindowsPath(text: string): boolean {
  return /^[A-Za-z]:[\\/$`]/.test(text) || text.startsWith('\\\\') || text.startsWith('//./');
}

export type VolumeOptionGroup = 'readWrite' | 'selinux' | 'propagation' | 'copy' | 'consistency';

const groups: ReadonlyMap<string, VolumeOptionGroup> = new Map(
  (['readWrite', 'selinux', 'propagation', 'copy', 'consistency'] as const).flatMap((group) => volumeOptions[group].map((option) => [option, group] as const)),
);

/** The group of a volume option, of which at most one may be given; undefined for an unknown option. */
export function optionGroup(option: string): VolumeOptionGroup | undefined {
  return groups.get(option);
}

export const volumeOptionWords: readonly string[] = [...groups.keys()];

/** The first option that the engine refuses, and why. */
export function wrongOption(options: Slice): { readonly at: Slice; readonly why: 'unknown' | 'second-of-group' } | undefined {
  const seen = new Set<VolumeOptionGroup>();
  for (const option of split(options, ',')) {
    const group = optionGroup(option.text);
    if (group === undefined) {
      return { at: option, why: 'unknown' };
    }
    if (seen.has(group)) {
      return { at: option, why: 'second-of-group' };
    }
    seen.add(group);
  }
  return undefined;
}

/** Where a list of known options begins behind a separator, as in `/dst,ro`; -1 when the text does not end with one. */
export function trailingOptions(text: string, separator: ',' | ':'): number {
  const words = text.split(separator);
  const isOption = (word: string) => word.split(',').every((option) => optionGroup(option) !== undefined);
  let kept = words.length;
  while (kept > 1 && isOption(words[kept - 1] ?? '') && (separator === ',' || kept === words.length)) {
    kept--;
  }
  return kept === words.length ? -1 : words.slice(0, kept).join(separator).length;
}

/** Whether the path is the root of the container, however it is written. */
export function isRootPath(text: string): boolean {
  let depth = 0;
  for (const name of text.replaceAll('\\', '/').split('/')) {
    depth = name === '..' ? Math.max(0, depth - 1) : name === '' || name === '.' ? depth : depth + 1;
  }
  return depth === 0 && /^[\\/]/.test(text);
}
