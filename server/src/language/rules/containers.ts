/** Which commands the rules about hazards judge: those that make a container, as far as their words are known. */
import { isOn, usesOf, type DockerCommand } from '../command/docker-command.ts';
import { isDerailed, isWhole } from './derailed.ts';
import { asksForTerminal, opensShell } from './interactive-use.ts';
import type { RuleContext } from './rule.ts';

/** `run` and `create`, unless they are a pattern with holes: what a hole stands for may change everything. */
export function createsContainer(command: DockerCommand): boolean {
  return (command.facts?.id === 'run' || command.facts?.id === 'create') && !command.help && !command.template;
}

/** As `createsContainer`, and every flag is there to be seen: only then can one be missing. */
export function createsWholly(command: DockerCommand, context: RuleContext): boolean {
  return createsContainer(command) && isWhole(command) && command.image !== undefined && !isDerailed(command, context);
}

/** Programs that keep a container busy in an example, or end at once. */
const standIns = /^(?:.*\/)?(?:sleep|top|tail|cat|true|echo|date|env|id|ls|ping|printenv|hostname|uname|whoami|yes)$/;

/** The same inside `sh -c`. */
const waitsOnly = /\btail -f \/dev\/null|\bsleep (?:infinity|\d+)|\bwhile (?:true|:|sleep)\b/;

/** Whether the container is a box to enter or to look at, and serves nobody. */
function servesNobody(command: DockerCommand): boolean {
  const [program, ...words] = command.process;
  const isBox = asksForTerminal(command) && usesOf(command, 'publish').length === 0;
  return isBox || opensShell(command) || (program !== undefined && (standIns.test(program.value) || words.some(({ value }) => waitsOnly.test(value))));
}

/** A service as far as one can see: it runs in the background for others, and every flag is there to be seen. */
export function runsService(command: DockerCommand, context: RuleContext): boolean {
  return command.facts?.id === 'run' && isOn(command, 'detach') && createsWholly(command, context) && !servesNobody(command);
}
