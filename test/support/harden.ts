/** Applies what Gantry offers for a command, as an editor would. */
import assert from 'node:assert/strict';
import { rewrites, type CodeAction } from '../../server/src/language/features/code-actions.ts';
import { analyse, type AnalysisSettings } from '../../server/src/language/features/snapshot.ts';
import type { DocumentKind } from '../../server/src/language/shell/document-kind.ts';
import { applyEdits } from '../../server/src/language/text/edit.ts';
import { defaultSettings } from './commands.ts';

export interface RewriteOptions {
  readonly kind?: DocumentKind;
  readonly settings?: AnalysisSettings;
  /** Offset of the cursor; on the first docker command by default. */
  readonly cursor?: number;
}

/** What is offered at the cursor. */
export function offersIn(text: string, { kind = 'shell', settings = defaultSettings, cursor }: RewriteOptions = {}): CodeAction[] {
  const snapshot = analyse(text, kind, settings);
  const [first] = snapshot.regions.flatMap(({ region, commands }) => commands.map(({ shell }) => region.start + shell.span.start));
  const at = cursor ?? first ?? 0;
  return rewrites(snapshot, { start: at, end: at });
}

export function titlesIn(text: string, options?: RewriteOptions): string[] {
  return offersIn(text, options).map(({ title }) => title);
}

/** The text after the action whose title begins so; the text as it is where there is no such action. */
export function rewritten(text: string, title: string, options?: RewriteOptions): string {
  const matching = offersIn(text, options).filter((action) => action.title.startsWith(title));
  assert.ok(matching.length < 2, `${title} names several actions: ${matching.map((action) => action.title).join(', ')}`);
  return applyEdits(text, matching[0]?.edits ?? []);
}

export function hardened(text: string, options?: RewriteOptions): string {
  return rewritten(text, 'Harden this command', options);
}
