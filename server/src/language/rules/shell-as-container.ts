/** Reports `docker exec -it bash web`: a shell where the container is named. */
import { literalValue } from '../command/docker-command.ts';
import { replace } from '../text/edit.ts';
import { code } from '../text/markdown.ts';
import type { Rule } from './rule.ts';
import { shellProgram } from './shell-program.ts';

/** As containers are named. */
const containerName = /^[a-zA-Z0-9][\w.-]+$/;

export const shellAsContainer: Rule = {
  id: 'shell-as-container',
  title: 'A shell where the container is named',
  refusedBy: 'engine',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'The first word behind the flags of `docker exec` is the container, those behind it are the program. The other way round the engine answers `No such container: bash`.',
    whenToIgnore: 'A container really has the name of a shell.',
    references: ['[docker container exec](https://docs.docker.com/reference/cli/docker/container/exec/)'],
  },
  examples: [
    { bad: 'docker exec -i ⟦bash⟧ web\n', fixed: 'docker exec -i web bash\n' },
    { bad: 'docker exec ⟦/bin/sh⟧ -c date\n' },
  ],
  silent: ['docker exec -i web bash\n', 'docker exec "$SHELL" web\n', 'docker exec -i shell ls\n', 'docker run -d --name bash bash:5\ndocker exec bash ls\n', 'docker exec -it bash bash\n'],
  causes: [{ commands: ['exec'] }],
  check: ({ facts, positionals, problems }, { commands, report }) => {
    const [program, container, more] = positionals;
    if (facts?.id !== 'exec' || program?.kind !== 'literal' || container === undefined || problems.length > 0 || !shellProgram.test(program.value)) {
      return;
    }
    // A container can have the name of a shell, and has it where another shell is the program.
    if (shellProgram.test(container.value) || commands.some((other) => literalValue(other, 'name') === program.value)) {
      return;
    }
    const isSwapped = more === undefined && container.kind === 'literal' && containerName.test(container.value);
    const right = isSwapped ? `${container.value} ${program.value}` : `web ${program.value}`;
    report({
      span: program.span,
      message: `Docker looks for a container named ${code(program.value)}. The container comes first, then the program: ${code(right)}.`,
      fixes: isSwapped ? [{ title: `Write ${code(right)}`, safe: true, edits: [replace(program.span, container.source), replace(container.span, program.source)] }] : [],
    });
  },
};
