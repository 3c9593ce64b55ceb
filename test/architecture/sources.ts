/** Lists the sources of the project and what they import. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

export interface Source {
  /** From the project's root, with forward slashes. */
  readonly file: string;
  readonly text: string;
  /** Imported modules: a path from the root for our own files, else the module's name. */
  readonly imports: readonly string[];
}

export function sourcesIn(folder: string): Source[] {
  return readdirSync(path.join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => {
      const file = path.posix.join(folder, name.split(path.sep).join('/'));
      const text = readFileSync(path.join(projectRoot, file), 'utf8');
      const imports = ts.preProcessFile(text).importedFiles.map(({ fileName }) => (fileName.startsWith('.') ? path.posix.join(path.posix.dirname(file), fileName) : fileName));
      return { file, text, imports };
    });
}

/** The text without comments. Only a parser tells a regular expression from a division, and the end of a template. */
export function withoutComments(text: string): string {
  const file = ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest);
  const tokens: string[] = [];
  const visit = (node: ts.Node): void => {
    const children = node.getChildren(file).filter((child) => !ts.isJSDoc(child));
    if (children.length === 0) {
      tokens.push(node.getText(file));
    }
    children.forEach(visit);
  };
  visit(file);
  return tokens.join(' ');
}
