/** One recognised cause, in words: what is the matter, how one sees it, what to do. Texts are Markdown; what others wrote is quoted as code. */
import { markdownCode } from '../text/markdown.ts';
import type { Evidence, EvidenceLine } from './evidence.ts';

export interface Finding {
  /** What kind of cause: `oom-killed`. */
  readonly cause: string;
  /** One sentence without a full stop. */
  readonly title: string;
  /** Why this happens. */
  readonly explanation: string;
  /** Lines that others wrote, as they are. */
  readonly proof?: readonly string[];
  readonly steps: readonly Step[];
}

export interface Step {
  readonly text: string;
  /** The action of the explorer that does it. */
  readonly action?: StepAction;
}

/** Actions to which a report may link: none of them loses anything, and what changes something asks before. */
export const stepActions = ['logs', 'inspect', 'stats', 'shell', 'updateLimits', 'start', 'restart', 'unpause', 'copyCommand', 'stopWithTimeout', 'diagnose'] as const;
export type StepAction = (typeof stepActions)[number];

/** Undefined where the cause does not show. */
export type Cause = (evidence: Evidence) => Finding | undefined;

export function code(text: string, length = 200): string {
  return markdownCode(text, length) || '(nothing)';
}

/** The image as a word of a command line to be copied; what is no reference stays out of it. */
export function imageWord({ container: { image } }: Evidence): string {
  return /^\w[\w./:@-]*$/.test(image) ? image : 'IMAGE';
}

/** Lines of proof. */
const mostProof = 3;

/** The last lines that match, oldest first. */
export function linesLike({ log }: Evidence, pattern: RegExp): readonly EvidenceLine[] {
  return log.filter(({ text }) => pattern.test(text)).slice(-mostProof);
}

export function proofOf(lines: readonly EvidenceLine[]): string[] {
  return lines.map(({ text }) => text);
}

/** Whether it is over for now: it does not run, or waits to be started again. */
export function hasEnded({ container: { state } }: Evidence): boolean {
  return state === 'exited' || state === 'dead' || state === 'restarting' || state === 'created';
}

/** A finding whose proof is the engine's error. */
export function fromError({ container: { error } }: Evidence, pattern: RegExp, finding: (found: RegExpExecArray) => Omit<Finding, 'proof'>): Finding | undefined {
  const found = error === '' ? null : pattern.exec(error);
  return found === null ? undefined : { ...finding(found), proof: [error] };
}
