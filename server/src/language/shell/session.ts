/** Tells the commands of a terminal session from the prompts in front of them and the output between them. */
import type { FenceLanguage } from './fence-languages.ts';
import { LineState } from './line-state.ts';
import { looksLikeCommand } from './looks-like-command.ts';
import { withoutMagicComments } from './magic-comments.ts';
import { findContinuationPrompt, findPrompt, type ContinuationPrompt, type Prompt } from './prompts.ts';
import { withoutTimes, withoutUnitComment } from './scheduled-lines.ts';
import { continuations, type Dialect } from './shell-command.ts';

/** The lines of a block with everything that is no command blanked, and what was learned on the way. */
export interface Session {
  readonly lines: readonly string[];
  readonly dialect: Dialect;
  /** Whether commands stand behind prompts. */
  readonly prompted: boolean;
  /** What continued lines begin with. */
  readonly continuationPrompt: ContinuationPrompt['sign'] | '';
  /** Whether the lines are those of a systemd unit. */
  readonly isUnit?: boolean;
}

const windowsContinuation = /^\s*(?:>>|More\?)\s?/;
/** The heads of a table in prose: words in columns, the later ones in capitals, and nothing that only a shell knows. */
const tableHeads = /^\s*[\w./()-]+(?: [\w./()-]+)*(?: {3,}[A-Z][\w./()]*(?: [\w./()]+)*){2,}\s*$/;
const flagLine = /^\s+--?[A-Za-z][\w-]*(?:[ =]|$)/;

function blank(text: string): string {
  return ' '.repeat(text.length);
}

/** Reads the lines of a block with prompts from the top, each by what the ones above left behind. */
class SessionReader {
  readonly #lines: readonly string[];
  readonly #prompt: Prompt;
  readonly #continuation: ContinuationPrompt | undefined;
  readonly #mentions: RegExp;
  readonly #state: LineState;
  /** The first line that is not empty; -1 in a session, which may begin with output. */
  readonly #first: number;
  /** Where the first prompt stands. */
  readonly #column: number;
  /** Whether the line above belongs to a command. */
  #inCommand = false;
  /** Whether the last command, with nothing but gaps below it, mentions what is looked for. */
  #mentioned = false;

  constructor(lines: readonly string[], style: FenceLanguage['style'], prompt: Prompt, mentions: RegExp) {
    this.#lines = lines;
    this.#prompt = prompt;
    this.#mentions = mentions;
    this.#continuation = findContinuationPrompt(lines, prompt, mentions);
    this.#state = new LineState(continuations[prompt.dialect]);
    this.#first = style === 'session' ? -1 : lines.findIndex((line) => line.trim() !== '');
    this.#column = lines.find((line) => prompt.pattern.test(line))?.search(/\S/) ?? 0;
  }

  read(): Session {
    const { dialect, kind } = this.#prompt;
    const lines = this.#lines.map((line, index) => this.#readLine(line, index));
    return { lines, dialect, prompted: true, continuationPrompt: this.#continuation?.sign ?? '', ...(kind === 'unit' ? { isUnit: true } : {}) };
  }

  #readLine(line: string, index: number): string {
    const { pattern, kind, dialect, mixed = false } = this.#prompt;
    const continuation = (dialect === 'posix' ? this.#continuation?.pattern : windowsContinuation)?.exec(line)?.[0];
    if (continuation !== undefined && (this.#state.pending || (this.#inCommand && this.#continuation?.sign === '> '))) {
      return this.#readBehind(continuation, line);
    }
    const lead = pattern.exec(line)?.[0] ?? (this.#lacksPrompt(line, index) ? '' : undefined);
    if (lead !== undefined && !this.#state.pending) {
      this.#inCommand = true;
      this.#mentioned = this.#mentions.test(line.slice(lead.length));
      return this.#readBehind(lead, line);
    }
    if (this.#state.pending || mixed) {
      return this.#readBehind('', kind === 'unit' ? withoutUnitComment(line) : line);
    }
    // A line of flags below a command lost its continuation: it is shown to the rules, and is no command itself.
    if (this.#mentioned && flagLine.test(line)) {
      return this.#readBehind('', line);
    }
    this.#inCommand = false;
    this.#mentioned &&= line.trim() === '';
    const isComment = dialect === 'posix' && kind !== 'unit' && kind !== 'hash' && /^\s*#/.test(line);
    return isComment ? line : blank(line);
  }

  #readBehind(lead: string, line: string): string {
    const rest = line.slice(lead.length);
    this.#state.read(rest);
    return blank(lead) + rest;
  }

  /** Whether a prompt was forgotten: at the top of a block, or behind a gap or a comment in the column of the prompts, no output stands that looks like a command. */
  #lacksPrompt(line: string, index: number): boolean {
    const stands = index === this.#first || (this.#first >= 0 && line.search(/\S/) === this.#column && /^\s*(?:#.*)?$/.test(this.#lines[index - 1] ?? ''));
    return stands && looksLikeCommand(line, this.#mentions);
  }
}

/** Blanks prompts and output. A block without prompts holds commands only. */
export function readSession(written: readonly string[], language: FenceLanguage, mentions: RegExp): Session {
  const plain = language.dialect === 'posix' ? withoutMagicComments(written) : written;
  // Among settings only the times tell a table of cron.
  const lines = language.dialect === 'posix' && language.style !== 'unit' ? plain.map((line) => (mentions.test(line) ? withoutTimes(line) : line)) : plain;
  const prompt = findPrompt(lines, language, mentions);
  if (prompt !== undefined) {
    return new SessionReader(lines, language.style, prompt, mentions).read();
  }
  const told = language.style === 'plain' ? lines.map((line) => (tableHeads.test(line) ? blank(line) : line)) : lines;
  return { lines: told, dialect: language.dialect, prompted: false, continuationPrompt: '' };
}
