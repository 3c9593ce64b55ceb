/** Applies all safe fixes of a document, again and again until none is left: one fix may uncover the next. */
import { applyEdits, editsOverlap, type TextEdit } from '../text/edit.ts';
import type { DocumentKind } from '../shell/documents.ts';
import type { Finding } from '../rules/rule.ts';
import { analyse, findingsOf, type AnalysisSettings, type Snapshot } from './snapshot.ts';

const maximalPasses = 10;

/** The edits of the first safe fix of each finding, without those that would overlap an earlier one. */
export function safeEdits(findings: readonly Finding[]): TextEdit[] {
  return findings.reduce<TextEdit[]>((edits, finding) => {
    const fix = finding.fixes.find(({ safe }) => safe);
    const together = fix === undefined ? edits : [...edits, ...fix.edits];
    return fix === undefined || editsOverlap(together) ? edits : together;
  }, []);
}

/** The line ending that the text uses; fixes that insert lines follow it. */
export function lineEndingOf(text: string): '\n' | '\r\n' {
  const newline = text.indexOf('\n');
  return newline > 0 && text.charAt(newline - 1) === '\r' ? '\r\n' : '\n';
}

/** The edits with the line ending of the text. */
export function withLineEnding(edits: readonly TextEdit[], text: string): TextEdit[] {
  const ending = lineEndingOf(text);
  return ending === '\n' ? [...edits] : edits.map((edit) => ({ ...edit, newText: edit.newText.replace(/\r?\n/g, ending) }));
}

export interface FixedText {
  readonly text: string;
  /** How many fixes were applied. */
  readonly fixed: number;
  /** The fixed text, analysed. */
  readonly snapshot: Snapshot;
}

export function fixAll(text: string, kind: DocumentKind, settings: AnalysisSettings): FixedText {
  let snapshot = analyse(text, kind, settings);
  let fixed = 0;
  for (let pass = 0; pass < maximalPasses; pass++) {
    const findings = findingsOf(snapshot);
    const edits = safeEdits(findings);
    if (edits.length === 0) {
      break;
    }
    const next = analyse(applyEdits(snapshot.text, withLineEnding(edits, snapshot.text)), kind, settings);
    fixed += Math.max(1, findings.length - findingsOf(next).length);
    snapshot = next;
  }
  return { text: snapshot.text, fixed, snapshot };
}
