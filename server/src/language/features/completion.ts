/** What could be written at the cursor. */
import { commandById, globalFlags, type CliVersion } from '../docker/cli-facts.ts';
import { commandProse } from '../docker/commands.ts';
import { isWrittenPlainly } from '../shell/encoded-text.ts';
import type { Region } from '../shell/region.ts';
import { codeBlock } from '../text/markdown.ts';
import { commandItems } from './completion/commands.ts';
import { cursorWord, type CursorWord } from './completion/cursor-word.ts';
import { OfferedNames, type EngineNames } from './completion/offered-names.ts';
import { flagItems, insertedFlagItems, letterItems } from './completion/flags.ts';
import { withoutPlaceholders, type CompletionItem, type Topic } from './completion/item.ts';
import { operandItems } from './completion/operands.ts';
import { slotOf, type Slot } from './completion/slot.ts';
import { valueItems } from './completion/values.ts';
import { flagHover } from './hover/flag-hover.ts';
import type { Snapshot } from './snapshot.ts';

export type { EngineNames } from './completion/offered-names.ts';
export { withoutPlaceholders, type CompletionItem, type Topic } from './completion/item.ts';

/** Characters behind which completion pops up by itself, also where the editor does not suggest while typing. */
export const completionTriggers: readonly string[] = ['-', ' ', '=', ',', ':', '.', '{', '/', '"', "'"];

export interface Completions {
  readonly items: readonly CompletionItem[];
  /** More typing may bring other candidates. */
  readonly incomplete: boolean;
}

const none: Completions = { items: [], incomplete: false };

/** An edit must hold the cursor and stay on its line, or editors refuse it. */
function isUsable({ span }: CompletionItem, { text }: Snapshot, offset: number): boolean {
  return span.start <= offset && offset <= span.end && !text.slice(span.start, span.end).includes('\n');
}

/** Whether the document writes the text as it is meant. */
function isWritable(text: string, { writing }: Region): boolean {
  return writing === undefined || isWrittenPlainly(writing, text);
}

/** Unasked, a list would take the Enter of somebody who is done: then there are names only, and only where one is missing. */
function operandCompletions(at: CursorWord, { named, flags }: Extract<Slot, { kind: 'operand' }>, names: OfferedNames, version: CliVersion, unasked: boolean): Completions {
  const operands = named === undefined || (unasked && !named.isNeeded) ? [] : operandItems(at, named, names, version);
  const further = flags === undefined || unasked ? [] : insertedFlagItems(at, flags.owner, flags.given, version);
  return { items: [...operands, ...further], incomplete: further.length > 0 || names.isCut };
}

function itemsAt(at: CursorWord, snapshot: Snapshot, trigger: string | undefined, engine: EngineNames): Completions {
  const { version } = snapshot.settings;
  const slot = slotOf(at);
  const names = new OfferedNames(snapshot, at.offset, engine);
  switch (slot?.kind) {
    case undefined:
      return none;
    case 'command':
      return { items: commandItems(at, slot.parents, version), incomplete: false };
    case 'flag':
      return { items: flagItems(at, slot.owner, slot.given, version), incomplete: at.value === '-' };
    case 'letters':
      return { items: letterItems(at, slot.owner, slot.given, version), incomplete: true };
    case 'operand':
      return operandCompletions(at, slot, names, version, trigger !== undefined && at.value === '');
    case 'value': {
      const items = valueItems(at, slot, version, names);
      return { items, incomplete: names.isCut };
    }
  }
}

/** The candidates at a document offset, best first. `trigger` is the character that asked; absent when the user did. `engine`: names that an engine has. */
export function complete(snapshot: Snapshot, offset: number, trigger?: string, engine: EngineNames = {}): Completions {
  const at = cursorWord(snapshot, offset);
  if (at === undefined) {
    return none;
  }
  const { items, incomplete } = itemsAt(at, snapshot, trigger, engine);
  const written = items.filter(({ newText, snippet }) => isWritable(snippet ? withoutPlaceholders(newText) : newText, at.region));
  return { items: written.filter((item) => isUsable(item, snapshot, offset)), incomplete };
}

/** The Markdown that explains an item, looked up when it is looked at. */
export function explainTopic(topic: Topic): string | undefined {
  if (topic.kind === 'command') {
    const prose = commandProse(topic.id);
    return prose === undefined ? undefined : [prose.what, ...(prose.mind === undefined ? [] : [`*Mind*: ${prose.mind}`]), codeBlock(prose.example)].join('\n\n');
  }
  const owner = topic.owner === globalFlags.id ? globalFlags : commandById(topic.owner);
  const flag = owner?.byName.get(topic.name);
  return owner === undefined || flag === undefined ? undefined : flagHover(flag, owner);
}
