/** Reads a whole command aloud, and tells what the engine does with it in each state of the container. */
import type { DockerCommand } from '../../command/docker-command.ts';
import { commandProse, type CommandProse } from '../../docker/commands.ts';
import { code } from '../../text/markdown.ts';
import { explainCommand } from '../explain/explain-command.ts';
import type { PostureRow } from '../posture.ts';
import { postureTable } from './posture-table.ts';
import { table } from './table.ts';

function spelled({ program, path }: DockerCommand): string {
  return [program, ...path].map(({ value }) => value).join(' ');
}

function states({ states: list }: CommandProse): string | undefined {
  return list === undefined ? undefined : table(['Container is', 'What happens'], list.map(({ state, outcome }) => [state, outcome]));
}

function exitCodes({ exitCodes: list }: CommandProse): string | undefined {
  return list === undefined ? undefined : table(['Exit code', 'Meaning'], list.map((exit) => [code(exit.code), exit.meaning]));
}

/** What is known of one command beside its words. */
export interface Judgement {
  readonly posture: readonly PostureRow[] | undefined;
  /** Why Docker refuses it. */
  readonly refusal: string | undefined;
}

/** On the command word: the reading of this command and its posture, then what holds for every such command. */
export function commandHover(command: DockerCommand, { posture, refusal }: Judgement): string | undefined {
  const reading = explainCommand(command, refusal);
  const prose = command.facts === undefined ? undefined : commandProse(command.facts.id);
  if (reading === undefined && prose === undefined) {
    return undefined;
  }
  const sections = [
    `**${code(spelled(command))}**`,
    reading,
    posture === undefined ? undefined : postureTable(posture),
    prose === undefined ? undefined : `*In general*: ${prose.what}`,
    prose?.why === undefined ? undefined : `*Why*: ${prose.why}`,
    prose?.mind === undefined ? undefined : `*Mind*: ${prose.mind}`,
    prose === undefined ? undefined : states(prose),
    prose === undefined ? undefined : exitCodes(prose),
    prose === undefined ? undefined : `[Reference](${prose.reference})`,
  ];
  return sections.filter((section) => section !== undefined).join('\n\n');
}

/** On the word `docker` itself: only the reading. */
export function programHover(command: DockerCommand, refusal: string | undefined): string | undefined {
  const id = command.facts?.id;
  const reading = explainCommand(command, refusal) ?? (id === undefined ? undefined : commandProse(id)?.what);
  return reading === undefined ? undefined : `**${code(spelled(command))}**\n\n${reading}`;
}
