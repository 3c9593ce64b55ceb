/** What is shown about the thing under the cursor. */
import { spanInDocument } from '../shell/region-places.ts';
import { touches, type Span } from '../text/span.ts';
import { commandHover, programHover, type Judgement } from './hover/command-hover.ts';
import { flagHover, misspelledFlagHover } from './hover/flag-hover.ts';
import { ofPodman } from './hover/podman-note.ts';
import { imageHover } from './hover/image-hover.ts';
import { heldWordsNote, variableNote } from './hover/variable-note.ts';
import { valueHover } from './hover/value-hover.ts';
import { endOfFlagsHover, positionalHover, processHover } from './hover/word-hover.ts';
import { postureOf } from './posture.ts';
import { refusalOf } from './refusal.ts';
import type { Snapshot } from './snapshot.ts';
import { placeAt, targetIn, type Target } from './target.ts';
import { valueContext } from './value-context.ts';

export interface Hover {
  /** In the document. */
  readonly span: Span;
  readonly markdown: string;
}

function ownSpan(target: Target): Span {
  switch (target.kind) {
    case 'flag':
      return target.use.nameSpan;
    case 'value':
      return target.use.value.span;
    case 'misspelled-flag':
      return target.span;
    default:
      return target.word.span;
  }
}

/** The name or value of a flag; the whole word where the offset is on a quote around it. */
function spanOf(target: Target): Span {
  const own = ownSpan(target);
  return touches(own, target.offset) ? own : target.word.span;
}

function judge({ command, analysed }: Target, snapshot: Snapshot): Judgement {
  return { posture: postureOf(command, analysed.region, snapshot.settings), refusal: refusalOf(command, analysed, snapshot) };
}

function markdownOf(target: Target, snapshot: Snapshot): string | undefined {
  const { command, word } = target;
  switch (target.kind) {
    case 'flag':
      return ofPodman(command, flagHover(target.use.facts, target.owner));
    case 'value':
      return valueHover(target.use, target.owner, target.offset, valueContext(command, target.use.facts, snapshot.settings.version));
    case 'misspelled-flag':
      return misspelledFlagHover(target.meant, target.owner, command);
    case 'program':
      return programHover(command, refusalOf(command, target.analysed, snapshot));
    case 'command':
      return ofPodman(command, commandHover(command, judge(target, snapshot)));
    case 'image':
      return imageHover(command, word, target.offset);
    case 'process':
      return processHover(command, word);
    case 'end-of-flags':
      return endOfFlagsHover(command);
    case 'positional':
      return command.facts === undefined ? undefined : positionalHover(command, word);
  }
}

/** The hover at a document offset; undefined where no docker command is, or nothing is known about the word. */
export function hover(snapshot: Snapshot, offset: number): Hover | undefined {
  const place = placeAt(snapshot, offset);
  if (place === undefined) {
    return heldWordsNote(snapshot, offset);
  }
  const target = targetIn(place);
  const parts = [target === undefined ? undefined : markdownOf(target, snapshot), variableNote(place, snapshot)].filter((part) => part !== undefined);
  const span = target === undefined ? place.word.span : spanOf(target);
  return parts.length === 0 ? undefined : { span: spanInDocument(place.analysed.region, span), markdown: parts.join('\n\n') };
}
