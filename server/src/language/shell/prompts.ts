/** Tells the commands of a terminal session from the prompts in front of them and the output between them. */
import type { FenceLanguage } from './fence-languages.ts';
import { LineState } from './line-state.ts';
import { withoutMagicComments } from './magic-comments.ts';
import { isUnit, unitCommand, withoutTimes, withoutUnitComment } from './scheduled-lines.ts';
import { continuations, type Dialect } from './shell-command.ts';

/** The branch that many put into their prompt: ` (main)`, ` [main *]`. */
const branch = String.raw`(?:\s?[([][^()[\]\s$#%>]{1,80}(?:\s[*+?!=]{1,4})?[)\]])?`;
/** A user or a host, also one to fill in: `<host>`. */
const part = String.raw`(?:[\w.-]+|<[\w .-]{1,40}>)`;
/** `web:~ jane$`, `web:src jane$`, `:~$`, `jane@web:~>`, `jane@<host>:~$`, `[jane@web ~]$`, `(venv) jane@web:/srv#`, `12:30 jane@web:~ (main)$`, `jane@web ~>`, `bash-5.1$`, `~/src $`, `web $`. */
const user = new RegExp(
  String.raw`^\s*(?:\[?\d\d:\d\d(?::\d\d)?\]?\s+)?(?:\([\w.-]+\)\s*)?(?:\[?${part}@${part}(?:[: ][^\s$#%>\]]*)?\]?${branch}\s?|@?[\w.-]*:[~/][^\s$#%>]*(?:\s[\w.-]+)?\s?|[\w.-]+:[\w.-]+\s(?:[\w.-]+)?|\[[\w. ~@/-]+\]\s?|(?:ba|z|da)?sh-[\d.]+|[~/][\w./~-]*${branch}\s?|[\w.-]*\w\s?)[$#%]\s+(?=\S)|^\s*[\w.-]+@[\w.-]+[: ][^\s$#%>]*${branch}>\s+(?=\S)`,
);
const arrow = /➜\s+(?:[~./]\S*\s+|\S+\s+(?=git:))(?:git:\([^)\s]*\)\s+)?(?:✗\s+)?(?=\S)/;
const dollar = new RegExp(`^\\s*(?:\\([\\w.-]+\\)\\s*)?(?:${arrow.source}|(?:> )?(?:[~/][\\w./~-]*\\s+(?:[\\w./-]+\\s+)?(?=[❯➜➸➤▸▶›λ]))?(?:[$❯➜➸➤▸▶›λ]>?\\s+){1,2}(?=\\S))`);
const tightDollar = /^\s*\$(?=[a-z])/;
const named = /^\s*\w[\w./:~-]*>\s+(?=\S)/;
const percent = /^\s*%\s+(?=\S)/;
const hash = /^\s*#\s+(?=\S)/;
const greater = /^\s*>{1,2}\s*(?=[^\s>])/;
const powershell = /^\s*PS(?:\s+[^>\n]{0,200})?>\s*/;
const cmd = /^\s*[A-Za-z]:\\[^>\n]{0,200}>\s*/;
/** Prompts of continued lines. */
const greaterContinuation = { pattern: /^\s*>(?: |$)/, prompt: '> ' } as const;
const dollarContinuation = { pattern: /^\s*\$(?: |$)/, prompt: '$ ' } as const;
type Continuation = typeof greaterContinuation | typeof dollarContinuation;
const windowsContinuation = /^\s*(?:>>|More\?)\s?/;
const flagLine = /^\s+--?[A-Za-z][\w-]*(?:[ =]|$)/;

/** The lines of a block with everything that is no command blanked, and what was learned on the way. */
export interface Session {
  readonly lines: readonly string[];
  readonly dialect: Dialect;
  /** Whether commands stand behind prompts. */
  readonly prompted: boolean;
  /** What continued lines begin with. */
  readonly continuationPrompt: Continuation['prompt'] | '';
  /** Whether the lines are those of a systemd unit. */
  readonly isUnit?: boolean;
}

/** What PowerShell alone has in front of a command: an assignment, `$id = …`, or the sign that calls it. */
export const powershellLead = /^\s*(?:\$[\w:]+\s*=\s*|&\s+)/;

