/**
 * Makes the page of the extension out of the README of the repository: VS Code resolves no path there, so pictures would show
 * as broken and links would lead nowhere, and how to build is of no use to who has it installed.
 */

/** What stands between these two comments is about the repository. */
const ofRepository = /<!-- repository -->[^]*?<!-- \/repository -->\n*/g;

export function extensionReadme(readme: string): string {
  return readme
    .replace(ofRepository, '')
    .replace(/^!\[[^\]]*\]\((?!https:)[^)]*\)\n+/gm, '')
    .replace(/\[([^\]]*)\]\((?!https:|#)[^)]*\)/g, '$1');
}
