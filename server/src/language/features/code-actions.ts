/** What can be done about the text in a span: fixes of findings, and all safe fixes of the document at once. */
import { hardeningAvailable } from '../rules/hardening-available.ts';
import type { Finding } from '../rules/rule.ts';
import { writtenEditsIn } from '../shell/region-places.ts';
import type { TextEdit } from '../text/edit.ts';
import { shift, type Span } from '../text/span.ts';
import { fixAllEdits, hasSafeEdits, withLineEnding } from './fix-all.ts';
import { hardenRewrites } from './harden.ts';
import { layoutRewrites } from './refactorings.ts';
import type { Rewrite } from './rewrite.ts';
import { findingsOf, type Snapshot } from './snapshot.ts';

export interface CodeAction {
  readonly title: string;
  /** `quickfix` for one finding, `rewrite` for a command that may be sound, `fixAll` for the document. */
  readonly kind: 'quickfix' | 'rewrite' | 'fixAll';
  readonly edits: readonly TextEdit[];
  /** Safe, and the first such fix of its finding: an editor may apply it without asking which. */
  readonly preferred: boolean;
  /** What the action settles; absent for all of them. */
  readonly finding?: Finding;
  /** What the action may break, a line for each part. */
  readonly risks?: string;
}

/** Whether the spans touch, as an editor's selection touches an underline. */
export function meets(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function rewriteActions(rewrites: readonly Rewrite[], text: string): CodeAction[] {
  return rewrites.flatMap(({ title, edits, region, risks }) => {
    const placed = writtenEditsIn(region, edits)?.map((edit) => ({ ...edit, span: shift(edit.span, region.start) }));
    return placed === undefined ? [] : [{ title, kind: 'rewrite', edits: withLineEnding(placed, text), preferred: false, ...(risks === undefined ? {} : { risks }) }];
  });
}

/** The hint about hardening leads to every measure by itself, and to what each may break. */
function hardenings(snapshot: Snapshot, finding: Finding): CodeAction[] {
  return rewriteActions(hardenRewrites(snapshot, finding.span), snapshot.text).map((action): CodeAction => ({ ...action, kind: 'quickfix', finding }));
}

/** The fixes of the findings that the span touches. */
export function quickFixes(snapshot: Snapshot, span: Span): CodeAction[] {
  return findingsOf(snapshot)
    .filter((finding) => meets(finding.span, span))
    .flatMap((finding) => {
      if (finding.ruleId === hardeningAvailable.id) {
        return hardenings(snapshot, finding);
      }
      const preferred = finding.fixes.find(({ safe }) => safe);
      return finding.fixes.map(
        (fix): CodeAction => ({ title: fix.title, kind: 'quickfix', edits: withLineEnding(fix.edits, snapshot.text), preferred: fix === preferred, finding }),
      );
    });
}

/** What can be made of the command that holds the span: hardening and layout. */
export function rewrites(snapshot: Snapshot, span: Span): CodeAction[] {
  return rewriteActions([...hardenRewrites(snapshot, span), ...layoutRewrites(snapshot, span)], snapshot.text);
}

export const fixAllTitle = 'Fix all safe problems of docker commands';

/** Whether there is something for the action to do; asking costs much less than writing its edits. */
export function offersFixAll(snapshot: Snapshot): boolean {
  return hasSafeEdits(findingsOf(snapshot));
}

/** All safe fixes, as one action; none when there is nothing to do. */
export function fixAllActions(snapshot: Snapshot): CodeAction[] {
  const edits = fixAllEdits(snapshot);
  return edits.length === 0 ? [] : [{ title: fixAllTitle, kind: 'fixAll', edits, preferred: false }];
}

/** Everything on offer for a span of the document. */
export function codeActions(snapshot: Snapshot, span: Span): CodeAction[] {
  return [...quickFixes(snapshot, span), ...rewrites(snapshot, span), ...fixAllActions(snapshot)];
}
