/** Reports a container name that a straight script gives twice without removing the first container. */
import { isOn, lastUse, type DockerCommand, type FlagValue } from '../command/docker-command.ts';
import { code } from '../text/markdown.ts';
import type { Rule, RuleContext } from './rule.ts';
import { isStraight } from './straight-line.ts';

function literalName(command: DockerCommand): FlagValue | undefined {
  const value = lastUse(command, 'name')?.value;
  const creates = command.facts?.id === 'run' || command.facts?.id === 'create';
  return creates && !command.help && value?.literal === true ? value : undefined;
}

/** A command that a variable holds, and the one that runs it, share their words. */
function isGivenIn(command: DockerCommand, { text, span }: FlagValue): boolean {
  const other = literalName(command);
  return other?.text === text && other.span.start !== span.start;
}

/** Whether the command may give the name free: anything that removes, renames, or is not understood. */
function mayFree(command: DockerCommand): boolean {
  const id = command.facts?.id;
  return id === undefined || id === 'rm' || id === 'rename' || id === 'prune';
}

function check(command: DockerCommand, { report, commands, region }: RuleContext): void {
  const name = literalName(command);
  if (name === undefined) {
    return;
  }
  const index = commands.indexOf(command);
  const before = commands.slice(0, index).findLastIndex((other) => isGivenIn(other, name));
  const earlier = commands[before];
  if (earlier === undefined || isOn(earlier, 'rm') || commands.slice(before + 1, index).some(mayFree) || !isStraight(region, earlier.shell.span, command.shell.span.start)) {
    return;
  }
  report({ span: name.span, message: `The name ${code(name.text)} is already given further up, so this container is not created. Remove the first one in between, or choose another name.` });
}

export const duplicateContainerName: Rule = {
  id: 'duplicate-container-name',
  title: 'Two containers of one script have the same name',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'off' },
  docs: {
    why: 'A name belongs to one container at a time, also when it has ended. The second `docker run --name` fails with a conflict until the first container is removed.',
    whenToIgnore: 'The first container is removed by something that is not visible here.',
    references: ['[docker container run, --name](https://docs.docker.com/reference/cli/docker/container/run/#name)'],
  },
  examples: [{ bad: 'docker run -d --name web nginx:1.27\ndocker run -d --name ⟦web⟧ httpd:2.4\n' }],
  silent: [
    'docker run -d --name web nginx:1.27\ndocker rm -f web\ndocker run -d --name web httpd:2.4\n',
    'docker run --rm --name web nginx:1.27\ndocker run -d --name web httpd:2.4\n',
    'if test "$1"; then\n  docker run -d --name web nginx:1.27\nelse\n  docker run -d --name web httpd:2.4\nfi\n',
    'docker run -d --name "$A" nginx:1.27\ndocker run -d --name "$A" httpd:2.4\n',
    'RUN="docker run -d --name web"\n$RUN nginx:1.27\n',
    'docker run -d --name web nginx:1.27 || docker run -d --name web httpd:2.4\n',
  ],
  causes: [{ commands: ['run', 'create'], flags: ['name'] }],
  check,
};
