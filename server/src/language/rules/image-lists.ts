/** Compares the image of a command with lists of images that users may extend: `portainer/portainer-ce`, `docker:*dind*`. */
import type { DockerCommand } from '../command/docker-command.ts';
import { cutReference } from '../docker/image-reference.ts';

/** The pattern as an expression over a whole text: `*` stands for anything. */
function expression(pattern: string): RegExp {
  return new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*')}$`, 'i');
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
  return patterns.some((pattern) => {
    const withTag = pattern.slice(pattern.lastIndexOf('/') + 1).includes(':');
    const matches = expression(pattern);
    return names.some((name) => matches.test(withTag ? `${name}:${tag}` : name));
  });
}
