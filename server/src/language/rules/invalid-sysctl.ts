/** Reports kernel settings that a container cannot change for itself. */
import { literalValue, usesOf, type DockerCommand, type FlagUse } from '../command/docker-command.ts';
import { removeFlag } from '../command/edits.ts';
import type { Fix, RuleContext } from './rule.ts';
import { valueRule } from './value-rule.ts';

const isContainerSetting = /^(?:net\.|kernel\.(?:msg|sem|shm)|fs\.mqueue\.)/;

/** Settings of a namespace that is shared with the host go, or the sharing does. */
function fixesForSharing(use: FlagUse, command: DockerCommand, { region }: RuleContext): Fix[] {
  const shared = use.value.text.startsWith('net.') ? 'network' : 'ipc';
  if (literalValue(command, shared) !== 'host' || !isContainerSetting.test(use.value.text)) {
    return [];
  }
  return [
    { title: 'Remove the `--sysctl`', safe: false, edits: removeFlag(command, use, region) },
    { title: `Remove \`--${shared} host\``, safe: false, edits: usesOf(command, shared).flatMap((other) => removeFlag(command, other, region)) },
  ];
}

export const invalidSysctl = valueRule({
  id: 'invalid-sysctl',
  title: 'The kernel setting cannot be set for one container',
  refusedBy: 'engine',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'Only settings that exist once for each namespace can be set for a container: `net.*`, `fs.mqueue.*` and eight names of System V IPC such as `kernel.shmmax`. Everything else, `vm.max_map_count` and `fs.file-max` included, belongs to the whole host and is set there with `sysctl -w`. A container that shares the network or IPC of the host cannot set theirs either.',
    references: ['[docker container run, --sysctl](https://docs.docker.com/reference/cli/docker/container/run/#sysctl)'],
  },
  examples: [
    { bad: 'docker run -d --sysctl ⟦fs.file-max⟧=2097152 emqx:5.8' },
    { bad: 'docker run -d --network host --sysctl ⟦net.core.somaxconn⟧=1024 nginx:1.27', fixed: 'docker run -d --network host nginx:1.27' },
  ],
  silent: [
    'docker run -d --sysctl net.core.somaxconn=1024 --sysctl kernel.shmmax=1 nginx:1.27',
    'docker run -d --network host --sysctl kernel.shmmax=1 nginx:1.27',
    'docker run -d --sysctl "$KEY=1" nginx:1.27',
  ],
  fixes: (use, _problem, command, context) => fixesForSharing(use, command, context),
});