/** Whether the line begins with a command that is looked for, as commands are written: in lower case, with words behind it. */
export function looksLikeCommand(line: string, mentions: RegExp): boolean {
  const command = /^\s*(?:(?:sudo|doas|time|exec|winpty)\s+(?:-[ugC]\s+\S+\s+|-\S+\s+)*|[A-Za-z_]\w*=(?:\$\([^()]*\)|"[^"]*"|'[^']*'|[^\s"'])*\s+){0,4}([^\s"'`]+)\s+\S/.exec(line.replace(powershellLead, ''))?.[1] ?? '';
  const name = command.replace(/^.*[/\\]/, '');
  return /^[a-z0-9._-]+$/.test(name) && mentions.test(name);
}

interface Prompt {
  readonly pattern: RegExp;
  readonly dialect: Dialect;
  /** Whether lines without the prompt are commands as well. */
  readonly mixed?: boolean;
}

/** Whether every command of a block stands behind a `#`: a script that is nothing but comments makes no sense. */
function isRootsOnly(lines: readonly string[], leads: (line: string) => boolean): boolean {
  const state = new LineState();
  return lines.every((line) => {
    const isFree = !state.pending;
    state.read(line.replace(hash, ''));
    return !isFree || line.trim() === '' || leads(line);
  });
}

/** What docker prints and nobody types: an id alone, or three columns and more. */
const printed = /^\s*(?:[\da-f]{12}|[\da-f]{64}|[^\s#"'$=](?:\S| (?! ))*(?: {2,}|\t+)\S(?:\S| (?! ))*(?: {2,}|\t+)[^\s#].*)\s*$/;

/** Whether the block begins behind a `#`, and what a command behind one printed stands below it. */
function isRootsSession(lines: readonly string[], begins: (line: string) => boolean, leads: (line: string) => boolean): boolean {
  const filled = lines.filter((line) => line.trim() !== '');
  return begins(filled[0] ?? '') && filled.some((line, index) => printed.test(line) && !hash.test(line) && leads(filled[index - 1] ?? ''));
}

/** Whether a block holds nothing but lines behind a `#`, one of them a command with a flag: comments alone are no script. */
function isRoots(lines: readonly string[], leads: (line: string) => boolean): boolean {
  return isRootsOnly(lines, (line) => hash.test(line)) && lines.some((line) => leads(line) && /\s--?[A-Za-z]/.test(line));
}

/** The prompt of the block: the first kind in this order that a line begins with. */
function promptOf(lines: readonly string[], { dialect, style }: FenceLanguage, mentions: RegExp): Prompt | undefined {
  const leads = (pattern: RegExp, line: string): boolean => {
    const prompt = pattern.exec(line)?.[0];
    return prompt !== undefined && looksLikeCommand(line.slice(prompt.length), mentions);
  };
  const used = (pattern: RegExp): boolean => lines.some((line) => leads(pattern, line));
  if (isUnit(lines, mentions)) {
    return { pattern: unitCommand, dialect };
  }
  if (style === 'unit') {
    return undefined;
  }
  if (used(powershell)) {
    return { pattern: powershell, dialect: 'powershell' };
  }
  if (used(cmd)) {
    return { pattern: cmd, dialect: 'cmd' };
  }
  const bare = lines.some((line) => looksLikeCommand(line, mentions));
  const ofUser = new RegExp(`${dollar.source}|${user.source}`);
  if (lines.some((line) => dollar.test(line))) {
    return { pattern: ofUser, dialect, mixed: bare && !used(ofUser) };
  }
  // A bare `#` is a comment where any command stands without a prompt.
  const first = lines.find((line) => line.trim() !== '') ?? '';
  const isRoot = (line: string): boolean => leads(hash, line);
  const ofRoot = {
    session: () => used(hash),
    plain: () => isRoot(first) || isRoots(lines, isRoot) || isRootsSession(lines, (line) => hash.test(line), isRoot),
    script: () => isRootsOnly(lines, isRoot) || isRootsSession(lines, isRoot, isRoot) || (isRoot(first) && lines.some((line) => user.test(line))),
  };
  if (!bare && ofRoot[style]()) {
    return { pattern: new RegExp(`${hash.source}|${user.source}`), dialect };
  }
  const ofSessions = style === 'script' ? (bare ? [] : [named]) : [percent, named, tightDollar];
  const others = [user, ...ofSessions, ...(bare ? [] : [greater])];
  const other = others.find(used);
  return other === undefined ? undefined : { pattern: other, dialect };
}

function blank(text: string): string {
  return ' '.repeat(text.length);
}

/** The prompt with which every continued line of the block begins: then `>` is no redirection and `$` no word. */
function continuationOf(lines: readonly string[], prompt: RegExp, mentions: RegExp): Continuation | undefined {
  return [greaterContinuation, dollarContinuation].find(({ pattern, prompt: sign }) => {
    const state = new LineState();
    let seen = false;
    for (const line of lines) {
      const lead = state.pending ? undefined : prompt.exec(line)?.[0];
      if (state.pending) {
        const rest = line.replace(pattern, '');
        // Behind `$ ` a new command may stand, after one that ends in a stray backslash.
        if (!pattern.test(line) || (sign === '$ ' && looksLikeCommand(rest, mentions))) {
          return false;
        }
        seen = true;
        state.read(rest);
      } else if (lead !== undefined) {
        state.read(line.slice(lead.length));
      } else {
        seen ||= sign === '> ' && pattern.test(line);
      }
    }
    return seen;
  });
}

/** Blanks prompts and output. A block without prompts holds commands only. */
export function readSession(written: readonly string[], language: FenceLanguage, mentions: RegExp): Session {
  const lines = language.dialect === 'posix' ? withoutMagicComments(written).map((line) => (mentions.test(line) ? withoutTimes(line) : line)) : written;
  const prompt = promptOf(lines, language, mentions);
  if (prompt === undefined) {
    return { lines, dialect: language.dialect, prompted: false, continuationPrompt: '' };
  }
  const { pattern, dialect, mixed = false } = prompt;
  const continuation = dialect === 'posix' && pattern !== greater ? continuationOf(lines, pattern, mentions) : undefined;
  const state = new LineState(continuations[dialect]);
  let inCommand = false;
  let mentioned = false;
  // What a block that is no session begins with is no output of anything.
  const first = language.style === 'session' ? -1 : lines.findIndex((line) => line.trim() !== '');
  const column = lines.find((line) => pattern.test(line))?.search(/\S/) ?? 0;
  // Whose prompt was forgotten: behind a gap or a comment and in the column of the prompts no output stands that looks like a command.
  const isBare = (line: string, index: number): boolean => {
    const above = lines[index - 1] ?? '';
    const stands = index === first || (first >= 0 && line.search(/\S/) === column && /^\s*(?:#.*)?$/.test(above));
    return stands && looksLikeCommand(line, mentions);
  };
  const read = lines.map((line, index) => {
    const lead = pattern.exec(line)?.[0] ?? (isBare(line, index) ? '' : undefined);
    const second = (dialect === 'posix' ? continuation?.pattern : windowsContinuation)?.exec(line)?.[0];
    if (second !== undefined && (state.pending || (inCommand && continuation === greaterContinuation))) {
      state.read(line.slice(second.length));
      return blank(second) + line.slice(second.length);
    }
    if (lead !== undefined && !state.pending) {
      state.read(line.slice(lead.length));
      inCommand = true;
      mentioned = mentions.test(line.slice(lead.length));
      return blank(lead) + line.slice(lead.length);
    }
    if (state.pending || mixed) {
      const shown = pattern === unitCommand ? withoutUnitComment(line) : line;
      state.read(shown);
      return shown;
    }
    // A line of flags below a command lost its continuation: it is shown to the rules, and is no command itself.
    if (mentioned && flagLine.test(line)) {
      state.read(line);
      return line;
    }
    inCommand = false;
    mentioned &&= line.trim() === '';
    const comment = dialect === 'posix' && pattern !== unitCommand && !pattern.source.startsWith(hash.source) && /^\s*#/.test(line);
    return comment ? line : blank(line);
  });
  return { lines: read, dialect, prompted: true, continuationPrompt: continuation?.prompt ?? '', ...(pattern === unitCommand ? { isUnit: true } : {}) };
}
