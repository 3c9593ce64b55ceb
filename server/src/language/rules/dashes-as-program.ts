/** Reports `docker exec web -- ls`: docker hands the dashes over as the program. */
import { remove } from '../text/edit.ts';
import type { Rule } from './rule.ts';
import { runsFirstWord } from './runs-first-word.ts';

export const dashesAsProgram: Rule = {
  id: 'dashes-as-program',
  title: 'Dashes where the program belongs',
  refusedBy: 'engine',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: '`kubectl exec web -- ls` wants the two dashes, `docker exec` does not: whatever stands behind the container is the command, so the engine looks for a program called `--` and answers `executable file not found`. `docker run` does the same with images that have no entrypoint, such as `alpine`.',
    references: ['[docker container exec](https://docs.docker.com/reference/cli/docker/container/exec/)'],
  },
  examples: [
    { bad: 'docker exec web ⟦--⟧ ls -l\n', fixed: 'docker exec web ls -l\n' },
    { bad: 'docker run --rm alpine:3.20 ⟦--⟧ date\n', fixed: 'docker run --rm alpine:3.20 date\n' },
  ],
  silent: ['docker exec -- web ls\n', 'docker run --rm -- alpine:3.20 date\n', 'docker run --rm shop/tool:2.4 -- --verbose\n', 'docker exec web npm run build -- --watch\n', 'kubectl exec web -- docker ps\n'],
  causes: [{ commands: ['exec', 'run', 'create'] }],
  check: (command, { report }) => {
    const [dashes, program] = command.process;
    if (dashes?.kind !== 'literal' || dashes.value !== '--' || program === undefined || !runsFirstWord(command)) {
      return;
    }
    report({
      span: dashes.span,
      message: 'Docker takes `--` for the program that is to run in the container. Leave it out.',
      fixes: [{ title: 'Remove `--`', safe: true, edits: [remove({ start: dashes.span.start, end: program.span.start })] }],
    });
  },
};
