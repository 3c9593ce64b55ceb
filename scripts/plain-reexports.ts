/**
 * Has the packages of the Language Server Protocol hand on their exports as values. TypeScript compiles `export *` to a getter
 * for each name at each of five levels: four thousand functions and as many property descriptors, which take as much memory
 * as a long script.
 */
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** How TypeScript begins its helper: the first branch makes getters, the other, for engines without them, copies. */
const makesGetters = '__createBinding) || (Object.create ?';

/** The source with the second branch. Throws on a helper that begins otherwise, because nothing else would tell. */
export function withPlainReexports(source: string, file: string): string {
  if (source.includes('__createBinding = ') && !source.includes(makesGetters)) {
    throw new Error(`${file} hands on its exports in a way that is not known here: TypeScript's helper has changed.`);
  }
  return source.replace(makesGetters, '__createBinding) || (false ?');
}

export const plainReexports: Plugin = {
  name: 'plain-reexports',
  setup(build) {
    build.onLoad({ filter: /[\\/]node_modules[\\/]vscode-(?:jsonrpc|languageserver|languageserver-protocol|languageclient)[\\/].*\.js$/ }, async ({ path }) => ({
      contents: withPlainReexports(await readFile(path, 'utf8'), path),
    }));
  },
};
