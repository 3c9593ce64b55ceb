/**
 * Which words of a command line stand for a container, an image, a network or a volume: the operands of the container
 * commands, and of those commands for images, networks and volumes of which Gantry knows no more than this.
 */
import { parseCpOperand } from '../docker/cp-operand.ts';
import type { NameKind } from '../docker/values/value-grammar.ts';
import type { ShellWord } from '../shell/shell-command.ts';
import type { DockerCommand } from './docker-command.ts';

interface Place {
  readonly kinds: readonly NameKind[];
  /** Whether the command makes what the operand names; otherwise it is there already. */
  readonly isNew: boolean;
}

interface Operands {
  readonly places: readonly Place[];
  /** Whether any number of further ones like the last may follow. */
  readonly repeats?: true;
  /** Flags that take the next word, for commands without facts. */
  readonly valueFlags?: string;
}

const of = (...kinds: readonly NameKind[]): Place => ({ kinds, isNew: false });
const made = (kind: NameKind): Place => ({ kinds: [kind], isNew: true });

const image: Operands = { places: [of('image')] };
const container: Operands = { places: [of('container')] };
const containers: Operands = { places: [of('container')], repeats: true };

/** The operands of several commands, which are separated by commas. */
function table(...rows: readonly (readonly [commands: string, operands: Operands])[]): ReadonlyMap<string, Operands> {
  return new Map(rows.flatMap(([commands, operands]) => commands.split(', ').map((command) => [command, operands] as const)));
}

/** By id of the command. */
const containerCommands = table(
  ['run, create', image],
  ['exec, attach, logs, diff, export, top, port, commit', container],
  ['start, stop, restart, kill, pause, unpause, wait, update, rm, inspect, stats', containers],
  ['rename', { places: [of('container'), made('container')] }],
  ['cp', { places: [of('container'), of('container')] }],
  ['inspect-any', { places: [of('container', 'image', 'network', 'volume')], repeats: true }],
);

/** Ids of the commands whose operands are containers and nothing else; behind `docker cp` stand paths as well. */
export const commandsOnContainers: readonly string[] = [...containerCommands].flatMap(([id, { places }]) => (id !== 'cp' && places.every(({ kinds }) => kinds.every((kind) => kind === 'container')) ? [id] : []));

/** By the words of the command. */
export const objectCommands = table(
  ['pull, image pull, push, image push', { ...image, valueFlags: '--platform' }],
  ['rmi, image rm, image remove', { ...image, repeats: true, valueFlags: '--platform' }],
  ['save, image save', { ...image, repeats: true, valueFlags: '-o --output --platform' }],
  ['image inspect', { ...image, repeats: true, valueFlags: '-f --format --platform' }],
  ['history, image history', { ...image, valueFlags: '--format --platform' }],
  ['tag, image tag', { places: [of('image'), made('image')] }],
  ['network create', { places: [made('network')], valueFlags: '-d --driver --subnet --gateway --ip-range -o --opt --label --ipam-driver --ipam-opt --aux-address --scope --config-from' }],
  ['network rm, network remove', { places: [of('network')], repeats: true }],
  ['network inspect', { places: [of('network')], repeats: true, valueFlags: '-f --format' }],
  ['network connect, network disconnect', { places: [of('network'), of('container')], valueFlags: '--alias --driver-opt --gw-priority --ip --ip6 --link --link-local-ip' }],
  ['volume create', { places: [made('volume')], valueFlags: '-d --driver --label -o --opt --availability --group --limit-bytes --required-bytes --scope --secret --sharing --topology-preferred --topology-required --type' }],
  ['volume rm, volume remove', { places: [of('volume')], repeats: true }],
  ['volume inspect', { places: [of('volume')], repeats: true, valueFlags: '-f --format' }],
);

export interface NamedOperand {
  readonly place: Place;
  readonly word: ShellWord;
  /** The name in the word; undefined where the word is something else, such as a path. */
  readonly name: string | undefined;
  /** Whether the command lacks it: without the word there are too few. */
  readonly isNeeded: boolean;
}

/** The operands of a command without facts, and where they stand among names. */
function objectOperands({ path, positionals }: DockerCommand): { operands: Operands; words: ShellWord[] } | undefined {
  const [first, second] = [path[0]?.value ?? '', positionals[0]?.value ?? ''];
  const operands = objectCommands.get(first) ?? objectCommands.get(`${first} ${second}`);
  if (operands === undefined) {
    return undefined;
  }
  const takesNext = new Set(operands.valueFlags?.split(' '));
  const rest = objectCommands.has(first) ? positionals : positionals.slice(1);
  return { operands, words: rest.filter(({ value }, index) => !value.startsWith('-') && !takesNext.has(rest[index - 1]?.value ?? '')) };
}

function nameIn(word: ShellWord, command: DockerCommand): string | undefined {
  if (command.facts?.id !== 'cp') {
    return word.value;
  }
  const operand = parseCpOperand(word.value);
  return operand.side === 'container' ? operand.container : undefined;
}

/** The words of the command that name something, in order. */
export function namedOperands(command: DockerCommand): NamedOperand[] {
  const { facts, positionals } = command;
  const { operands, words } = facts === undefined ? (objectOperands(command) ?? {}) : { operands: containerCommands.get(facts.id), words: positionals };
  if (operands === undefined || words === undefined) {
    return [];
  }
  const { places, repeats } = operands;
  const isNeeded = words.length <= (facts?.minPositionals ?? places.length);
  const named: NamedOperand[] = [];
  for (const word of words) {
    const place = places[named.length] ?? (repeats === true ? places.at(-1) : undefined);
    if (place === undefined) {
      break;
    }
    named.push({ place, word, name: nameIn(word, command), isNeeded });
  }
  return named;
}
