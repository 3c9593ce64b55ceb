/** An image that its publisher can replace under the same name. */
import { code } from '../text/markdown.ts';
import { judgedImage } from './judged-image.ts';
import type { Rule } from './rule.ts';
import { owasp, owaspSheet } from './standards.ts';

export const imageNotByDigest: Rule = {
  id: 'image-not-by-digest',
  title: 'Image not pinned to a digest',
  refusedBy: 'nobody',
  severity: { script: 'off', markdown: 'off' },
  docs: {
    why: 'A tag, also one with a version, is a name that the publisher can give to another image: for a security update, by mistake, or because somebody stole the account. A digest names the bytes. `name:1.27@sha256:…` keeps the version readable; tools such as Renovate keep both up to date. Off unless you switch it on, as updates by digest need such a tool.',
    whenToIgnore: 'Updates under the same tag are welcome.',
    references: ['[Pin base image versions](https://docs.docker.com/build/building/best-practices/#pin-base-image-versions)', owaspSheet],
    standards: [owasp('13')],
  },
  examples: [{ bad: 'docker run -d ⟦nginx:1.27⟧\n' }, { bad: 'docker run -d ⟦ghcr.io/shop/api⟧\n' }],
  silent: ['docker run -d cassandra:tag\n', 'docker run -d moby/buildkit:local\n', 'docker run -d nginx:1.27@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n', 'docker run -d "nginx@$DIGEST"\n', 'docker run -d "$IMAGE"\n', 'docker build -t shop:3 .\ndocker run -d shop:3\n'],
  causes: [{ commands: ['run', 'create'] }],
  check: (command, context) => {
    const image = judgedImage(command, context);
    if (image !== undefined && image.digest === undefined) {
      context.report({ span: image.word.span, message: `${code(image.word.value)} can be replaced by its publisher. Add the digest that \`docker images --digests\` shows: ${code(`${image.word.value}@sha256:…`)}.` });
    }
  },
};
