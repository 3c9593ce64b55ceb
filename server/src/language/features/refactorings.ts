/** Offers to lay the command under the cursor out anew: one flag per line, or all on one line. */
import { breakLines, joinLines } from '../command/reflow.ts';
import { brokenContinuation } from '../rules/broken-continuation.ts';
import type { Span } from '../text/span.ts';
import { lintedCommandAt } from './linted-command.ts';
import type { Rewrite } from './rewrite.ts';
import type { Snapshot } from './snapshot.ts';

/** The layouts that the command in the span does not have and can be given. */
export function layoutRewrites(snapshot: Snapshot, span: Span): Rewrite[] {
  const found = lintedCommandAt(snapshot, span);
  if (found === undefined || brokenContinuation(found.command, found.region) !== undefined) {
    return [];
  }
  const { command, region } = found;
  const layouts = [
    { title: 'One flag per line', edits: breakLines(command, region), region },
    { title: 'Join into one line', edits: joinLines(command, region), region },
  ];
  return layouts.filter(({ edits }) => edits.length > 0);
}
