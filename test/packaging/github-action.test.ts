/** action.yml: its steps, run by bash as a runner runs them, in a checkout that was never built. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, suite, test } from 'node:test';
import { parse } from 'yaml';
import { projectRoot } from '../../scripts/build.ts';
import { checkout, userRepository } from './checkout.ts';

interface Step {
  readonly shell: string;
  readonly run: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const action = parse(readFileSync(path.join(projectRoot, 'action.yml'), 'utf8')) as Action;

suite('the GitHub action', () => {
  const checkedOut = checkout();
  const repository = userRepository();
  after(() => {
    rmSync(checkedOut, { recursive: true });
    rmSync(repository, { recursive: true });
  });

  function filledIn(text: string, inputs: Readonly<Record<string, string>>): string {
    return text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => {
      const input = action.inputs[name];
      assert.ok(input !== undefined, `there is no input ${name}`);
      return inputs[name] ?? input.default;
    });
  }

  /** Runs the steps until one fails, in the user's repository, as GitHub's runner calls bash. */
  function runSteps(inputs: Readonly<Record<string, string>>): { readonly status: number | null; readonly output: string } {
    const scripts = mkdtempSync(path.join(tmpdir(), 'gantry-steps-'));
    try {
      let output = '';
      for (const [index, step] of action.runs.steps.entries()) {
        const script = path.join(scripts, `${index}.sh`);
        writeFileSync(script, step.run);
        const env = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, filledIn(value, inputs)]));
        const ended = spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', script], {
          cwd: path.join(repository, filledIn(step['working-directory'] ?? '.', inputs)),
          env: { ...process.env, GITHUB_ACTIONS: 'true', GITHUB_ACTION_PATH: checkedOut, ...env },
          encoding: 'utf8',
        });
        output += ended.stdout + ended.stderr;
        if (ended.status !== 0) {
          return { status: ended.status, output };
        }
      }
      return { status: 0, output };
    } finally {
      rmSync(scripts, { recursive: true });
    }
  }

  test('hands inputs to its scripts as data, never as text of the script', () => {
    assert.equal(action.runs.using, 'composite');
    for (const { run, shell } of action.runs.steps) {
      assert.equal(shell, 'bash');
      assert.ok(!run.includes('${{'), run);
    }
  });

  test('builds itself, annotates findings and fails', () => {
    const { status, output } = runSteps({});
    assert.equal(status, 1, output);
    assert.match(output, /^::error file=ops scripts\/deploy\.sh,line=2,.*title=unknown-flag/m);
    assert.match(output, /^::warning file=stop\.sh,line=2,/m);
  });

  test('passes where nothing is wrong', () => {
    const { status, output } = runSteps({ paths: 'clean.sh' });
    assert.equal(status, 0, output);
    assert.doesNotMatch(output, /^::/m);
  });

  test('takes several paths with blanks, another format, and a file for the report', () => {
    const { status } = runSteps({ paths: 'ops scripts/deploy.sh\nclean.sh\n', format: 'sarif', output: 'gantry.sarif' });
    assert.equal(status, 1);
    const log = JSON.parse(readFileSync(path.join(repository, 'gantry.sarif'), 'utf8')) as { runs: { results: { ruleId: string }[] }[] };
    assert.deepEqual(log.runs[0]?.results.map(({ ruleId }) => ruleId), ['unknown-flag']);
  });

  test('starts in another folder, and fails only from the severity on that was asked for', () => {
    assert.equal(runSteps({ 'working-directory': 'ops scripts' }).status, 1);
    assert.equal(runSteps({ paths: 'stop.sh', 'fail-on': 'error' }).status, 0);
  });

  test('runs nothing that stands in an input', () => {
    const { output } = runSteps({ paths: '$(touch injected)`touch injected`; touch injected', 'fail-on': 'error"; touch injected; "' });
    assert.match(output, /--fail-on takes one of/);
    assert.throws(() => readFileSync(path.join(repository, 'injected')), /ENOENT/);
  });
});
