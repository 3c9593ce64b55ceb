/** Says where the variable under the cursor is set, and to what. */
import { assignmentsIn, variableAt } from '../../shell/assignments-above.ts';
import { offsetInDocument, offsetInRegion, spanInDocument, stretchOf } from '../../shell/region-places.ts';
import type { Dialect } from '../../shell/shell-command.ts';
import { code } from '../../text/markdown.ts';
import { touches, type Span } from '../../text/span.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Place } from '../target.ts';

/** A hover has room for so many; those nearest to the cursor are shown. */
const shown = 4;

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** `end` is where the text above ends. Undefined where nothing sets the variable there. */
function noteOf(name: string, dialect: Dialect, { text }: Snapshot, end: number): string | undefined {
  const assignments = assignmentsIn(text.slice(0, end), name, dialect);
  const lines = assignments.slice(-shown).map((one) => `- line ${lineOf(text, one.start)}: ${code(one.text)}`);
  const more = assignments.length > shown ? `, ${assignments.length} times; last` : '';
  return lines.length === 0 ? undefined : `${code(`$${name}`)} is set above${more}:\n\n${lines.join('\n')}`;
}

/** For a word of a command; undefined where no variable is, or nothing above sets it. */
export function variableNote({ analysed, command, word, offset }: Place, snapshot: Snapshot): string | undefined {
  const { dialect } = command.shell;
  const found = word.kind === 'literal' ? undefined : variableAt(word.source, offset - word.span.start, dialect);
  return found === undefined ? undefined : noteOf(found.name, dialect, snapshot, offsetInDocument(analysed.region, word.span.start));
}

/** For a variable in whose place the command has the words that it holds. */
export function heldWordsNote(snapshot: Snapshot, offset: number): { readonly span: Span; readonly markdown: string } | undefined {
  for (const { region, commands } of snapshot.regions) {
    const at = touches(stretchOf(region), offset) ? offsetInRegion(region, offset) : undefined;
    const command = at === undefined ? undefined : commands.find(({ shell }) => touches(shell.span, at));
    if (at === undefined || command === undefined) {
      continue;
    }
    const { dialect, span } = command.shell;
    const found = variableAt(region.text.slice(span.start, span.end), at - span.start, dialect, 'there');
    const markdown = found === undefined ? undefined : noteOf(found.name, dialect, snapshot, offset);
    if (found !== undefined && markdown !== undefined) {
      return { span: spanInDocument(region, { start: span.start + found.start, end: span.start + found.end }), markdown };
    }
  }
  return undefined;
}
