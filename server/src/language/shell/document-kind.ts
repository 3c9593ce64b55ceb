/** Which documents hold shell text. */

/** Of the shells zsh stands apart: it does not split the variables that stand without quotes. */
export type DocumentKind = 'shell' | 'zsh' | 'markdown';

export function isScript(kind: DocumentKind): boolean {
  return kind !== 'markdown';
}

const languages: ReadonlyMap<string, DocumentKind> = new Map([
  ['shellscript', 'shell'],
  ['bash', 'shell'],
  ['sh', 'shell'],
  ['zsh', 'zsh'],
  ['ksh', 'shell'],
  ['bats', 'shell'],
  ['markdown', 'markdown'],
  ['mdx', 'markdown'],
]);

const extensions: ReadonlyMap<string, DocumentKind> = new Map([
  ['sh', 'shell'],
  ['bash', 'shell'],
  ['zsh', 'zsh'],
  ['ksh', 'shell'],
  ['bats', 'shell'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['mdx', 'markdown'],
]);

/** What shells read when they start, and what such files most often read in turn; people who keep them in a repository often leave the dot out. */
const startupFile = /^(?:\.(?:bash_[\w-]+|profile|envrc|aliases|functions)|\.?(?:bashrc|bash_(?:profile|aliases|login|logout|functions)|zsh(?:rc|env)|z(?:profile|login|logout)|kshrc))$/;

const zshFile = /^\.?z(?:shrc|shenv|profile|login|logout)$/;

const zshShebang = /^#![^\r\n]*\bzsh\b/;

/** How a script tells zsh to split variables as the other shells do. */
const splitsAsOthers = /\bsh_?word_?split\b|\bemulate\s+(?:-\w+\s+)*(?:k|ba)?sh\b/i;

const shebang = /^#![ \t]*(?:\S*\/)?(?:env[ \t]+(?:-\S+[ \t]+|\w+=\S*[ \t]+)*(?:\S*\/)?)?(?:(?:ba|z|da|k|a)?sh|bats)(?:[ \t]|$)/;

/** What the document is read as: by its name, or by its first line when the name says nothing. */
function kindByName(path: string, text: string): DocumentKind | undefined {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  const firstLine = /^[^\r\n]{0,200}/.exec(text)?.[0] ?? '';
  const kind = dot > 0 ? extensions.get(name.slice(dot + 1).toLowerCase()) : startupFile.test(name) || shebang.test(firstLine) ? 'shell' : undefined;
  const isZsh = kind === 'zsh' || (kind === 'shell' && (zshFile.test(name) || zshShebang.test(firstLine)));
  return isZsh ? (splitsAsOthers.test(text) ? 'shell' : 'zsh') : kind;
}

/** What the document is read as: by the editor's language, which calls every shell a shell, else by its name and first line. */
export function documentKindOf(path: string, text: string, languageId?: string): DocumentKind | undefined {
  const byLanguage = languageId === undefined ? undefined : languages.get(languageId);
  const byName = byLanguage === undefined || byLanguage === 'shell' ? kindByName(path, text) : undefined;
  return byLanguage === undefined || byName === 'zsh' ? byName : byLanguage;
}
