/** Reports times without the unit that Go wants, and seconds with one where a bare number is wanted. */
import { valueRule } from './value-rule.ts';

export const durationUnit = valueRule({
  id: 'duration-unit',
  title: 'A time lacks its unit, or has one where none is allowed',
  refusedBy: 'cli',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'Health checks take times such as `30s` or `1m30s`: `ms`, `s`, `m` and `h`, without blanks, and no days. `--stop-timeout` and `docker stop -t` count bare seconds instead and refuse a unit. Mixing the two up stops the CLI.',
    references: ['[docker container run](https://docs.docker.com/reference/cli/docker/container/run/)', '[Go time.ParseDuration](https://pkg.go.dev/time#ParseDuration)'],
  },
  examples: [
    { bad: 'docker run --health-cmd true --health-interval ⟦30⟧ nginx:1.27', fixed: 'docker run --health-cmd true --health-interval 30s nginx:1.27' },
    { bad: 'docker stop -t ⟦5s⟧ web', fixed: 'docker stop -t 5 web' },
    { bad: 'docker run --stop-timeout=⟦1m⟧ nginx:1.27', fixed: 'docker run --stop-timeout=60 nginx:1.27' },
  ],
  silent: ['docker run --health-interval 1m30s --health-timeout 500ms --health-start-period 0 nginx:1.27', 'docker stop -t 5 web', 'docker run --health-interval ${INTERVAL}s nginx:1.27'],
});
