/** Reports two mounts of one command at the same path of the container. */
import { lastUse, type DockerCommand, type FlagUse } from '../command/docker-command.ts';
import { isAnonymousVolume, mountTarget } from '../command/mount-target.ts';
import { code } from '../text/markdown.ts';
import { removeFlags } from './remove-flags.ts';
import type { Rule, RuleContext } from './rule.ts';

function check(command: DockerCommand, { report, region }: RuleContext): void {
  if (command.help || command.facts === undefined || lastUse(command, 'volume-driver') !== undefined) {
    return;
  }
  const seen = new Map<string, FlagUse>();
  for (const use of command.flags) {
    const target = use.value.literal && !isAnonymousVolume(use) ? mountTarget(use) : undefined;
    if (target === undefined || !target.startsWith('/')) {
      continue;
    }
    const earlier = seen.get(target);
    // The same `-v` twice is one mount; of two `--tmpfs` for one path the last counts.
    const isVolume = use.facts.name === 'volume' && earlier?.value.text === use.value.text;
    const isSame = earlier?.facts.name === use.facts.name && (isVolume || use.facts.name === 'tmpfs');
    if (earlier !== undefined && !isSame) {
      report({
        span: use.value.span,
        message: `Something is already mounted at ${code(target)} by ${code(earlier.value.text)}. Choose another path, or keep one of the two.`,
        fixes: [{ title: `Remove ${code(`${use.spelling} ${use.value.text}`)}`, safe: false, edits: removeFlags(command, [use], region) }],
      });
    }
    seen.set(target, use);
  }
}

export const duplicateMountTarget: Rule = {
  id: 'duplicate-mount-target',
  title: 'Two mounts have the same path in the container',
  refusedBy: 'engine',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'Each path of a container holds one mount, whether it comes from `-v`, `--mount` or `--tmpfs`. The engine refuses a second one: "Duplicate mount point".',
    references: ['[Storage overview](https://docs.docker.com/engine/storage/)', '[docker container run, --volume](https://docs.docker.com/reference/cli/docker/container/run/#volume)'],
  },
  examples: [
    { bad: 'docker run -v data:/data -v ⟦/srv/data:/data⟧ alpine:3.20', fixed: 'docker run -v data:/data alpine:3.20' },
    { bad: 'docker run --tmpfs /run --mount ⟦type=volume,src=run,dst=/run⟧ alpine:3.20', fixed: 'docker run --tmpfs /run alpine:3.20' },
  ],
  silent: ['docker run -v data:/data -v data:/data alpine:3.20', 'docker run -v /data -v data:/data alpine:3.20', 'docker run -v data:/data -v logs:/data/logs alpine:3.20', 'docker run -v $A:/data -v $B:/data alpine:3.20', 'docker run --tmpfs /run --tmpfs /run:size=1m alpine:3.20'],
  causes: [{ flags: ['volume', 'mount', 'tmpfs'] }],
  check,
};
