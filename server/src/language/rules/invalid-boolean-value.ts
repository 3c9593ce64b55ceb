/** Reports `--rm=yes`: a boolean flag takes only the spellings of Go. */
import { valueRule } from './value-rule.ts';

export const invalidBooleanValue = valueRule({
  id: 'invalid-boolean-value',
  title: 'A boolean flag is given a word that is neither true nor false',
  refusedBy: 'cli',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'Boolean flags are read by Go, which knows `true`, `false`, `t`, `f`, `1` and `0`, and `True` or `TRUE`. With `yes`, `on` or an empty value the CLI stops before it talks to the engine.',
    references: ['[Go strconv.ParseBool](https://pkg.go.dev/strconv#ParseBool)', '[docker, boolean options](https://docs.docker.com/reference/cli/docker/#boolean)'],
  },
  examples: [
    { bad: 'docker run --rm=⟦yes⟧ alpine:3.20 date', fixed: 'docker run --rm=true alpine:3.20 date' },
    { bad: 'docker logs --follow=⟦off⟧ web', fixed: 'docker logs --follow=false web' },
  ],
  silent: ['docker run --rm=false alpine:3.20 date', 'docker run -t=0 alpine:3.20 date', 'docker run --rm="$KEEP" alpine:3.20', 'docker run --rm alpine:3.20 --color=yes'],
});
