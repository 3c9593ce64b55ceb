/** Reports `--mount` values that the CLI or the engine refuses. */
import { valueRule } from './value-rule.ts';

export const invalidMount = valueRule({
  id: 'invalid-mount',
  title: 'The mount cannot be read or does not fit its type',
  refusedBy: 'engine',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'A mount is one list of `key=value` without blanks: `type=bind,source=/srv/data,target=/data,readonly`. The CLI knows a fixed set of keys for each type, and the engine wants an absolute target, a source for a bind mount and none for a tmpfs.',
    references: ['[docker container run, --mount](https://docs.docker.com/reference/cli/docker/container/run/#mount)', '[Bind mounts, options for --mount](https://docs.docker.com/engine/storage/bind-mounts/#options-for---mount)'],
  },
  examples: [
    { bad: "docker run --mount 'type=bind,⟦ src=/srv⟧,dst=/data' alpine:3.20", fixed: "docker run --mount 'type=bind,src=/srv,dst=/data' alpine:3.20" },
    { bad: 'docker run --mount ⟦type=bind, src=/srv,dst=/data⟧ alpine:3.20', fixed: 'docker run --mount type=bind,src=/srv,dst=/data alpine:3.20' },
    { bad: 'docker run --mount ⟦type=bind, src=/srv, dst=/data⟧ alpine:3.20 ls', fixed: 'docker run --mount type=bind,src=/srv,dst=/data alpine:3.20 ls' },
    { bad: 'docker run --mount type=bind,src=/srv,dst=/data,readonly=⟦yes⟧ alpine:3.20', fixed: 'docker run --mount type=bind,src=/srv,dst=/data,readonly alpine:3.20' },
    { bad: 'docker run --mount ⟦type=bind,src=/srv⟧ alpine:3.20' },
  ],
  silent: [
    'docker run --mount type=bind,src=./data,dst=/data,ro alpine:3.20',
    'docker run --mount type=tmpfs,dst=/scratch,tmpfs-size=64m alpine:3.20',
    'docker run --mount source=data,target=/data alpine:3.20',
    'docker run --mount type=bind,src="$PWD",dst=/data alpine:3.20',
    '```sh\ndocker run --mount type=volume,source=X,target=Y -v SRC:DST alpine:3.20\n```\n',
  ],
});
