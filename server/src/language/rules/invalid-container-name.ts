/** Reports container names that the engine does not take. */
import type { DockerCommand } from '../command/docker-command.ts';
import { replaceInWord } from '../command/edits.ts';
import { containerName } from '../docker/values/container-name.ts';
import { valueSpan } from '../shell/shell-command.ts';
import { isDerailed, isWhole } from './derailed.ts';
import type { RuleContext } from './rule.ts';
import { valueRule } from './value-rule.ts';

/** The new name of `docker rename OLD NEW`. */
function newName(command: DockerCommand, context: RuleContext): void {
  const name = command.positionals[1];
  if (command.facts?.id !== 'rename' || name?.kind !== 'literal' || !isWhole(command) || isDerailed(command, context)) {
    return;
  }
  const { problems } = containerName.parse(name.value, { version: context.version, podman: command.engine === 'podman', command: 'rename' });
  for (const problem of problems) {
    context.report({
      span: valueSpan(name, problem.start, problem.end),
      message: problem.message,
      fixes: (problem.fixes ?? []).map(({ title, safe, newText }) => ({
        title,
        safe,
        edits: replaceInWord(name, valueSpan(name), 0, name.value.length, newText, command.shell.dialect),
      })),
    });
  }
}

export const invalidContainerName = valueRule({
  id: 'invalid-container-name',
  title: 'The container name holds characters that are not allowed',
  refusedBy: 'engine',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'A name has at least two characters: letters, digits, `_`, `.` and `-`, and begins with a letter or a digit. The engine refuses other names, mostly ones with a blank, a slash or a colon in them.',
    references: ['[docker container run, --name](https://docs.docker.com/reference/cli/docker/container/run/#name)'],
  },
  examples: [
    { bad: 'docker run -d --name "⟦my web⟧" nginx:1.27', fixed: 'docker run -d --name "my-web" nginx:1.27' },
    { bad: 'docker rename web ⟦team/web⟧', fixed: 'docker rename web team-web' },
    { bad: 'docker run -d --name ⟦w⟧ nginx:1.27' },
  ],
  silent: ['docker run -d --name web_1.old-2 nginx:1.27', 'docker run -d --name "$NAME" nginx:1.27', 'docker run -d nginx:1.27 --name "my web"', 'docker rename web "$NEW name"'],
  also: { causes: [{ commands: ['rename'] }], check: newName },
});
