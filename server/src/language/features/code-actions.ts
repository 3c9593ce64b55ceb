/** What can be done about the text in a span: fixes of findings, and all safe fixes of the document at once. */
import type { Finding } from '../rules/rule.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { safeEdits, withLineEnding } from './fix-all.ts';
import { findingsOf, type Snapshot } from './snapshot.ts';

export interface CodeAction {
  readonly title: string;
  /** `quickfix` for one finding, `fixAll` for the document. */
  readonly kind: 'quickfix' | 'fixAll';
  readonly edits: readonly TextEdit[];
  /** Safe, and the first such fix of its finding: an editor may apply it without asking which. */
  readonly preferred: boolean;
  /** What the action settles; absent for all of them. */
  readonly finding?: Finding;
}

function meets(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** The fixes of the findings that the span touches. */
export function quickFixes(snapshot: Snapshot, span: Span): CodeAction[] {
  return findingsOf(snapshot)
    .filter((finding) => meets(finding.span, span))
    .flatMap((finding) => {
      const preferred = finding.fixes.find(({ safe }) => safe);
      return finding.fixes.map(
        (fix): CodeAction => ({ title: fix.title, kind: 'quickfix', edits: withLineEnding(fix.edits, snapshot.text), preferred: fix === preferred, finding }),
      );
    });
}

/** All safe fixes that do not overlap, as one action; none when there is nothing to do. */
export function fixAllActions(snapshot: Snapshot): CodeAction[] {
  const edits = withLineEnding(safeEdits(findingsOf(snapshot)), snapshot.text);
  return edits.length === 0 ? [] : [{ title: 'Fix all safe problems of docker commands', kind: 'fixAll', edits, preferred: false }];
}

/** Everything on offer for a span of the document. */
export function codeActions(snapshot: Snapshot, span: Span): CodeAction[] {
  return [...quickFixes(snapshot, span), ...fixAllActions(snapshot)];
}
