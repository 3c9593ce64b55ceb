/** Finds the prompts that stand in front of the commands of a terminal session, and of their continued lines. */
import type { FenceLanguage } from './fence-languages.ts';
import { LineState } from './line-state.ts';
import { looksLikeCommand } from './looks-like-command.ts';
import { isUnit, times, unitCommand } from './scheduled-lines.ts';
import type { Dialect } from './shell-command.ts';

/** The branch that many put into their prompt: ` (main)`, ` [main *]`. */
const branch = String.raw`(?:\s?[([][^()[\]\s$#%>]{1,80}(?:\s[*+?!=]{1,4})?[)\]])?`;
/** A user or a host, also one to fill in: `<host>`. */
const part = String.raw`(?:[\w.-]+|<[\w .-]{1,40}>)`;
const virtualEnvironment = String.raw`(?:\([\w.-]+\)\s*)?`;
const timeOfDay = String.raw`(?:\[?\d\d:\d\d(?::\d\d)?\]?\s+)?`;

/** What stands in front of the sign of a prompt, by an example of each. */
const users = [
  // jane@web:~, [jane@<host> ~], jane@web:src (main)
  String.raw`\[?${part}@${part}(?:[: ][^\s$#%>\]]*)?\]?${branch}\s?`,
  // web:~ jane, :~, @web:/srv
  String.raw`@?[\w.-]*:[~/][^\s$#%>]*(?:\s[\w.-]+)?\s?`,
  // web:src jane
  String.raw`[\w.-]+:[\w.-]+\s(?:[\w.-]+)?`,
  // [web ~]
  String.raw`\[[\w. ~@/-]+\]\s?`,
  // bash-5.1
  String.raw`(?:ba|z|da)?sh-[\d.]+`,
  // ~/src (main)
  String.raw`[~/][\w./~-]*${branch}\s?`,
  // web
  String.raw`[\w.-]*\w\s?`,
].join('|');
/** A picture in front of the sign, perhaps behind a name: `[web]🚩 >`. */
const picture = String.raw`(?:\[?[\w. ~@/-]+\]?\s?)?(?:[\u2600-\u27bf]|[\ud83c-\ud83e][\udc00-\udfff])[\ufe0e\ufe0f]?\s{0,3}[$#%>]`;
/** `12:30 (venv) jane@web:~$`, and `jane@web:~>`. */
const user = new RegExp(String.raw`^\s*${timeOfDay}${virtualEnvironment}(?:${users})[$#%]\s+(?=\S)|^\s*[\w.-]+@[\w.-]+[: ][^\s$#%>]*${branch}>\s+(?=\S)|^\s*${picture}\s+(?=\S)`);
/** `[jane@web ~]` and `jane@web:` without a sign, as people copy them by half; only what such a block has behind them tells that they are prompts. */
const withoutSign = /^\s*(?:\[[\w.-]+@[\w.-]+ [^\s\]]*\]|[\w.-]+@[\w.-]+:(?:[~/]\S*)?)\s+(?=\S)/;
/** `➜  src git:(main) ✗`, as Oh My Zsh shows it. */
const arrow = String.raw`➜\s+(?:[~./]\S*\s+|\S+\s+(?=git:))(?:git:\([^)\s]*\)\s+)?(?:✗\s+)?(?=\S)`;
/** `$`, `> $`, `❯`, `~/src main ❯`. */
const sign = String.raw`(?:> )?(?:[~/][\w./~-]*\s+(?:[\w./-]+\s+)?(?=[❯➜➸➤▸▶›λ]))?(?:[$❯➜➸➤▸▶›λ]>?\s+){1,2}(?=\S)`;
/** `└─$`, the second line of a prompt that has two, as in Kali. */
const secondLine = String.raw`[└╰]─{1,3}\s?[$#%❯➜➤λ]\s+(?=\S)`;
const dollar = new RegExp(String.raw`^\s*${virtualEnvironment}(?:${arrow}|${sign}|${secondLine})`);
const dollarOrUser = new RegExp(`${dollar.source}|${user.source}`);
const tightDollar = /^\s*\$(?=[a-z])/;
const named = /^\s*\w[\w./:~-]*>\s+(?=\S)/;
const percent = /^\s*%\s+(?=\S)/;
const hash = /^\s*#\s+(?=\S)/;
const hashOrUser = new RegExp(`${hash.source}|${user.source}`);
const greater = /^\s*>{1,2}\s*(?=[^\s>])/;
const powershell = /^\s*PS(?:\s+[^>\n]{0,200})?>\s*/;
const cmd = /^\s*[A-Za-z]:\\[^>\n]{0,200}>\s*/;

/** What stands in front of the commands of a block. */
export interface Prompt {
  /** `unit`: the name of a setting of systemd; `hash` and `greater`: signs that mean something else in a script; `user`: any other. */
  readonly kind: 'user' | 'hash' | 'greater' | 'unit';
  readonly pattern: RegExp;
  readonly dialect: Dialect;
  /** Whether lines without the prompt are commands as well. */
  readonly mixed?: boolean;
}

type LinePredicate = (line: string) => boolean;

function firstFilled(lines: readonly string[]): string {
  return lines.find((line) => line.trim() !== '') ?? '';
}

