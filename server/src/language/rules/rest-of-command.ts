/** Tells whether a line, which the shell reads as a command of its own, was meant to belong to the docker command above it. */
import type { DockerCommand } from '../command/docker-command.ts';
import type { CommandFacts } from '../docker/cli-facts.ts';
import type { Region } from '../shell/region.ts';
import { indentOf, lineAt, type Line } from './region-lines.ts';

/** An image, which may be left to a generator, and its tag to the reader or to a variable. */
const imageLike = /^(?:%%[A-Z]\w*%%|(?:[\w.-]+(?::\d+)?\/)?[a-z0-9]+(?:[._/-]+[a-z0-9]+)*)(?::(?:[\w.-]|<[\w.-]+>|\$\w+|\$?\{\w+\})+)?(?:@sha256:[a-f0-9]+)?$/;
const shellWords: ReadonlySet<string> = new Set(
  'fi done esac else elif then do in exit return wait break continue true false sleep ls cd pwd env set clear logout'.split(' '),
);

/** Whether the CLI would ask for more words: `run` without an image. Blanks and comments that a broken continuation left behind are no image. */
export function isIncomplete(command: DockerCommand): boolean {
  const needed = command.facts?.minPositionals ?? 0;
  const comment = command.positionals.findIndex(({ value }) => value.startsWith(' #'));
  const words = comment < 0 ? command.positionals : command.positionals.slice(0, comment);
  const given = words.filter(({ value }) => value.trim() !== '').length;
  return given < needed && !command.openEnded && !command.help;
}

/** How the word is a flag of the command: `whole`, alone or in a cluster, or with a value `attached`; undefined where it is none. */
export function flagForm(facts: CommandFacts, word: string): 'whole' | 'attached' | undefined {
  const long = /^--([a-z][\w-]*)(=|$)/.exec(word);
  if (long !== null) {
    return !facts.byName.has(long[1] ?? '') ? undefined : long[2] === '=' ? 'attached' : 'whole';
  }
  if (!/^-[A-Za-z]/.test(word) || word.endsWith(',')) {
    return undefined;
  }
  for (let at = 1; at < word.length; at++) {
    const flag = facts.byLetter.get(word.charAt(at));
    if (flag === undefined) {
      return undefined;
    }
    if (flag.takesValue && at < word.length - 1) {
      return 'attached';
    }
  }
  return 'whole';
}

export function isFlagOf(facts: CommandFacts, word: string): boolean {
  return flagForm(facts, word) !== undefined;
}

function firstWord({ text }: Line): string {
  return /\S+/.exec(text)?.[0] ?? '';
}

/** Whether the line may be help that the process in the container printed: flags in columns. */
function printsHelp({ process }: DockerCommand, { text }: Line): boolean {
  return process.some(({ value }) => /^(?:--?help|-h|help)$/.test(value)) || /\S {2,}\S/.test(text);
}

/** Whether the line goes on with a command whose last line has no continuation at all: only what can hardly be anything else. */
export function continuesUnasked(command: DockerCommand, region: Region, line: Line): boolean {
  const word = firstWord(line);
  const incomplete = isIncomplete(command);
  if (command.facts === undefined || command.help || word === '') {
    return false;
  }
  const { span } = command.shell;
  const start = indentOf(region, lineAt(region, span.start));
  // Whose flags are not indented has no reason to indent the image.
  const spansLines = region.text.slice(span.start, span.end).includes('\n');
  if (isFlagOf(command.facts, word)) {
    return incomplete || !(line.hidden || printsHelp(command, line));
  }
  return (
    command.facts.minPositionals > 0 &&
    incomplete &&
    !command.template &&
    line.text.trim().replace(/\s+\\$/, '') === word &&
    imageLike.test(word) &&
    !shellWords.has(word) &&
    (indentOf(region, line) > start || (indentOf(region, line) === start && spansLines && /[/:]/.test(word)))
  );
}

/** Whether the line goes on with a command that ended in a continuation, or in an attempt at one. */
export function continuesAsAsked(command: DockerCommand, region: Region, line: Line): boolean {
  const word = firstWord(line);
  if (word === '' || /^(?:sudo|docker|podman|\$|PS>)$/.test(word)) {
    return false;
  }
  return (
    /^--?[A-Za-z]/.test(word) ||
    (isIncomplete(command) && /^[\w"'$.<{]/.test(word)) ||
    indentOf(region, line) > indentOf(region, lineAt(region, command.shell.span.start))
  );
}
