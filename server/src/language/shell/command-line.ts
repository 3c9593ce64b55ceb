/** A command line of PowerShell or cmd, before wrappers are taken off. */
import type { StandardInput } from './shell-command.ts';
import type { ReadWord } from './value-builder.ts';

export interface CommandLine {
  readonly words: readonly ReadWord[];
  readonly input: StandardInput;
}

/** Whether the character at the position is a pipe by itself; two of them mean "or else". */
export function isPipe(text: string, position: number): boolean {
  return text.charAt(position) === '|' && text.charAt(position + 1) !== '|' && text.charAt(position - 1) !== '|';
}
