/** `--time` of stop and restart, renamed in Docker 28: only `-t` is right on every version. */
import { renameFlag } from '../command/edits.ts';
import { cliVersions } from '../docker/generated/cli.ts';
import type { Rule } from './rule.ts';

export const deprecatedStopTime: Rule = {
  id: 'deprecated-stop-time',
  title: 'Old name of the grace period of stop and restart',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'warning' },
  tag: 'deprecated',
  docs: {
    why: 'Docker 28 renamed `--time` to `--timeout`. The old name prints a warning on every use and will go; the new one is refused by every older CLI. `-t` means the same on all of them, and is the only spelling that does.',
    references: ['[Deprecated features](https://docs.docker.com/engine/deprecated/)', '[docker/cli #5485](https://github.com/docker/cli/pull/5485)'],
  },
  examples: [
    { bad: 'docker stop ⟦--time⟧ 30 web\n', fixed: 'docker stop -t 30 web\n' },
    { bad: 'docker container restart web ⟦--time⟧=30\n', fixed: 'docker container restart web -t 30\n' },
  ],
  silent: ['docker stop -t 30 web\n', 'docker stop --timeout 30 web\n', 'podman stop --time 30 web\n', 'docker exec web stop --time 30\n'],
  causes: [{ commands: ['stop', 'restart'], flags: ['time'] }],
  check: (command, { version, report }) => {
    // The oldest CLI of the facts has no other long name.
    if (command.engine === 'podman' || version === cliVersions[0] || (command.facts?.id !== 'stop' && command.facts?.id !== 'restart')) {
      return;
    }
    for (const use of command.flags.filter(({ facts }) => facts.name === 'time')) {
      report({
        span: use.nameSpan,
        message: 'Docker 28 deprecated `--time`, and older versions do not know `--timeout`. Write `-t`, which all of them understand.',
        fixes: [{ title: 'Write `-t`', edits: renameFlag(use, '-t'), safe: true }],
      });
    }
  },
};
