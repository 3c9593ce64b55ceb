/** A memory limit without a word on swap: as much swap again may be used. */
import { insertFlag } from '../command/edits.ts';
import { lastUse, literalValue } from '../command/docker-command.ts';
import { quoteWord } from '../command/quote.ts';
import { isForWindows } from '../command/windows.ts';
import { code } from '../text/markdown.ts';
import { judgedValues } from './flag-values.ts';
import type { Rule } from './rule.ts';

export const memorySwapDefaultsToDouble: Rule = {
  id: 'memory-swap-defaults-to-double',
  title: 'Memory limit that lets the container swap as much again',
  refusedBy: 'nobody',
  severity: { script: 'info', markdown: 'hint' },
  docs: {
    why: 'Without `--memory-swap` the engine allows twice `--memory` in total: a container with `--memory 512m` may put another 512 MiB into swap. On a host with swap it slows down the disk for everybody instead of being stopped at its limit. Memory and swap together are what `--memory-swap` names, so the same value means no swap.',
    whenToIgnore: 'The host has no swap, or the container may use it.',
    references: ['[--memory-swap details](https://docs.docker.com/engine/containers/resource_constraints/#--memory-swap-details)'],
  },
  examples: [
    { bad: 'docker run -d ⟦--memory 512m⟧ nginx:1.27\n', fixed: 'docker run --memory-swap 512m -d --memory 512m nginx:1.27\n' },
    { bad: 'docker run -d \\\n  ⟦-m=1g⟧ \\\n  nginx:1.27\n', fixed: 'docker run -d \\\n  -m=1g \\\n  --memory-swap 1g \\\n  nginx:1.27\n' },
  ],
  silent: [
    'docker run -d --memory 512m --memory-swap 512m nginx:1.27\n',
    'docker run -d --memory "$LIMIT" nginx:1.27\n',
    'docker run -d --memory 0 nginx:1.27\n',
    'docker run -d --memory 512 nginx:1.27\n',
    'docker run -d --memory 512m "$@" nginx:1.27\n',
    'docker update --memory 512m web\n',
    'docker run -m 2GB --isolation=process mcr.microsoft.com/windows/nanoserver:ltsc2022 cmd\n',
  ],
  causes: [{ commands: ['run', 'create'], flags: ['memory'] }],
  check: (command, { region, report, version }) => {
    const use = lastUse(command, 'memory');
    const size = literalValue(command, 'memory');
    const creates = command.facts?.id === 'run' || command.facts?.id === 'create';
    if (!creates || use === undefined || size === undefined || command.openEnded || isForWindows(command) || lastUse(command, 'memory-swap') !== undefined) {
      return;
    }
    // A limit that is refused, or is none, gets a finding of its own.
    if (judgedValues(command, version).some((judged) => judged.use === use && judged.parsed.problems.length === 0)) {
      const edits = () => insertFlag(command, region, `--memory-swap ${quoteWord(size, command.shell.dialect)}`);
      report({
        span: use.span,
        message: `The container may use ${code(size)} of memory and as much swap again. Write ${code(`--memory-swap ${size}`)} to leave swap out.`,
        fixes: () => [{ title: `Add ${code(`--memory-swap ${size}`)}`, edits: edits(), safe: false }],
      });
    }
  },
};
