/** Collects the names that commands show: of the containers, images, networks and volumes that they make or use. */
import { isImageId, parseImageReference } from '../docker/image-reference.ts';
import { grammarOf } from '../docker/values/index.ts';
import type { Named, NameKind } from '../docker/values/value-grammar.ts';
import type { Span } from '../text/span.ts';
import { imagesMadeBy } from './built-images.ts';
import type { DockerCommand } from './docker-command.ts';
import { namedOperands } from './named-operands.ts';

export interface ShownName extends Named {
  /** The command that shows it. */
  readonly command: Span;
}

/** Whether it is worth offering: an id is no name to remember, and what is no name was misread or is a slip. */
export function isName({ kind, name }: Named): boolean {
  if (/^(?:[\da-f]{12}|[\da-f]{64})$/.test(name)) {
    return false;
  }
  return kind === 'image' ? !isImageId(name) && parseImageReference(name).problems.length === 0 : /^[a-zA-Z\d][\w.-]+$/.test(name);
}

/** Whether the operands are what they look like: behind a flag that nobody knows, one may be its value. */
function isSure({ problems }: DockerCommand): boolean {
  return problems.every(({ code }) => code !== 'unknown-flag' && code !== 'unknown-shorthand');
}

function namesIn(command: DockerCommand): Named[] {
  const names: Named[] = [];
  for (const { facts, value } of command.flags) {
    const found = value.literal ? grammarOf(facts.kind).names?.(value.text) : undefined;
    found?.forEach((named) => names.push(named));
  }
  for (const { word, place, name } of isSure(command) ? namedOperands(command) : []) {
    const [kind, other] = place.kinds;
    if (word.kind === 'literal' && kind !== undefined && other === undefined && name !== undefined) {
      names.push({ kind, name });
    }
  }
  imagesMadeBy(command).forEach((name) => names.push({ kind: 'image', name }));
  return names;
}

export type ShownNames = Readonly<Record<NameKind, readonly ShownName[]>>;

const cache = new WeakMap<readonly DockerCommand[], ShownNames>();

/** The names that the commands of a region show, in the order of the commands. Whether they are names is left open: few are looked at. */
export function shownNames(commands: readonly DockerCommand[]): ShownNames {
  const known = cache.get(commands);
  if (known !== undefined) {
    return known;
  }
  const names: Record<NameKind, ShownName[]> = { container: [], image: [], network: [], volume: [] };
  for (const command of commands) {
    for (const { kind, name } of namesIn(command)) {
      names[kind].push({ kind, name, command: command.shell.span });
    }
  }
  for (const list of Object.values(names)) {
    list.sort((a, b) => a.command.start - b.command.start);
  }
  cache.set(commands, names);
  return names;
}
