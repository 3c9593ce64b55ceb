/** Configuration files of an imagined workspace at `/w`. */
import path from 'node:path';
import type { ConfigurationSource } from '../../server/src/language/configuration/load.ts';

export function imaginedSource(files: Readonly<Record<string, string>>): ConfigurationSource {
  return {
    read: (file) => {
      const text = files[file];
      return text === undefined ? { problem: 'does not exist' } : { text };
    },
    resolve: (from, relative) => {
      const target = path.posix.resolve(path.posix.dirname(from), relative);
      return target.startsWith('/w/') ? target : undefined;
    },
    folderOf: (file) => path.posix.dirname(file),
  };
}
