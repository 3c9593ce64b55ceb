/** Tells words that the shell replaces by names of files. */
import type { ShellWord } from './shell-command.ts';

/** Whether the whole word is written out but for a pattern without quotes: `/data/*`. */
export function isBareGlob({ kind, source }: ShellWord): boolean {
  return kind === 'splat' && /[*?]/.test(source) && !/["'$`\\(){}]/.test(source);
}
