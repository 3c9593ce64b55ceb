/** Tells whether two places of a region are passed one after the other for sure. */
import { lineStart } from '../text/lines.ts';
import type { Region } from '../shell/region.ts';
import type { Span } from '../text/span.ts';

/** Between two commands with a branch, a loop or a function, nobody knows whether both run. */
const branches = /\b(?:if|then|else|elif|fi|for|while|until|do|done|case|esac|select|function|exit|return|trap)\b|[{}]|\(\)|&&|\|\|/;

/** Whether the lines from the beginning of the line of `from` to the offset `to` run one after the other, without branches. */
export function isStraight({ text }: Region, from: Span, to: number): boolean {
  return !branches.test(text.slice(lineStart(text, from.start), from.start)) && !branches.test(text.slice(from.end, to));
}
