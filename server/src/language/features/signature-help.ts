/** The form of a structured value, with the part at the cursor marked. */
import { grammarOf } from '../docker/values/index.ts';
import type { ValueSignature } from '../docker/values/value-grammar.ts';
import { cursorWord } from './completion/cursor-word.ts';
import { slotOf } from './completion/slot.ts';
import type { Snapshot } from './snapshot.ts';
import { valueContext } from './value-context.ts';

/** Characters that move from one part of a value to the next. */
export const signatureTriggers: readonly string[] = [' ', '=', ':', ',', '/'];

/** The signature of the value at a document offset; undefined where no structured value is being written. */
export function signatureHelp(snapshot: Snapshot, offset: number): ValueSignature | undefined {
  const at = cursorWord(snapshot, offset);
  const slot = at === undefined ? undefined : slotOf(at);
  if (at === undefined || slot?.kind !== 'value') {
    return undefined;
  }
  const { facts } = slot.use;
  const context = valueContext(at.command, facts, snapshot.settings.version);
  return grammarOf(facts.kind).signature?.(at.value.slice(slot.from), at.cursor - slot.from, context);
}
