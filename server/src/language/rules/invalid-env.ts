/** Reports environment variables without a usable name. */
import { valueRule } from './value-rule.ts';

export const invalidEnv = valueRule({
  id: 'invalid-env',
  title: 'An environment variable has no usable name',
  refusedBy: 'cli',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'A variable is `NAME=value`, or `NAME` alone to pass on the one of your shell. Without a name the CLI stops. A name with a blank is set, but no shell can read it: mostly a blank that slipped in around the equals sign.',
    references: ['[docker container run, --env](https://docs.docker.com/reference/cli/docker/container/run/#env)'],
  },
  examples: [{ bad: 'docker run -e ⟦=debug⟧ alpine:3.20' }, { bad: "docker exec -e '⟦LOG LEVEL⟧=debug' web env" }],
  silent: ['docker run -e NAME -e EMPTY= -e "A=b c" alpine:3.20', 'docker run -e "$SETTING" alpine:3.20', 'docker run --env=A=b alpine:3.20'],
});
