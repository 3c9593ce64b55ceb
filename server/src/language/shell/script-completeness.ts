/** Tells whether a stretch of a script can be read apart from what follows it. */
import { parseScript } from './script.ts';

/**
 * Whether the text is whole statements: no quote, construct, here-document or continued line is open at its end, so that
 * nothing behind it reads differently because of it. In doubt the answer is no.
 */
export function isCompleteScript(text: string): boolean {
  return !text.includes('<<') && !/\\\r?\n?[ \t]*$/.test(text.slice(-80)) && /(?:^|\n)$/.test(text) && (parseScript(text).errors ?? []).length === 0;
}
