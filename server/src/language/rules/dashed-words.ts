/** Words of a command that begin with a typographic dash where a flag was meant. */
import type { DockerCommand } from '../command/docker-command.ts';
import type { ShellWord } from '../shell/shell-command.ts';

/** Hyphens and dashes that text processors write, ASCII ones among them only beside another. */
export const dashes = /^(?=-?[\u2010-\u2015\u2212\ufe58\uff0d])[-\u2010-\u2015\u2212\ufe58\uff0d]+(?=[A-Za-z])/;

function isDashed(word: ShellWord): boolean {
  return word.kind !== 'placeholder' && dashes.test(word.value);
}

/**
 * The words in which a dash stands for a flag. Behind the image they belong to the process, unless the image itself is such
 * a word: then no flag was ever recognised.
 */
export function dashedWords(command: DockerCommand): ShellWord[] {
  if (!command.shell.words.some(isDashed)) {
    return [];
  }
  const [first] = command.positionals;
  const operands = command.facts?.interspersed === true || (first !== undefined && isDashed(first)) ? command.positionals : [];
  const positionals = new Set(command.positionals);
  const refused = command.problems.map(({ word }) => word).filter((word) => !positionals.has(word));
  return [...new Set([...refused, ...operands])].filter(isDashed).sort((a, b) => a.span.start - b.span.start);
}
