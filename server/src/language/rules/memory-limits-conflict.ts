/** Reports limits of memory and swap that contradict each other. */
import type { DockerCommand } from '../command/docker-command.ts';
import { insertFlag, replaceValue } from '../command/edits.ts';
import { quoteWord } from '../command/quote.ts';
import { code } from '../text/markdown.ts';
import { givenSize, type GivenSize } from './given-size.ts';
import type { Rule, RuleContext } from './rule.ts';

/** The engine takes no less. */
const minimum = 6 * 1024 * 1024;

function swapBelowMemory(command: DockerCommand, swap: GivenSize, memory: GivenSize, { report }: RuleContext): void {
  report({
    span: swap.use.span,
    message: `\`--memory-swap\` is memory and swap together, so ${code(swap.use.value.text)} cannot be less than \`--memory\`. Give both the same value for no swap.`,
    fixes: [{ title: `Set \`--memory-swap\` to ${code(memory.use.value.text)}`, safe: false, edits: replaceValue(command, swap.use.value, memory.use.value.text) }],
  });
}

function swapAlone(command: DockerCommand, swap: GivenSize, { report, region }: RuleContext): void {
  const flag = `--memory ${quoteWord(swap.use.value.text, command.shell.dialect)}`;
  report({
    span: swap.use.span,
    message: '`--memory-swap` is memory and swap together and needs `--memory` beside it.',
    fixes: [{ title: `Add ${code(flag)}`, safe: false, edits: insertFlag(command, region, flag) }],
  });
}

function check(command: DockerCommand, context: RuleContext): void {
  if (command.help || command.facts === undefined) {
    return;
  }
  const memory = givenSize(command, 'memory', context.version);
  const swap = givenSize(command, 'memory-swap', context.version);
  const reservation = givenSize(command, 'memory-reservation', context.version);
  const knowsMemory = memory !== undefined && memory !== 'unknown';
  if (swap !== undefined && swap !== 'unknown' && swap.bytes > 0) {
    // A limit below the minimum mostly lacks its unit, and has a finding of its own.
    if (knowsMemory && swap.bytes < memory.bytes && swap.bytes >= minimum) {
      swapBelowMemory(command, swap, memory, context);
    } else if (memory === undefined && command.facts.id !== 'update' && !command.openEnded && !command.flags.some(({ facts }) => facts.name === 'memory')) {
      swapAlone(command, swap, context);
    }
  }
  if (knowsMemory && reservation !== undefined && reservation !== 'unknown' && reservation.bytes > memory.bytes) {
    context.report({
      span: reservation.use.span,
      message: `A reservation of ${code(reservation.use.value.text)} is above the limit ${code(memory.use.value.text)}. It must be at most as large, and takes effect only when it is less.`,
      fixes: [{ title: `Set \`--memory\` to ${code(reservation.use.value.text)}`, safe: false, edits: replaceValue(command, memory.use.value, reservation.use.value.text) }],
    });
  }
}

export const memoryLimitsConflict: Rule = {
  id: 'memory-limits-conflict',
  title: 'The limits of memory and swap contradict each other',
  refusedBy: 'engine',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: '`--memory-swap` is the sum of memory and swap, not the swap alone. So it needs `--memory` beside it, and cannot be less. `--memory-reservation` is a softer goal below the limit. The engine refuses a container whose numbers do not fit together.',
    references: ['[Resource constraints, --memory-swap](https://docs.docker.com/engine/containers/resource_constraints/#--memory-swap-details)'],
  },
  examples: [
    { bad: 'docker run -m 1g ⟦--memory-swap 512m⟧ nginx:1.27', fixed: 'docker run -m 1g --memory-swap 1g nginx:1.27' },
    { bad: 'docker run ⟦--memory-swap 1g⟧ nginx:1.27', fixed: 'docker run --memory 1g --memory-swap 1g nginx:1.27' },
    { bad: 'docker run -m 256m ⟦--memory-reservation=512m⟧ nginx:1.27', fixed: 'docker run -m 512m --memory-reservation=512m nginx:1.27' },
  ],
  silent: [
    'docker run -m 1g --memory-swap 1g --memory-reservation 512m nginx:1.27',
    'docker run -m 1g --memory-swap -1 nginx:1.27',
    'docker run -m "$LIMIT" --memory-swap 512m nginx:1.27',
    'docker update --memory-swap 2g web',
    'docker run $LIMITS --memory-swap 1g nginx:1.27',
  ],
  causes: [{ flags: ['memory-swap', 'memory-reservation'] }],
  check,
};
