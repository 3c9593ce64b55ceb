/** Applies all safe fixes of a document, again and again until none is left: one fix may uncover the next. */
import { composeEdits } from '../text/compose-edits.ts';
import { applyEdits, editsOverlap, type TextEdit } from '../text/edit.ts';
import type { DocumentKind } from '../shell/document-kind.ts';
import type { Finding, Fix } from '../rules/rule.ts';
import { analyse, findingsOf, type AnalysisSettings, type Snapshot } from './snapshot.ts';

const maximalPasses = 10;

function safeFixOf(finding: Finding): Fix | undefined {
  // Fixes are written when they are read, so only where one of them is safe.
  return finding.hasSafeFix ? finding.fixes.find(({ safe }) => safe) : undefined;
}

/** The first safe fix of each finding, without those that would overlap an earlier one. */
export function safeFixes(findings: readonly Finding[]): Fix[] {
  const chosen: Fix[] = [];
  // How far the first n chosen fixes reach: findings come in document order, so only the last few can meet the next fix.
  const reach: number[] = [];
  for (const finding of findings) {
    const fix = safeFixOf(finding);
    if (fix === undefined) {
      continue;
    }
    const start = fix.edits.reduce((first, { span }) => Math.min(first, span.start), Infinity);
    const near = chosen.slice(reach.findLastIndex((end) => end < start) + 1);
    if (!editsOverlap([...near, fix].flatMap(({ edits }) => edits))) {
      chosen.push(fix);
      reach.push(fix.edits.reduce((last, { span }) => Math.max(last, span.end), reach.at(-1) ?? -1));
    }
  }
  return chosen;
}

/** Whether there are edits of safe fixes: cheap, because the first fix that can be made decides. */
export function hasSafeEdits(findings: readonly Finding[]): boolean {
  return findings.some((finding) => {
    const edits = safeFixOf(finding)?.edits ?? [];
    return edits.length > 0 && !editsOverlap(edits);
  });
}

/** The line ending that the text uses; fixes that insert lines follow it. */
export function lineEndingOf(text: string): '\n' | '\r\n' {
  const newline = text.indexOf('\n');
  return newline > 0 && text.charAt(newline - 1) === '\r' ? '\r\n' : '\n';
}

function withWindowsLineEnding(edit: TextEdit): TextEdit {
  const lines = edit.newText.replaceAll('\r\n', '\n');
  const shifted = (offset: number) => offset + lines.slice(0, offset).split('\n').length - 1;
  const stops = edit.stops?.map(({ span, number }) => ({ span: { start: shifted(span.start), end: shifted(span.end) }, number }));
  return { span: edit.span, newText: lines.replaceAll('\n', '\r\n'), ...(stops === undefined ? {} : { stops }) };
}

/** The edits with the line ending of the text. */
export function withLineEnding(edits: readonly TextEdit[], text: string): TextEdit[] {
  return lineEndingOf(text) === '\n' ? [...edits] : edits.map(withWindowsLineEnding);
}

export interface FixedText {
  readonly text: string;
  /** How many fixes were applied. */
  readonly fixed: number;
  /** The fixed text, analysed. */
  readonly snapshot: Snapshot;
}

/** Makes the safe fixes of one pass after the other; `pass` gets the edits of each. */
function inPasses(first: Snapshot, pass: (edits: readonly TextEdit[]) => void): { readonly snapshot: Snapshot; readonly fixed: number } {
  let snapshot = first;
  let fixed = 0;
  for (let passes = 0; passes < maximalPasses; passes++) {
    const fixes = safeFixes(findingsOf(snapshot));
    if (fixes.length === 0) {
      break;
    }
    const edits = withLineEnding(fixes.flatMap((fix) => fix.edits), snapshot.text);
    pass(edits);
    snapshot = analyse(applyEdits(snapshot.text, edits), snapshot.kind, snapshot.settings, snapshot);
    fixed += fixes.length;
  }
  return { snapshot, fixed };
}

/** The edits that make all safe fixes, those too that others uncover. */
export function fixAllEdits(snapshot: Snapshot): TextEdit[] {
  let all: readonly TextEdit[] | undefined;
  inPasses(snapshot, (edits) => {
    all = all === undefined ? edits : composeEdits(snapshot.text, all, edits);
  });
  return [...(all ?? [])];
}

export function fixAll(text: string, kind: DocumentKind, settings: AnalysisSettings): FixedText {
  const { snapshot, fixed } = inPasses(analyse(text, kind, settings), () => undefined);
  return { text: snapshot.text, fixed, snapshot };
}
