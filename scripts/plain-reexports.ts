/**
 * Has the packages of the Language Server Protocol hand on their exports as values. TypeScript compiles `export *` to a getter
 * for each name at each of five levels: four thousand functions and as many property descriptors, which take as much memory
 * as a long script.
 */
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** How TypeScript begins its helper: the first branch makes getters, the other, for engines without them, copies. */
const makesGetters = '__createBinding) || (Object.create ?';

export const plainReexports: Plugin = {
  name: 'plain-reexports',
  setup(build) {
    build.onLoad({ filter: /[\\/]node_modules[\\/]vscode-(?:jsonrpc|languageserver|languageserver-protocol|languageclient)[\\/].*\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(makesGetters, '__createBinding) || (false ?'),
    }));
  },
};
