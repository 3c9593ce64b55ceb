/** The catalogue: every rule once, in the order of the families; a new rule is a file and a line here. */
import { blankLineInContinuation } from './blank-line-in-continuation.ts';
import { commentAfterContinuation } from './comment-after-continuation.ts';
import { commentInsideContinuedCommand } from './comment-inside-continued-command.ts';
import { missingContinuation } from './missing-continuation.ts';
import { spaceAfterContinuation } from './space-after-continuation.ts';
import { wrongContinuationForShell } from './wrong-continuation-for-shell.ts';
import type { Rule } from './rule.ts';

export const rules: readonly Rule[] = [
  // Shell and Markdown layer.
  spaceAfterContinuation,
  commentAfterContinuation,
  commentInsideContinuedCommand,
  blankLineInContinuation,
  missingContinuation,
  wrongContinuationForShell,
];
