/** The real Docker CLI judges fixes: what it took it still takes, and what it refused for a rule's reason it takes then. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { rules } from '../../server/src/language/rules/index.ts';
import { hazardousDocument } from '../support/hazardous-commands.ts';
import { dockerClis, reportMissingCli, type DockerCli } from '../support/docker-clis.ts';
import { fixedTexts, read, type Document, type Fixed } from '../support/fixed-texts.ts';
import { marked } from '../support/markers.ts';
import { RealCli } from './real-cli.ts';
import { files } from './value-lines.ts';

const clis = await dockerClis();
const missing = reportMissingCli(clis);
if (missing !== undefined) {
  console.log(`Fixes are not tried on the Docker CLI: ${missing}.`);
}

/** Commands that wait for input or answer at length. */
const unfit: ReadonlySet<string> = new Set(['attach', 'events', 'logs', 'start', 'stats', 'wait']);

/** Files that are not there, and streams that somebody would have to read. */
const unfitFlag = /^(?:--(?:env-file|label-file|cidfile|attach)|-a)/;

/** The arguments of the only docker command of the document, where all its words are known, as a question that leaves nothing running. */
function argvOf(document: Document): string[] | undefined {
  const { words } = read(document);
  const [only] = words;
  const argv = only?.slice(1).map(({ value }) => value) ?? [];
  if (only === undefined || words.length !== 1 || only.some(({ kind }) => kind !== 'literal') || argv.some((word) => unfit.has(word) || unfitFlag.test(word))) {
    return undefined;
  }
  const at = argv[0] === 'container' ? 1 : 0;
  const command = argv[at] ?? '';
  // In the background neither needs a terminal.
  return command === 'run' || command === 'exec' ? [...argv.slice(0, at), command, '-d', ...argv.slice(at + 1)] : argv;
}

interface Case {
  readonly fixed: Fixed;
  readonly was: readonly string[];
  readonly is: readonly string[];
}

function casesOf(document: Document): Case[] {
  const was = argvOf(document);
  return was === undefined
    ? []
    : fixedTexts(document).flatMap((fixed) => {
        const is = argvOf({ ...document, text: fixed.text });
        return is === undefined ? [] : [{ fixed, was, is }];
      });
}

function exampleCases(cli: DockerCli): Case[] {
  return rules.flatMap((rule) =>
    rule.examples.flatMap(({ bad, surface }) => casesOf({ text: marked(bad).text, kind: surface === 'markdown' ? 'markdown' : 'shell', version: cli.version }).filter(({ fixed }) => fixed.finding.ruleId === rule.id)),
  );
}

const refusedByCli = new Set(rules.filter(({ refusedBy }) => refusedBy === 'cli').map(({ id }) => id));

for (const cli of clis) {
  void describe(`docker ${cli.release} takes what fixes leave (${cli.file})`, () => {
    const workers: RealCli[] = [];
    const verdicts = new Map<string, Promise<{ accepted: boolean; message: string }>>();
    let tried = 0;

    const ask = async (argv: readonly string[]) => {
      const key = JSON.stringify(argv);
      const [worker] = workers;
      assert.ok(worker !== undefined);
      const known = verdicts.get(key) ?? worker.ask(argv);
      verdicts.set(key, known);
      return known;
    };

    const judge = async ({ fixed: { finding, fix }, was, is }: Case) => {
      const earlier = await ask(was);
      const now = await ask(is);
      const about = `${finding.ruleId}, “${fix.title}”:\ndocker ${was.join(' ')}\ndocker ${is.join(' ')}\n${now.message}`;
      tried++;
      assert.ok(!earlier.accepted || now.accepted, `was taken before: ${about}`);
      return { earlier, now, about };
    };

    before(async () => {
      workers.push(await RealCli.start(cli, files));
    });

    after(async () => {
      await Promise.all(workers.map((worker) => worker.stop()));
      console.log(`docker ${cli.release}: ${tried} fixes tried, ${verdicts.size} command lines asked`);
    });

    void it('of every example, and the refusal it was about is gone', async () => {
      for (const example of exampleCases(cli)) {
        const { earlier, now, about } = await judge(example);
        const isError = example.fixed.finding.severity === 'error' && refusedByCli.has(example.fixed.finding.ruleId);
        assert.ok(!isError || earlier.accepted || now.accepted || now.message !== earlier.message, `is refused as before: ${about}`);
      }
      assert.ok(tried > 50, `only ${tried} fixes were tried`);
    });

    void it('of commands by chance', async () => {
      await fc.assert(
        fc.asyncProperty(hazardousDocument, async (document) => {
          for (const found of casesOf(document)) {
            await judge(found);
          }
        }),
        { seed: 20262, numRuns: 150 },
      );
    });
  });
}
