/** Tells commands of which a text shows a part only, and says so by an ellipsis: nobody is to run them as they stand. */
import type { DockerCommand } from '../command/docker-command.ts';
import type { Region } from '../shell/region.ts';

const ellipsis = String.raw`(?:\.{3,}|…|\(\.{2,}\)|\[(?:\.{3,}|…)\])`;
const word = new RegExp(`^${ellipsis}$`);
/** The comment behind a command, `docker run # ...`, or the line below that has nothing else on it. A line may hold thousands of commands, so each looks no further. */
const behind = new RegExp(String.raw`[ \t]*(?:\\[ \t]*)?(?:#[ \t]*(?:\.{3,}|…)|\n[ \t]*(?:#[ \t]*)?${ellipsis}[ \t]*(?:\\[ \t]*)?(?:\n|(?![^])))`, 'y');

/** Whether an ellipsis stands among the words of the command, in the comment behind it, or alone on the line below. */
export function isAbridged({ shell }: DockerCommand, { text }: Region): boolean {
  behind.lastIndex = shell.span.end;
  return behind.test(text) || shell.words.some(({ kind, source }) => kind === 'placeholder' && word.test(source));
}
