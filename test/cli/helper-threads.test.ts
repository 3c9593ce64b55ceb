/** Many files on several threads: the same answer as on one, whatever becomes of a thread. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { readArguments, UsageError, type LintArguments } from '../../server/src/cli/arguments.ts';
import { checkFiles } from '../../server/src/cli/check-files.ts';
import { FileChecker, type FileResult } from '../../server/src/cli/file-checker.ts';
import type { SharedWork } from '../../server/src/cli/helper-threads.ts';

const gantry = fileURLToPath(new URL('../../dist/gantry.cjs', import.meta.url));

function lintArguments(...args: string[]): LintArguments {
  const parsed = readArguments(['lint', ...args]);
  assert.equal(parsed.command, 'lint');
  return parsed;
}

async function allOf(...given: Parameters<typeof checkFiles>): Promise<FileResult[]> {
  const results: FileResult[] = [];
  for await (const result of checkFiles(...given)) {
    results.push(result);
  }
  return results;
}

void describe('helping threads', () => {
  let root = '';
  const files = Array.from({ length: 120 }, (_, index) => `d${index % 7}/${index % 2 === 0 ? `s${index}.sh` : `m${index}.md`}`);

  before(() => {
    root = mkdtempSync(path.join(tmpdir(), 'gantry-threads-'));
    for (const [index, file] of files.entries()) {
      const command = `docker run --memroy 1g -p ${8000 + index}:80 nginx:1.27\ndocker stop --time 30 web\n`;
      mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
      writeFileSync(path.join(root, file), file.endsWith('.md') ? `# ${index}\n\n\`\`\`sh\n${command}\`\`\`\n` : command);
    }
    writeFileSync(path.join(root, 'd3', '.gantry.json'), '{"rulez": {}, "rules": {"unknown-flag": "off"}}');
    writeFileSync(path.join(root, 'd5', 'bytes.sh'), new Uint8Array([0x64, 0xff, 0xfe]));
  });

  after(() => {
    rmSync(root, { recursive: true, force: true });
  });

  const reports: readonly (readonly string[])[] = [[], ['--format', 'json'], ['--format', 'sarif'], ['--posture']];
  for (const options of reports) {
    void it(`report the same as one alone: gantry lint ${options.join(' ')}`, () => {
      const [one, four] = ['1', '4'].map((threads) => {
        const { status, stdout, stderr } = spawnSync(process.execPath, [gantry, 'lint', '--concurrency', threads, ...options], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
        return { status, stdout, stderr };
      });
      assert.deepEqual(four, one);
      assert.equal(one?.status, 2);
      assert.match(one.stderr, /^gantry: d3\/\.gantry\.json:1:2: .*\ngantry: d5\/bytes\.sh: is not UTF-8 text\n$/);
      assert.match(one.stdout, /m119\.md/);
    });
  }

  void it('take what is left and send what came of it', async () => {
    const args = lintArguments();
    const work: SharedWork = { files, args, cwd: root, next: new Int32Array(new SharedArrayBuffer(4)) };
    work.next[0] = 100;
    const helper = new Worker(gantry, { workerData: work });
    const received = new Map<number, FileResult>();
    helper.on('message', ({ index, result }: { index: number; result: FileResult }) => received.set(index, result));
    assert.deepEqual(await once(helper, 'exit'), [0]);
    const checker = new FileChecker(args, root);
    assert.deepEqual([...received.keys()], files.map((_, index) => index).slice(100));
    for (const [index, result] of received) {
      assert.deepEqual(result, await checker.check(files[index] ?? ''));
    }
  });

  void it('lose nothing when one ends with files in its hands, or never starts', async () => {
    const args = lintArguments('--concurrency', '3');
    const told = (results: readonly FileResult[]) => [results.map(({ outcome }) => outcome), [...new Set(results.flatMap(({ troubles }) => troubles))]] as const;
    const alone = told(await allOf(files, { args, cwd: root, program: undefined, progress: () => undefined }));
    assert.equal(alone[0].filter((outcome) => outcome !== undefined).length, files.length);
    assert.equal(alone[1].length, 1);

    const program = path.join(root, 'helper.cjs');
    const taken = path.join(root, 'taken');
    writeFileSync(program, `const { workerData: { next } } = require('node:worker_threads'); Atomics.add(next, 0, 5); require('node:fs').writeFileSync(${JSON.stringify(taken)}, ''); process.exit(1);`);
    const patience = Date.now() + 60_000;
    const waitForHelper = (done: number) => {
      while (done > 0 && !existsSync(taken)) {
        assert.ok(Date.now() < patience, 'the helper takes its files');
      }
    };
    assert.deepEqual(told(await allOf(files, { args, cwd: root, program, progress: waitForHelper })), alone);

    writeFileSync(program, 'throw new Error("no thread today");');
    assert.deepEqual(told(await allOf(files, { args, cwd: root, program, progress: () => undefined })), alone);
  });

  void it('are numbered sensibly', () => {
    for (const number of ['0', '-1', 'many', '1.5', '100']) {
      assert.throws(() => readArguments(['lint', `--concurrency=${number}`]), UsageError);
    }
    assert.equal(lintArguments('--concurrency', '8').concurrency, 8);
  });
});
