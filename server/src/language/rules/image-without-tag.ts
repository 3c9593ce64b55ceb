/** An image whose version is left to chance. */
import { code } from '../text/markdown.ts';
import { judgedImage } from './judged-image.ts';
import type { Rule } from './rule.ts';
import { cis } from './standards.ts';

export const imageWithoutTag: Rule = {
  id: 'image-without-tag',
  title: 'Image without a tag',
  refusedBy: 'nobody',
  severity: { script: 'info', markdown: 'off' },
  docs: {
    why: 'Without a tag Docker takes `:latest`: on a new host whatever was published last, on an old one whatever was last pulled there. Two servers run different versions under one name, and a rollback has nothing to go back to.',
    whenToIgnore: 'The image is built on this host, or the newest one is what you want.',
    references: ['[docker image pull](https://docs.docker.com/reference/cli/docker/image/pull/)', '[Pin base image versions](https://docs.docker.com/build/building/best-practices/#pin-base-image-versions)'],
    standards: [cis('5.28', '5.27')],
  },
  examples: [{ bad: 'docker run -d ⟦nginx⟧\n' }, { bad: 'docker create --name api ⟦registry.example.com:5000/shop/api⟧\n' }],
  silent: ['docker run -d nginx:1.27\n', 'docker run -d nginx@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n', 'docker run -d "$IMAGE"\n', 'docker build -t shop .\ndocker run -d shop\n', 'docker run -d 1f5a9b3c7d2e\n', 'docker run -d <image>\n', 'docker run -d my-app\n', 'podman run -d localhost/shop\n'],
  causes: [{ commands: ['run', 'create'] }],
  check: (command, context) => {
    const image = judgedImage(command, context);
    if (image !== undefined && image.tag === undefined && image.digest === undefined) {
      context.report({
        span: image.word.span,
        message: `${code(image.word.value)} means ${code(`${image.word.value}:latest`)}, which is another image after each release. Name the version you tested.`,
      });
    }
  },
};
