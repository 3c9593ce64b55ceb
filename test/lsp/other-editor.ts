/** A folder for an editor of this machine that starts the built language server by its name, set up from docs/editors.md. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { promisify } from 'node:util';
import { projectRoot } from '../../scripts/build.ts';

const server = path.join(projectRoot, 'dist/server.cjs');

/** The first code block in the language below the words of the documentation. */
export function documented(words: string, language: string): string {
  const text = readFileSync(path.join(projectRoot, 'docs/editors.md'), 'utf8');
  const block = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(text.slice(text.indexOf(words)))?.[1];
  assert.ok(text.includes(words) && block !== undefined, words);
  return block;
}

/**
 * Opens `deploy.sh`, which has a misspelled flag, in an editor that notes what its user sees, as JSON, in the file that the
 * variable GANTRY_SEEN names. `files` are put beside the script.
 */
export async function seenIn(t: TestContext, program: string, args: readonly string[], files: Readonly<Record<string, string>>): Promise<unknown> {
  assert.ok(existsSync(server), 'dist/ is not built: run `npm run build` first');
  const folder = mkdtempSync(path.join(tmpdir(), `gantry-${program}-`));
  t.after(() => {
    rmSync(folder, { recursive: true });
  });
  const at = (name: string) => path.join(folder, name);
  writeFileSync(at('gantry-language-server'), `#!/bin/sh\nexec '${process.execPath}' '${server}' "$@"\n`);
  chmodSync(at('gantry-language-server'), 0o755);
  for (const [name, text] of Object.entries({ ...files, 'deploy.sh': '#!/bin/sh\ndocker run -d --memroy 512m --name web nginx:1.27\n' })) {
    writeFileSync(at(name), text);
  }
  const env = { ...process.env, HOME: folder, PATH: `${folder}${path.delimiter}${process.env['PATH'] ?? ''}`, XDG_STATE_HOME: folder, XDG_CACHE_HOME: folder, GANTRY_SEEN: at('seen.json') };
  const { stdout, stderr } = await promisify(execFile)(program, [...args], { cwd: folder, env, timeout: 120_000 });
  assert.ok(existsSync(at('seen.json')), stdout + stderr);
  return JSON.parse(readFileSync(at('seen.json'), 'utf8'));
}
