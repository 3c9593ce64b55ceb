/** Which documents hold shell text. */

export type DocumentKind = 'shell' | 'markdown';

const languages: ReadonlyMap<string, DocumentKind> = new Map([
  ['shellscript', 'shell'],
  ['bash', 'shell'],
  ['sh', 'shell'],
  ['zsh', 'shell'],
  ['ksh', 'shell'],
  ['bats', 'shell'],
  ['markdown', 'markdown'],
  ['mdx', 'markdown'],
]);

const extensions: ReadonlyMap<string, DocumentKind> = new Map([
  ['sh', 'shell'],
  ['bash', 'shell'],
  ['zsh', 'shell'],
  ['ksh', 'shell'],
  ['bats', 'shell'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['mdx', 'markdown'],
]);

/** What shells read when they start, and what such files most often read in turn. */
const startupFile = /^\.(?:bash(?:rc|_[\w-]+)|zsh(?:rc|env)|z(?:profile|login|logout)|kshrc|profile|envrc|aliases|functions)$/;

const shebang = /^#![ \t]*(?:\S*\/)?(?:env[ \t]+(?:-\S+[ \t]+|\w+=\S*[ \t]+)*(?:\S*\/)?)?(?:(?:ba|z|da|k|a)?sh|bats)(?:[ \t]|$)/;

/** What the document is read as: by the editor's language, by its name, or by its first line when the name says nothing. */
export function documentKindOf(path: string, text: string, languageId?: string): DocumentKind | undefined {
  const byLanguage = languageId === undefined ? undefined : languages.get(languageId);
  if (byLanguage !== undefined) {
    return byLanguage;
  }
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  if (dot > 0) {
    return extensions.get(name.slice(dot + 1).toLowerCase());
  }
  const firstLine = /^[^\r\n]{0,200}/.exec(text)?.[0] ?? '';
  return startupFile.test(name) || shebang.test(firstLine) ? 'shell' : undefined;
}
