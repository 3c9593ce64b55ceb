/** What the info string behind ``` says about the text in the fence. */
import type { Dialect } from './shell-command.ts';

/**
 * - `script`: shell text;
 * - `session`: a terminal session, in which a `#` may be root's prompt;
 * - `plain`: nothing is said, so only what looks like a command is one;
 * - `unit`: settings, which hold commands only where they are a unit of systemd.
 */
export type FenceStyle = 'script' | 'session' | 'plain' | 'unit';

export interface FenceLanguage {
  readonly dialect: Dialect;
  readonly style: FenceStyle;
  /** The shell is zsh. */
  readonly keepsVariables?: true;
}

const named: readonly (readonly [language: FenceLanguage, names: string])[] = [
  [{ dialect: 'posix', style: 'script' }, 'sh bash shell ksh dash ash shellscript shell-script bashrc cli command commandline'],
  [{ dialect: 'posix', style: 'script', keepsVariables: true }, 'zsh'],
  [{ dialect: 'posix', style: 'session' }, 'console shell-session shellsession sh-session bash-session terminal term tty'],
  [{ dialect: 'posix', style: 'plain' }, 'text txt plain plaintext none code source linux docker dockerfile cron crontab cronexp'],
  [{ dialect: 'posix', style: 'unit' }, 'ini systemd service unit conf'],
  [{ dialect: 'powershell', style: 'script' }, 'powershell pwsh ps1 posh ps powershell-session pwsh-session ps1con'],
  [{ dialect: 'cmd', style: 'script' }, 'cmd bat batch batchfile dosbatch winbatch dos doscon'],
];
const names: Readonly<Record<string, FenceLanguage>> = Object.fromEntries(named.flatMap(([language, list]) => list.split(' ').map((name) => [name, language] as const)));

/** The language of indented code and of fences without an info string. */
export const unnamed: FenceLanguage = { dialect: 'posix', style: 'plain' };

/** What a name stands for that only the user knows: a shell, with prompts or without. */
const further: FenceLanguage = { dialect: 'posix', style: 'script' };

/** Directives of MyST that hold code; the language is their argument. */
const codeDirective = /^\{(?:code|code-block|sourcecode|prompt)\}/;

/**
 * The language of the info string; undefined for one that holds no commands. Attributes behind it do not matter. `shells`
 * are further names of shells.
 */
export function fenceLanguage(info: string, shells: readonly string[] = []): FenceLanguage | undefined {
  const trimmed = info.trim().slice(0, 200).toLowerCase().replace(codeDirective, '').trimStart();
  if (trimmed === '') {
    return unnamed;
  }
  // `{.bash .numberLines}`, `{ .sh title="x" }`, `bash {linenos=1}`, `sh:no-line-numbers`, `bash,ignore`, `.term1`; an attribute alone names nothing.
  const name = /^\{?\s*\.?([\w+#-]+)(?!\s*=|[\w+#-])/.exec(trimmed)?.[1];
  if (name === undefined) {
    return /^(?:\{|[\w-]+\s*=)/.test(trimmed) ? unnamed : undefined;
  }
  const known = /^term\d+$/.test(name) ? names['term'] : Object.hasOwn(names, name) ? names[name] : undefined;
  // `{.sourceCode .bash}`: any of the classes may be the language.
  const other = trimmed.startsWith('{') ? [...trimmed.matchAll(/\s\.([\w+#-]+)/g)].find(([, word = '']) => Object.hasOwn(names, word))?.[1] : undefined;
  return known ?? names[other ?? ''] ?? (shells.some((shell) => shell.toLowerCase() === name) ? further : undefined);
}
