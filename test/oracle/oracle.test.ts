/** The real Docker CLI as judge: what it takes and refuses, and what it asks the engine for, against what Gantry says. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { dockerClis, reportMissingCli, type DockerCli } from '../support/docker-clis.ts';
import { verdictOn } from '../support/verdict.ts';
import { commandLines } from './command-lines.ts';
import { isExcluded } from './exclusions.ts';
import { assertRequest } from './expected-request.ts';
import { randomLine } from './random-lines.ts';
import { RealCli } from './real-cli.ts';
import { files, valueLines } from './value-lines.ts';

const clis = await dockerClis();
const missing = reportMissingCli(clis);
if (missing !== undefined) {
  console.log(`The comparison with the Docker CLI is skipped: ${missing}.`);
}

interface Count {
  lines: number;
  requests: number;
}

/** Asks both; throws where they differ. Lines of commands that Gantry does not know are not judged. */
async function compare(real: RealCli, cli: DockerCli, argv: readonly string[], count: Count): Promise<void> {
  const { accepted, reasons, command } = verdictOn(argv, cli.version);
  if (command.facts === undefined && command.problems.length === 0) {
    return;
  }
  const answer = await real.ask(argv);
  const line = `docker ${argv.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : JSON.stringify(word))).join(' ')}`;
  assert.equal(accepted, answer.accepted, `${line}\nGantry: ${accepted ? 'takes it' : reasons.join(', ')}\nThe CLI: ${answer.accepted ? 'takes it' : answer.message.trim()}`);
  count.lines++;
  const request = answer.requests.find(({ path }) => path === '/containers/create');
  if (answer.accepted && request !== undefined) {
    assertRequest(command, request, cli.version);
    count.requests++;
  }
}

for (const cli of clis) {
  void describe(`docker ${cli.release} agrees (${cli.file})`, () => {
    const count: Count = { lines: 0, requests: 0 };
    const workers: RealCli[] = [];

    before(async () => {
      workers.push(...(await Promise.all([1, 2, 3].map(() => RealCli.start(cli, files)))));
    });

    after(async () => {
      await Promise.all(workers.map((worker) => worker.stop()));
      console.log(`docker ${cli.release}: ${count.lines} command lines and ${count.requests} create requests compared`);
    });

    void it('on the table of command lines', async () => {
      const lines = [...valueLines(), ...commandLines()].filter((argv) => !isExcluded(argv, cli.version));
      assert.ok(lines.length >= 400, `${lines.length} lines`);
      const differences: string[] = [];
      const queue = lines.values();
      await Promise.all(
        workers.map(async (worker) => {
          for (const argv of queue) {
            await compare(worker, cli, argv, count).catch((error: unknown) => differences.push(error instanceof Error ? error.message : String(error)));
          }
        }),
      );
      assert.ok(count.lines > 0 && count.requests > 0, 'something was compared');
      assert.equal(differences.length, 0, `${differences.length} differences:\n\n${differences.join('\n\n')}`);
    });

    void it('on command lines by chance', async () => {
      const [worker] = workers;
      assert.ok(worker !== undefined);
      await fc.assert(
        fc.asyncProperty(randomLine, (argv) => compare(worker, cli, argv, count)),
        { seed: 20241, numRuns: 200 },
      );
    });
  });
}
