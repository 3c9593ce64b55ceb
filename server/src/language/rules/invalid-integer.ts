/** Reports what is no whole number where one is wanted. */
import { valueRule } from './value-rule.ts';

export const invalidInteger = valueRule({
  id: 'invalid-integer',
  title: 'A whole number is wanted',
  refusedBy: 'cli',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'Counts, weights and seconds are whole numbers without a unit. Decimals, words and numbers that do not fit stop the CLI.',
    references: ['[docker, strings and integers](https://docs.docker.com/reference/cli/docker/#strings-and-integers)', '[Go strconv.ParseInt](https://pkg.go.dev/strconv#ParseInt)'],
  },
  examples: [{ bad: 'docker run --pids-limit ⟦many⟧ nginx:1.27' }, { bad: 'docker run --cpu-shares=⟦0.5⟧ nginx:1.27' }],
  silent: ['docker run --pids-limit 200 --cpu-shares 512 nginx:1.27', 'docker run --pids-limit "$PIDS" nginx:1.27', 'docker stop -t -1 web', 'docker run --pids-limit 0x40 nginx:1.27'],
});
