/** The out-of-memory killer switched off for a container that may use all memory of the host. */
import { insertFlag } from '../command/edits.ts';
import { isOn, lastUse, literalValue, usesOf } from '../command/docker-command.ts';
import { parseByteSize } from '../docker/values/scan/byte-size.ts';
import { createsWholly } from './containers.ts';
import { removeFlags } from './remove-flags.ts';
import type { Rule } from './rule.ts';

export const oomKillDisableWithoutMemory: Rule = {
  id: 'oom-kill-disable-without-memory',
  title: 'Out-of-memory killer switched off without a memory limit',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'warning' },
  docs: {
    why: 'A container without a limit can use up the memory of the host. With `--oom-kill-disable` the kernel may not end it then, and ends others: the database, the ssh server, the engine. The engine prints a warning and starts it all the same. Hosts with cgroup v2 ignore the flag.',
    references: ['[Resource constraints](https://docs.docker.com/engine/containers/resource_constraints/#limit-a-containers-access-to-memory)'],
  },
  examples: [
    { bad: 'docker run -d ⟦--oom-kill-disable⟧ cache:7\n', fixed: 'docker run --memory 512m -d --oom-kill-disable cache:7\n' },
    { bad: 'docker run -d --memory 0 ⟦--oom-kill-disable⟧ cache:7\n', fixed: 'docker run -d --memory 0 cache:7\n' },
  ],
  silent: ['docker run -d --memory 1g --oom-kill-disable cache:7\n', 'docker run -d -m "$LIMIT" --oom-kill-disable cache:7\n', 'docker run -d --oom-kill-disable=false cache:7\n', 'docker run -d --oom-kill-disable $OPTIONS cache:7\n'],
  causes: [{ commands: ['run', 'create'], flags: ['oom-kill-disable'] }],
  check: (command, context) => {
    const use = lastUse(command, 'oom-kill-disable');
    const memory = lastUse(command, 'memory');
    if (use?.value.literal !== true || !isOn(command, 'oom-kill-disable') || command.engine === 'podman' || !createsWholly(command, context)) {
      return;
    }
    const limit = literalValue(command, 'memory');
    const isUnlimited = memory === undefined || (limit !== undefined && parseByteSize(limit, context.version)?.bytes === 0);
    if (isUnlimited) {
      const add = { title: 'Add `--memory 512m`', edits: insertFlag(command, context.region, '--memory 512m'), safe: false };
      const leaveOut = { title: 'Remove `--oom-kill-disable`', edits: removeFlags(command, usesOf(command, 'oom-kill-disable'), context.region), safe: false };
      context.report({
        span: use.span,
        message: 'Without `--memory` this container can use up the memory of the host, and the kernel then ends other programs instead of it. Set a limit, or remove the flag.',
        fixes: memory === undefined ? [add, leaveOut] : [leaveOut],
      });
    }
  },
};
