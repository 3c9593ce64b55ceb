/** Measures `gantry lint` as a whole process, beside shellcheck on the same script. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { largeScript, markdownPage } from './large-script.ts';
import { gantryCli, isInstalled } from './peers.ts';
import { summarise, type Sample } from './statistics.ts';

const pages = 2000;
export const copyCount = 20;

function timed(program: string, args: readonly string[], cwd: string, runs: number): Sample {
  const times = Array.from({ length: runs }, () => {
    const before = performance.now();
    const { status, error } = spawnSync(program, [...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 28 });
    if (error !== undefined || (status !== 0 && status !== 1)) {
      throw new Error(`${program} ${args.join(' ')} failed with status ${String(status)}: ${error?.message ?? ''}`);
    }
    return performance.now() - before;
  });
  return summarise(times);
}

export interface LintFigures {
  readonly script: Sample;
  readonly tree: Sample;
  readonly shellcheck: Sample | undefined;
  /** Several copies of the script in one run. */
  readonly copies: Sample;
  readonly copiesOneThread: Sample;
  readonly copiesShellcheck: Sample | undefined;
}

/** Writes the tree into `folder`, which must be empty, and measures. */
export function measureLint(folder: string): LintFigures {
  const script = path.join(folder, 'large.sh');
  writeFileSync(script, largeScript());
  const tree = path.join(folder, 'tree');
  for (let page = 0; page < pages; page++) {
    const directory = path.join(tree, `d${page % 50}`);
    mkdirSync(directory, { recursive: true });
    writeFileSync(path.join(directory, `page-${page}.md`), markdownPage(page));
  }
  const copies = Array.from({ length: copyCount }, (_, copy) => path.join(folder, 'copies', `large-${copy}.sh`));
  mkdirSync(path.join(folder, 'copies'));
  copies.forEach((copy) => {
    writeFileSync(copy, largeScript());
  });
  const hasShellcheck = isInstalled('shellcheck');
  return {
    script: timed(process.execPath, [gantryCli, 'lint', script], folder, 5),
    tree: timed(process.execPath, [gantryCli, 'lint', tree], folder, 3),
    shellcheck: hasShellcheck ? timed('shellcheck', [script], folder, 1) : undefined,
    copies: timed(process.execPath, [gantryCli, 'lint', ...copies], folder, 3),
    copiesOneThread: timed(process.execPath, [gantryCli, 'lint', '--concurrency', '1', ...copies], folder, 3),
    copiesShellcheck: hasShellcheck ? timed('shellcheck', copies, folder, 1) : undefined,
  };
}
