/** Compares the image of a command with lists of images that users may extend: `portainer/portainer-ce`, `docker:*dind*`. */
import type { DockerCommand } from '../command/docker-command.ts';
import { cutReference } from '../docker/image-reference.ts';

/** Whether the pattern says which tag it is about, and the expression that it is over a whole text: `*` stands for anything. */
interface Pattern {
  readonly withTag: boolean;
  readonly matches: RegExp;
}

function read(pattern: string): Pattern {
  return {
    withTag: pattern.slice(pattern.lastIndexOf('/') + 1).includes(':'),
    matches: new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*')}$`, 'i'),
  };
}

const known = new WeakMap<readonly string[], readonly Pattern[]>();

/** A list of the settings is read once. */
function readAll(patterns: readonly string[]): readonly Pattern[] {
  let all = known.get(patterns);
  if (all === undefined) {
    all = patterns.map(read);
    known.set(patterns, all);
  }
  return all;
}

/**
 * Whether one of the patterns names the image of the command. Registry and tag count only where the pattern has them, so
 * copies in other registries are recognised.
 */
export function isImageIn({ image }: DockerCommand, patterns: readonly string[]): boolean {
  if (image === undefined) {
    return false;
  }
  const { registry, path, tag = 'latest' } = cutReference(image.value);
  const names = registry === undefined ? [path] : [path, `${registry}/${path}`];
  return readAll(patterns).some(({ withTag, matches }) => names.some((name) => matches.test(withTag ? `${name}:${tag}` : name)));
}
