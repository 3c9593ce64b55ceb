/** An image from a registry that is not on the user's list. */
import { isHub, type ImageName } from '../docker/image-reference.ts';
import { code } from '../text/markdown.ts';
import { judgedImage } from './judged-image.ts';
import type { Rule } from './rule.ts';

/** The full name, as entries of the list are compared with it: `docker.io/library/nginx`. */
function fullName({ registry, path }: ImageName): string {
  return isHub(registry) ? `docker.io/${path.includes('/') ? path : `library/${path}`}` : `${registry ?? ''}/${path}`;
}

/** An entry is a registry or a part of one: `ghcr.io`, `docker.io/library`, `*.example.com`. */
function covers(entry: string, name: string): boolean {
  const plain = entry.replace(/\/+$/, '').toLowerCase();
  const pattern = plain.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '[^/]*');
  return plain !== '' && new RegExp(`^${pattern}(?:/|$)`).test(name.toLowerCase());
}

export const untrustedRegistry: Rule = {
  id: 'untrusted-registry',
  title: 'Image from a registry that is not trusted',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'warning' },
  docs: {
    why: 'You named the registries that images may come from in `trustedRegistries`; this one is not among them. An image brings programs that run with the rights of the container, and a slip in the name is enough to get the one of somebody else. The rule says nothing as long as the list is empty.',
    whenToIgnore: 'The registry is trusted: add it to the list.',
    references: ['[Registry allowlists, the same idea in Docker Desktop](https://docs.docker.com/enterprise/security/hardened-desktop/registry-access-management/)', '[DL3026 of hadolint, the same for Dockerfiles](https://github.com/hadolint/hadolint/wiki/DL3026)'],
  },
  examples: [
    { bad: 'docker run -d ⟦quay.io/shop/api:2.4⟧\n', note: 'With `registry.example.com` as the only trusted registry.' },
    { bad: 'docker run -d ⟦nginx:1.27⟧\n', note: 'Without a registry the image comes from `docker.io`.' },
  ],
  silent: ['docker run -d registry.example.com/shop/api:2.4\n', 'docker run -d "$REGISTRY/shop/api:2.4"\n', 'docker build -t shop:3 .\ndocker run -d shop:3\n', 'podman run -d nginx:1.27\n'],
  causes: [{ commands: ['run', 'create'] }],
  check: (command, context) => {
    const trusted = context.trustedRegistries;
    const image = trusted.length === 0 ? undefined : judgedImage(command, context);
    // Where podman looks for a name without a registry is its own setting.
    if (image === undefined || (command.engine === 'podman' && image.registry === undefined)) {
      return;
    }
    if (!trusted.some((entry) => covers(entry, fullName(image)))) {
      const registry = isHub(image.registry) ? 'docker.io' : (image.registry ?? '');
      const some = trusted.slice(0, 3).map((entry) => code(entry)).join(', ');
      context.report({ span: image.word.span, message: `${code(image.word.value)} comes from ${code(registry)}, which is not on your list of trusted registries (${some}${trusted.length > 3 ? ', …' : ''}).` });
    }
  },
};
