/** A whole command line as entrypoint: the engine looks for a program with that name. */
import type { DockerCommand, FlagUse } from '../command/docker-command.ts';
import { replaceValue } from '../command/edits.ts';
import { insert } from '../text/edit.ts';
import type { Fix } from './rule.ts';
import { valueRule } from './value-rule.ts';

/** Moves the arguments to their place behind the image, where blanks alone separate them. */
function moveArguments(use: FlagUse, command: DockerCommand): Fix[] {
  const { image, shell } = command;
  const [program, ...rest] = use.value.text.trim().split(/\s+/);
  if (program === undefined || rest.length === 0 || image === undefined || shell.nested || /["'\\$`|&;<>()[\]*?#]/.test(use.value.text)) {
    return [];
  }
  const edits = [...replaceValue(command, use.value, program), insert(image.span.end, ` ${rest.join(' ')}`)];
  return [{ title: 'Move the arguments behind the image', edits, safe: false }];
}

export const entrypointWithArguments = valueRule({
  id: 'entrypoint-with-arguments',
  title: 'Arguments in the entrypoint',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'warning' },
  docs: {
    why: '`--entrypoint` names one program and is never split at blanks. `--entrypoint "sh -c"` makes the engine look for a file of that name, and the container does not start: `exec: "sh -c": executable file not found`. Arguments stand behind the image.',
    whenToIgnore: 'The path of the program holds a blank.',
    references: ['[Override the default entrypoint](https://docs.docker.com/engine/containers/run/#default-entrypoint)'],
  },
  examples: [
    { bad: 'docker run --rm --entrypoint "⟦npm run⟧" shop:2.4 build\n', fixed: 'docker run --rm --entrypoint "npm" shop:2.4 run build\n' },
    { bad: `docker run --rm --entrypoint '⟦["sh", "-c"]⟧' shop:2.4 env\n` },
  ],
  silent: ['docker run --rm --entrypoint npm shop:2.4 run build\n', 'docker run --rm --entrypoint "$START" shop:2.4\n', "docker run --rm --entrypoint '' shop:2.4 sh\n", "docker run --rm --entrypoint '/opt/My Tool/bin/start' shop:2.4\n"],
  fixes: (use, _problem, command) => moveArguments(use, command),
});
