/** Which commands the rules about hazards judge: those that make a container, as far as their words are known. */
import { isOn, type DockerCommand } from '../command/docker-command.ts';
import { isDerailed, isWhole } from './derailed.ts';
import type { RuleContext } from './rule.ts';

/** `run` and `create`, unless they are a pattern with holes: what a hole stands for may change everything. */
export function createsContainer(command: DockerCommand): boolean {
  return (command.facts?.id === 'run' || command.facts?.id === 'create') && !command.help && !command.template;
}

/** As `createsContainer`, and every flag is there to be seen: only then can one be missing. */
export function createsWholly(command: DockerCommand, context: RuleContext): boolean {
  return createsContainer(command) && isWhole(command) && command.image !== undefined && !isDerailed(command, context);
}

/** A service as far as one can see: it runs in the background, and every flag is there to be seen. */
export function runsInBackground(command: DockerCommand, context: RuleContext): boolean {
  return command.facts?.id === 'run' && isOn(command, 'detach') && createsWholly(command, context);
}
