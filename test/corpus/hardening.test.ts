/** Hardening of real commands: the hint stays rare, and what "Harden this command" makes of them the real CLI takes. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import type { DockerCommand } from '../../server/src/language/command/docker-command.ts';
import { rewrites, type CodeAction } from '../../server/src/language/features/code-actions.ts';
import { analyse } from '../../server/src/language/features/snapshot.ts';
import { RealCli } from '../oracle/real-cli.ts';
import { dockerClis, reportMissingCli } from '../support/docker-clis.ts';
import { checkHardening, insertedWords, type Document } from '../support/hardening-check.ts';
import { corpusFiles, corpusFolder } from './corpus-records.ts';
import { defaults } from './forced-rules.ts';

const folder = corpusFolder();
const [cli, ...otherClis] = await dockerClis();
const missing = folder === undefined ? 'GANTRY_CORPUS names no folder' : undefined;
const missingCli = missing ?? reportMissingCli(cli === undefined ? [] : [cli, ...otherClis]);

/** A command of a file that can be hardened. */
interface Hardenable {
  readonly place: string;
  readonly document: Document;
  /** Among the commands of the document. */
  readonly index: number;
  readonly command: DockerCommand;
  readonly action: CodeAction;
}

function argvOf({ shell, path, program }: DockerCommand): string[] {
  return shell.words.slice(shell.words.indexOf(path[0] ?? program)).map(({ value }) => value);
}

function hardenableIn(file: string, text: string): Hardenable[] {
  const document: Document = { text, kind: 'markdown', settings: defaults };
  const snapshot = analyse(text, 'markdown', defaults);
  return snapshot.regions
    .flatMap(({ region, commands }) => commands.map((command) => ({ region, command })))
    .flatMap(({ region, command }, index) => {
      const at = region.start + command.program.span.start;
      const action = rewrites(snapshot, { start: at, end: at }).find(({ title }) => title === 'Harden this command');
      const isLiteral = command.shell.words.every(({ kind }) => kind === 'literal');
      // The CLI writes such a file when it is asked, and refuses the next time.
      const leavesFile = command.flags.some(({ facts }) => facts.name === 'cidfile');
      return action === undefined || !isLiteral || leavesFile ? [] : [{ place: `${file}: ${command.shell.words.map(({ source }) => source).join(' ')}`, document, index, command, action }];
    });
}

/** Everything that hardening ever writes. */
const ours = /^(?:--(?:restart|init|memory|memory-swap|cpus|pids-limit|log-opt|read-only|tmpfs|cap-drop|cap-add|security-opt|user)|unless-stopped|\d*m|[\d.]+[kmgtbKMGTBi]*|max-size=10m|max-file=3|\/(?:tmp|run|var\/cache\/nginx|usr\/local\/apache2\/logs)|ALL|[A-Z_]+|no-new-privileges|1000:1000)$/;

void describe('hardening real commands', () => {
  const files = folder === undefined ? [] : corpusFiles(folder);

  void it('hints at fewer than 15 % of them, also where it is switched on for Markdown', { skip: missing ?? false }, (context) => {
    let hints = 0;
    let all = 0;
    for (const { text } of files) {
      const { regions } = analyse(text, 'markdown', { ...defaults, rules: { 'hardening-available': 'hint' } });
      for (const { commands, findings } of regions.filter(({ region: { origin } }) => origin !== 'inline')) {
        all += commands.filter(({ facts }) => facts?.id === 'run' || facts?.id === 'create').length;
        hints += findings.filter(({ ruleId }) => ruleId === 'hardening-available').length;
      }
    }
    context.diagnostic(`${hints} hints on ${all} commands that make a container (${((hints / all) * 100).toFixed(1)} %)`);
    assert.ok(hints > 50 && hints < all * 0.15);
  });

  void describe('by the real CLI', { skip: missingCli ?? false }, () => {
    const workers: RealCli[] = [];
    before(async () => {
      assert.ok(cli !== undefined);
      workers.push(...(await Promise.all([1, 2].map(() => RealCli.start(cli, {})))));
    });
    after(() => Promise.all(workers.map((worker) => worker.stop())));

    void it('gives 200 commands that it takes, with nothing but new words', async (context) => {
      const found = files.flatMap(({ file, text }) => hardenableIn(file, text));
      const distinct = [...new Map(found.map((one) => [one.command.shell.words.map(({ source }) => source).join(' '), one])).values()];
      const [shuffled = []] = fc.sample(fc.shuffledSubarray(distinct, { minLength: distinct.length }), { seed: 20_261, numRuns: 1 });
      const queue = shuffled.values();
      const wrong: string[] = [];
      let judged = 0;
      let refusedBefore = 0;
      await Promise.all(
        workers.map(async (worker) => {
          for (const { place, document, index, command, action } of queue) {
            if (judged >= 200) {
              return;
            }
            judged++;
            if (!(await worker.ask(argvOf(command))).accepted) {
              refusedBefore++;
              judged--;
              continue;
            }
            const hardened = checkHardening(document, action, index);
            const inserted = insertedWords(command.shell.words.map(({ source }) => source), hardened.command.shell.words.map(({ source }) => source));
            const foreign = inserted.filter((word) => !ours.test(word));
            const { accepted, message } = await worker.ask(argvOf(hardened.command));
            if (!accepted || foreign.length > 0) {
              wrong.push(`${place}\n  ${argvOf(hardened.command).join(' ')}\n  ${message}${foreign.join(' ')}`);
            }
          }
        }),
      );
      context.diagnostic(`${distinct.length} commands can be hardened; ${judged} were, ${refusedBefore} that the CLI refused before were passed over`);
      assert.deepEqual(wrong, []);
      assert.equal(judged, 200);
    });

    void it('is settled after one go', () => {
      let count = 0;
      for (const { file, text } of files) {
        // Each look reads the whole file again; every fourth command of a file is enough.
        for (const { document, index, action } of hardenableIn(file, text).filter((_, number) => number % 4 === 0)) {
          const { after: result } = checkHardening(document, action, index);
          const still = hardenableIn(file, result.text).filter((one) => one.index === index);
          assert.deepEqual(still.map(({ place }) => place), []);
          count++;
        }
      }
      assert.ok(count > 200, `${count} commands`);
    });
  });
});
