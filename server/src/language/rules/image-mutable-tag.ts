/** A tag that is made to move. */
import { valueSpan } from '../shell/shell-command.ts';
import { code } from '../text/markdown.ts';
import { judgedImage } from './judged-image.ts';
import type { Rule } from './rule.ts';

export const imageMutableTag: Rule = {
  id: 'image-mutable-tag',
  title: 'Image with a tag that moves',
  refusedBy: 'nobody',
  severity: { script: 'info', markdown: 'off' },
  docs: {
    why: 'Tags such as `latest` or `stable` name the newest release of the day. A host that pulls tomorrow runs another version than one that pulled today, `docker ps` shows the same name for both, and going back means finding out what it was. A version, or a digest, says what runs.',
    whenToIgnore: 'Following the newest release is the purpose: the nightly build of a test.',
    references: ['[Pin base image versions](https://docs.docker.com/build/building/best-practices/#pin-base-image-versions)', '[DL3007 of hadolint, the same for Dockerfiles](https://github.com/hadolint/hadolint/wiki/DL3007)'],
  },
  options: {
    tags: { description: 'Tags that move.', default: ['latest', 'stable', 'edge', 'test', 'nightly', 'dev', 'beta', 'canary', 'lts'] },
  },
  examples: [{ bad: 'docker run -d redis:⟦latest⟧\n' }, { bad: 'docker run --rm "shop/api:⟦nightly⟧" check\n' }],
  silent: ['docker run -d redis:7.4\n', 'docker run -d redis\n', 'docker run -d "redis:$TAG"\n', 'docker run -d redis:latest@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n', 'docker build -t shop .\ndocker run shop:latest\n', 'docker run -d nginx:stable-alpine3.20\n'],
  causes: [{ commands: ['run', 'create'] }],
  check: (command, context) => {
    const image = judgedImage(command, context);
    const tag = image?.digest === undefined ? image?.tag : undefined;
    if (image !== undefined && tag !== undefined && (context.options['tags'] ?? []).includes(tag.toLowerCase())) {
      const { value } = image.word;
      context.report({
        span: valueSpan(image.word, value.length - tag.length, value.length),
        message: `${code(tag)} moves with each release: hosts that pull at different times run different versions. Name the version you tested.`,
      });
    }
  },
};
