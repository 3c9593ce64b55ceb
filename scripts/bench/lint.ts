/** Measures `gantry lint` as a whole process, beside shellcheck on the same script. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { largeScript, markdownPage } from './large-script.ts';
import { gantryCli, isInstalled } from './peers.ts';
import { summarise, type Sample } from './statistics.ts';

const pages = 2000;
/** So many copies of the script show what each further one costs, beside the start of a process and the warming up of its compiler. */
const copyCount = 200;
/** A peer that compiles nothing while it runs needs fewer. */
const shellcheckCopies = 10;

/** Output goes nowhere: how fast this process takes it in is no matter of the linter. xargs gives 123 where a linter found something. */
function timed(program: string, args: readonly string[], cwd: string, runs: number): Sample {
  const times = Array.from({ length: runs }, () => {
    const before = performance.now();
    const { status, error } = spawnSync(program, [...args], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
    if (error !== undefined || (status !== 0 && status !== 1 && status !== 123)) {
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
  /** Lines in a second over many copies of the script in one run. */
  readonly throughput: Sample;
  readonly throughputOneThread: Sample;
  readonly throughputShellcheck: Sample | undefined;
  /** Of as many processes of it as there are processors. */
  readonly throughputShellchecks: Sample | undefined;
}

/** A file that names the files, for xargs. */
function listed(folder: string, files: readonly string[]): string {
  const list = path.join(folder, 'list.txt');
  writeFileSync(list, files.map((file) => `${file}\n`).join(''));
  return list;
}

/** The median run is the same; the worst is the slowest. */
function linesPerSecond({ median, worst, count }: Sample, copies: number): Sample {
  const lines = copies * largeScript().split('\n').length;
  return { median: (lines / median) * 1000, worst: (lines / worst) * 1000, count };
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
  const some = copies.slice(0, shellcheckCopies);
  const hasShellcheck = isInstalled('shellcheck');
  const processors = String(availableParallelism());
  return {
    script: timed(process.execPath, [gantryCli, 'lint', script], folder, 5),
    tree: timed(process.execPath, [gantryCli, 'lint', tree], folder, 3),
    shellcheck: hasShellcheck ? timed('shellcheck', [script], folder, 1) : undefined,
    throughput: linesPerSecond(timed(process.execPath, [gantryCli, 'lint', ...copies], folder, 3), copyCount),
    throughputOneThread: linesPerSecond(timed(process.execPath, [gantryCli, 'lint', '--concurrency', '1', ...copies], folder, 3), copyCount),
    throughputShellcheck: hasShellcheck ? linesPerSecond(timed('shellcheck', some, folder, 1), shellcheckCopies) : undefined,
    throughputShellchecks: hasShellcheck ? linesPerSecond(timed('xargs', ['--arg-file', listed(folder, some), '-n', '1', '-P', processors, 'shellcheck'], folder, 1), shellcheckCopies) : undefined,
  };
}
