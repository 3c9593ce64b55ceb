/** Which commands hardening is about, and what several measures ask about them. */
import { isForWindows } from '../command/windows.ts';
import { isOn, lastUse, literalValue, usesOf, type DockerCommand } from '../command/docker-command.ts';

/** Whether every flag of the command is there to be read: none may arrive at run time or is a hole for the reader. */
function isComplete(command: DockerCommand): boolean {
  const { shell, image, template, help, problems } = command;
  const before = image === undefined ? [] : shell.words.slice(0, shell.words.indexOf(image));
  return image !== undefined && !template && !help && !shell.openEnded && problems.length === 0 && before.every(({ kind }) => kind !== 'splat');
}

/** Whether the command makes a container whose hardening can be judged. */
export function makesContainer(command: DockerCommand): boolean {
  return (command.facts?.id === 'run' || command.facts?.id === 'create') && isComplete(command) && !isForWindows(command);
}

/** Whether a policy is set under which the engine starts the container again; one that is not literal counts. */
export function restarts(command: DockerCommand): boolean {
  const use = lastUse(command, 'restart');
  return use !== undefined && (!use.value.literal || /^(?:always|unless-stopped|on-failure(?::\d+)?)$/.test(use.value.text));
}

/** Whether the container is meant to stay: it runs in the background or is started again. */
export function isLongRunning(command: DockerCommand): boolean {
  return isOn(command, 'detach') || restarts(command);
}

/** Whether the container gets the host's own network, none, or that of another container. */
export function sharesNetwork(command: DockerCommand): boolean {
  return usesOf(command, 'network').some(({ value }) => value.literal && /^(?:host|none|container:.*)$/.test(value.text));
}

/** Whether the command gives the container everything; smaller privileges say nothing then. */
export function isPrivileged(command: DockerCommand): boolean {
  return isOn(command, 'privileged');
}

/** Whether the process of the container is root: asked for, or for all that is known. */
export function startsAsRoot(command: DockerCommand): boolean {
  const user = lastUse(command, 'user');
  return user === undefined || /^(?:root|0+)(?::|$)/.test(literalValue(command, 'user') ?? '');
}