/** Whether every command of a block stands behind a `#`: a script that is nothing but comments makes no sense. */
function isAllBehindHash(lines: readonly string[], leads: LinePredicate): boolean {
  const state = new LineState();
  return lines.every((line) => {
    const isFree = !state.pending;
    state.read(line.replace(hash, ''));
    return !isFree || line.trim() === '' || leads(line);
  });
}

/** What docker prints and nobody types: an id alone, three columns and more, `Status: done` or `Creating network web`. */
const printed = /^\s*(?:[\da-f]{12}|[\da-f]{64}|[^\s#"'$=](?:\S| (?! ))*(?: {2,}|\t+)\S(?:\S| (?! ))*(?: {2,}|\t+)[^\s#].*|[A-Z][a-z]+: \S.*|[A-Z][a-z]+ing [a-z]+ [\w.-]+)\s*$/;

/** Whether the block begins behind a `#`, and what a command behind one printed stands below it. */
function hasOutputBelowHash(lines: readonly string[], begins: LinePredicate, leads: LinePredicate): boolean {
  const filled = lines.filter((line) => line.trim() !== '');
  return begins(filled[0] ?? '') && filled.some((line, index) => printed.test(line) && !hash.test(line) && leads(filled[index - 1] ?? ''));
}

/** Whether a block holds nothing but lines behind a `#`, one of them a command with a flag. */
function hasFlagBehindHash(lines: readonly string[], leads: LinePredicate): boolean {
  return isAllBehindHash(lines, (line) => hash.test(line)) && lines.some((line) => leads(line) && /\s--?[A-Za-z]/.test(line));
}

/** Whether `#` is the prompt of root in a block that has commands behind it only, and begins no comment. */
function isRootPrompt(lines: readonly string[], style: FenceLanguage['style'], leads: LinePredicate): boolean {
  if (style === 'session') {
    return lines.some(leads);
  }
  const isFirst = leads(firstFilled(lines));
  if (style === 'plain') {
    return isFirst || hasFlagBehindHash(lines, leads) || hasOutputBelowHash(lines, (line) => hash.test(line), leads);
  }
  return isAllBehindHash(lines, leads) || hasOutputBelowHash(lines, leads, leads) || (isFirst && lines.some((line) => user.test(line)));
}

/** The prompt of the block: the first kind in this order that a line begins with. */
export function findPrompt(lines: readonly string[], { dialect, style }: FenceLanguage, mentions: RegExp): Prompt | undefined {
  const leads = (pattern: RegExp, line: string): boolean => {
    const prompt = pattern.exec(line)?.[0];
    return prompt !== undefined && looksLikeCommand(line.slice(prompt.length), mentions);
  };
  const used = (pattern: RegExp): boolean => lines.some((line) => leads(pattern, line));
  if (isUnit(lines, mentions)) {
    return { kind: 'unit', pattern: unitCommand, dialect };
  }
  if (style === 'unit') {
    return lines.some((line) => times.test(line) && mentions.test(line)) ? { kind: 'user', pattern: times, dialect } : undefined;
  }
  if (used(powershell)) {
    return { kind: 'user', pattern: powershell, dialect: 'powershell' };
  }
  if (used(cmd)) {
    return { kind: 'user', pattern: cmd, dialect: 'cmd' };
  }
  const bare = lines.some((line) => looksLikeCommand(line, mentions));
  if (lines.some((line) => dollar.test(line))) {
    return { kind: 'user', pattern: dollarOrUser, dialect, mixed: bare && !used(dollarOrUser) };
  }
  if (!bare && isRootPrompt(lines, style, (line) => leads(hash, line))) {
    return { kind: 'hash', pattern: hashOrUser, dialect };
  }
  const ofSessions = style === 'script' ? (bare ? [] : [named]) : [percent, named, tightDollar];
  const pattern = [user, ...ofSessions, withoutSign].find(used);
  if (pattern !== undefined) {
    return { kind: 'user', pattern, dialect };
  }
  return !bare && used(greater) ? { kind: 'greater', pattern: greater, dialect } : undefined;
}

/** The prompt of continued lines. */
export interface ContinuationPrompt {
  readonly sign: '> ' | '$ ';
  readonly pattern: RegExp;
}

const continuationPrompts: readonly ContinuationPrompt[] = [
  { sign: '> ', pattern: /^\s*>(?: |$)/ },
  { sign: '$ ', pattern: /^\s*\$(?: |$)/ },
];

/** The prompt with which every continued line of the block begins: then `>` is no redirection and `$` no word. */
export function findContinuationPrompt(lines: readonly string[], { pattern, kind, dialect }: Prompt, mentions: RegExp): ContinuationPrompt | undefined {
  return dialect === 'posix' && kind !== 'greater' ? continuationPrompts.find((continuation) => isUsed(continuation, lines, pattern, mentions)) : undefined;
}

function isUsed({ sign, pattern }: ContinuationPrompt, lines: readonly string[], prompt: RegExp, mentions: RegExp): boolean {
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
      // `$ ` without a command above it begins one itself.
      seen ||= sign === '> ' && pattern.test(line);
    }
  }
  return seen;
}
