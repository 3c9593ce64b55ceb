/** Runs `gantry lint` in a folder of its own, in this process. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { readArguments } from '../../server/src/cli/arguments.ts';
import { lint } from '../../server/src/cli/lint.ts';

export interface LintRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const roots: string[] = [];
after(() => {
  roots.forEach((root) => {
    rmSync(root, { recursive: true, force: true });
  });
});

/** A folder that is gone after the tests; what is no text is written as JSON. */
export function folderOf(files: Readonly<Record<string, unknown>>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'gantry-lint-'));
  roots.push(root);
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content));
  }
  return root;
}

/** `progress` hears of each line of progress, and what was printed by then. */
export async function runLint(cwd: string, args: readonly string[], input = '', progress: (line: string | undefined, printed: string) => void = () => undefined): Promise<LintRun> {
  const parsed = readArguments(['lint', ...args]);
  assert.equal(parsed.command, 'lint');
  let out = '';
  let err = '';
  const code = await lint(parsed, cwd, {
    color: parsed.color ?? false,
    out: (text) => (out += text),
    err: (text) => (err += text),
    progress: (line) => {
      progress(line, out);
    },
    readInput: () => Promise.resolve(new TextEncoder().encode(input)),
  });
  return { code, out, err };
}
