/** Names what is being written at the cursor: a command word, a flag, letters of a cluster, a value, or an operand. */
import { bind } from '../../command/bind.ts';
import { ownerOf, type DockerCommand, type FlagUse } from '../../command/docker-command.ts';
import { namedOperands, type NamedOperand } from '../../command/named-operands.ts';
import { canonicalName, globalFlags, type CommandFacts } from '../../docker/cli-facts.ts';
import type { CursorWord } from './cursor-word.ts';

export type Slot =
  /** `parents` are the command words in front: none, or `container`. */
  | { readonly kind: 'command'; readonly parents: readonly string[] }
  | { readonly kind: 'flag' | 'letters'; readonly owner: CommandFacts; readonly given: ReadonlySet<string> }
  /** What the operand names, and of which command a flag may still stand there. */
  | { readonly kind: 'operand'; readonly named: NamedOperand | undefined; readonly flags: { readonly owner: CommandFacts; readonly given: ReadonlySet<string> } | undefined }
  /** `from` is where the value begins in the word. */
  | { readonly kind: 'value'; readonly use: FlagUse; readonly from: number };

/** Long names of the flags given elsewhere on the command line, however the unfinished word is read. */
function givenFlags({ command, word, value }: CursorWord): Set<string> {
  const { shell } = command;
  const without = bind({ ...shell, words: shell.words.filter((other) => other !== word) });
  const finished = bind({ ...shell, words: shell.words.map((other) => (other === word ? { ...word, value } : other)) });
  const others = finished?.flags.filter((use) => use.word.span !== word.span && use.value.word.span !== word.span) ?? [];
  return new Set([...(without?.flags ?? []), ...others].map(({ facts }) => canonicalName(facts)));
}

function valueSlot(uses: readonly FlagUse[], { word, cursor }: CursorWord): Slot | undefined {
  const use = uses.find(({ value }) => value.word === word && value.attached !== 'implied' && cursor >= value.from);
  return use === undefined ? undefined : { kind: 'value', use, from: use.value.from };
}

/** Whether the letters in front of the cursor are all switches, so that one more may follow. */
function isCluster(owner: CommandFacts, { value, cursor }: CursorWord): boolean {
  const letters = Array.from(value.slice(1, cursor));
  return letters.length > 0 && letters.every((letter) => owner.byLetter.get(letter)?.takesValue === false);
}

function flagSlot(owner: CommandFacts, at: CursorWord): Slot | undefined {
  const { value, cursor } = at;
  const given = owner === globalFlags ? new Set<string>() : givenFlags(at);
  if (!value.startsWith('--') && isCluster(owner, at)) {
    return { kind: 'letters', owner, given };
  }
  return value.slice(0, cursor).includes('=') ? undefined : { kind: 'flag', owner, given };
}

/** Whether flags may still stand where the positional stands. */
function takesFlags({ positionals, endOfFlags, facts, process }: DockerCommand, { word }: CursorWord): boolean {
  if (facts === undefined || endOfFlags !== undefined || process.includes(word)) {
    return false;
  }
  return facts.interspersed || positionals[0] === word;
}

function operandSlot(at: CursorWord): Slot {
  const { command, word, value, cursor } = at;
  const isInFront = value === '' || cursor === 0;
  const named = value === '' || cursor > 0 ? namedOperands(command).find((operand) => operand.word === word && !operand.place.isNew) : undefined;
  const flags = command.facts !== undefined && isInFront && takesFlags(command, at) ? { owner: command.facts, given: givenFlags(at) } : undefined;
  return { kind: 'operand', named, flags };
}

/** What the word at the cursor is on its way to become; undefined where nothing of Docker's can stand. */
export function slotOf(at: CursorWord): Slot | undefined {
  const { command, word, value, cursor } = at;
  const { path } = command;
  if (word === command.program) {
    return undefined;
  }
  const depth = path.indexOf(word);
  if (depth >= 0) {
    return { kind: 'command', parents: path.slice(0, depth).map((parent) => parent.value) };
  }
  const inValue = valueSlot(command.globals, at) ?? valueSlot(command.flags, at);
  if (inValue !== undefined) {
    return inValue;
  }
  if (command.positionals.includes(word)) {
    return operandSlot(at);
  }
  if (!value.startsWith('-') || cursor === 0) {
    return undefined;
  }
  const owner = ownerOf(command, word);
  return owner === undefined ? undefined : flagSlot(owner, at);
}
