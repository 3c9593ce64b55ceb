/**
 * Writes what is left of non-ASCII characters in a bundle as escapes: esbuild does so in strings and leaves regular
 * expressions as they are. One character above U+00FF makes V8 keep the whole source at two bytes a character, and the
 * source stays in memory as long as the process lives.
 */
import { writeFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The source with escapes. Throws on a character that stands behind a backslash, which would then mean another. */
export function asciiOnly(source: string): string {
  const behindBackslash = /\\[^\x00-\x7f]/.exec(source);
  if (behindBackslash !== null) {
    throw new Error(`${JSON.stringify(behindBackslash[0])} cannot be escaped: write it without the backslash.`);
  }
  return source.replace(/[^\x00-\x7f]/g, escaped);
}

/** For bundles without source maps, whose columns would be wrong. */
export const asciiBundle: Plugin = {
  name: 'ascii-bundle',
  setup(build) {
    build.initialOptions.write = false;
    build.onEnd(({ outputFiles }) => {
      for (const file of outputFiles ?? []) {
        writeFileSync(file.path, asciiOnly(file.text));
      }
    });
  },
};
