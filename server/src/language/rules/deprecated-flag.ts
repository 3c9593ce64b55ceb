/** Flags, options and drivers that are on their way out, or gone. */
import type { DockerCommand, FlagUse } from '../command/docker-command.ts';
import { parseBoolean } from '../docker/values/bool.ts';
import { cliVersions } from '../docker/generated/cli.ts';
import { replace } from '../text/edit.ts';
import { removeFlags } from './remove-flags.ts';
import { reportRemovedPsFlags } from './removed-ps-flags.ts';
import type { Fix, RuleContext } from './rule.ts';
import { valueRule } from './value-rule.ts';

interface Outdated {
  message(use: FlagUse): string;
  fixes(use: FlagUse, command: DockerCommand, context: RuleContext): Fix[];
}

/** None where nothing would be left to do: `docker update` without flags is refused. */
function removal(use: FlagUse, command: DockerCommand, { region }: RuleContext): Fix[] {
  const isLast = command.facts?.id === 'update' && command.flags.length === 1;
  return isLast ? [] : [{ title: `Remove \`${use.spelling}\`, which has no effect`, edits: removeFlags(command, [use], region), safe: true }];
}

function isOff({ value }: FlagUse): boolean {
  return value.literal && parseBoolean(value.text) === false;
}

const outdated: Readonly<Record<string, Outdated>> = {
  'kernel-memory': { message: () => '`--kernel-memory` has had no effect since Engine 23.0, and the kernel dropped the limit before. Remove it; `--memory` counts kernel memory too.', fixes: removal },
  'disable-content-trust': { message: () => '`--disable-content-trust` has had no effect since Docker 29. Remove it.', fixes: removal },
  pause: {
    message: (use) =>
      isOff(use)
        ? '`--pause` is deprecated since Docker 29. Write `--no-pause`, which keeps the container running as well.'
        : '`--pause` is deprecated since Docker 29: commit pauses the container anyway. Leave it out, or write `--no-pause` to keep the container running.',
    fixes: (use, command, context) => {
      const off = isOff(use);
      return off && !use.clustered ? [{ title: 'Write `--no-pause`', edits: [replace(use.span, '--no-pause')], safe: true }] : [{ title: `Remove \`${use.spelling}\``, edits: removeFlags(command, [use], context.region), safe: !off && use.value.literal }];
    },
  },
};

export const deprecatedFlag = valueRule({
  id: 'deprecated-flag',
  title: 'Flag or option that is deprecated or gone',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'warning' },
  tag: 'deprecated',
  docs: {
    why: 'Docker keeps old flags for some releases: first they warn, then they do nothing, then the command is refused. `--kernel-memory` and `--disable-content-trust` only print a warning since Docker 29, the log driver `logentries` was removed in 25, the option `fluentd-async-connect` in 28. `docker ps --since` and `--before` have long been filters.',
    references: ['[Deprecated features](https://docs.docker.com/engine/deprecated/)'],
  },
  examples: [
    { bad: 'docker run -d ⟦--kernel-memory 64m⟧ --memory 512m nginx:1.27\n', fixed: 'docker run -d --memory 512m nginx:1.27\n' },
    { bad: 'docker run ⟦--disable-content-trust=false⟧ nginx:1.27\n', fixed: 'docker run nginx:1.27\n' },
    { bad: 'docker run --log-driver fluentd --log-opt ⟦fluentd-async-connect⟧=true nginx:1.27\n', fixed: 'docker run --log-driver fluentd --log-opt fluentd-async=true nginx:1.27\n' },
    { bad: 'docker commit ⟦--pause=false⟧ web web:backup\n', fixed: 'docker commit --no-pause web web:backup\n' },
    { bad: 'docker update ⟦--kernel-memory 64m⟧ web\n', note: 'No fix: without a flag the command is refused.' },
    { bad: 'docker ps -q ⟦--since web⟧\n', fixed: 'docker ps -q --filter since=web\n' },
    { bad: 'docker run --mount type=bind,source=/srv,target=/srv,⟦bind-nonrecursive⟧ nginx:1.27\n', fixed: 'docker run --mount type=bind,source=/srv,target=/srv,bind-recursive=disabled nginx:1.27\n' },
  ],
  silent: ['docker run -d --memory 512m nginx:1.27\n', 'podman commit --pause=false web web:backup\n', 'docker run --log-driver fluentd --log-opt fluentd-async=true nginx:1.27\n', 'docker run nginx:1.27 --kernel-memory 64m\n', 'docker commit --no-pause web web:backup\n', 'docker ps --filter since=web\n'],
  also: {
    causes: [{ flags: Object.keys(outdated) }, { commands: ['ps'], problems: ['unknown-flag'] }],
    check: (command, context) => {
      if (command.engine === 'podman') {
        return;
      }
      reportRemovedPsFlags(command, context);
      for (const use of command.flags) {
        const found = context.version === cliVersions[2] && use.facts.deprecated === true ? outdated[use.facts.name] : undefined;
        if (found !== undefined) {
          context.report({ span: use.span, message: found.message(use), fixes: found.fixes(use, command, context) });
        }
      }
    },
  },
});
