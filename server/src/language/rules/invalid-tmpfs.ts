/** Reports options of a `--tmpfs` that the kernel does not know. */
import { valueRule } from './value-rule.ts';

export const invalidTmpfs = valueRule({
  id: 'invalid-tmpfs',
  title: 'The tmpfs cannot be mounted like this',
  refusedBy: 'engine',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'A tmpfs is `path[:options]` with options such as `size=64m`, `mode=1777`, `noexec` and `uid=1000`. A wrong one is noticed only at the start: the container is created, stays behind and does not run.',
    references: ['[tmpfs mounts](https://docs.docker.com/engine/storage/tmpfs/)', '[tmpfs(5)](https://man7.org/linux/man-pages/man5/tmpfs.5.html)'],
  },
  examples: [{ bad: 'docker run --tmpfs /run:⟦siz=64m⟧ nginx:1.27', fixed: 'docker run --tmpfs /run:size=64m nginx:1.27' }, { bad: 'docker run --tmpfs ⟦/⟧ nginx:1.27' }],
  silent: ['docker run --tmpfs /run:rw,noexec,size=65536k,mode=1777 --tmpfs /tmp nginx:1.27', 'docker run --tmpfs /run:$OPTIONS nginx:1.27'],
});
