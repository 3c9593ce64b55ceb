/** The real CLI reads every command line that "Copy docker Command" offers as it is meant, whatever the container is called. */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { parse } from 'shell-quote';
import { copyCommand } from '../../client/src/containers/actions/copy-command.ts';
import { containerStates } from '../../client/src/engine/container.ts';
import type { Engine } from '../../client/src/engine/engine.ts';
import type { PickQuestion } from '../../client/src/containers/ui.ts';
import { container } from '../containers/fake-live-engine.ts';
import { ManualClock } from '../containers/manual-clock.ts';
import { noMemory, ScriptedUi } from '../containers/scripted-ui.ts';
import { dockerClis, reportMissingCli } from '../support/docker-clis.ts';
import { RealCli } from './real-cli.ts';

const clis = await dockerClis();
const reason = reportMissingCli(clis);

/** All lines that are offered in any state for a container of that name. */
async function linesFor(name: string): Promise<string[]> {
  const lines = new Set<string>();
  for (const state of containerStates) {
    const ui = new ScriptedUi();
    ui.pick = <T>({ items }: PickQuestion<T>) => {
      items.forEach(({ value }) => lines.add(String(value)));
      return Promise.resolve(undefined);
    };
    await copyCommand.run([{ engine: {} as Engine, container: container(1, { name, state }) }], { ui, clock: new ManualClock(), memory: noMemory });
  }
  return [...lines];
}

/** It was read: only the terminal that it asks for is missing here. */
const noTerminal = /the input device is not a TTY|cannot attach stdin to a TTY-enabled/;
/** The stand-in engine has no statistics to tell, so that of these only the question is judged. */
const unanswered = /^docker stats /;

void suite('copied command lines', { skip: reason ?? false }, () => {
  for (const cli of clis) {
    void suite(`by docker ${cli.release}`, () => {
      let real: RealCli;
      before(async () => {
        real = await RealCli.start(cli, {});
      });
      after(() => real.stop());

      for (const name of ['web', '-rf', '--help', `it's "quoted" $(id)`, 'a\nb']) {
        void test(`for a container called ${JSON.stringify(name)}`, async () => {
          const reference = name === 'web' ? name : container(1).id.slice(0, 12);
          const lines = await linesFor(name);
          assert.ok(lines.length > 12);
          for (const line of lines) {
            const [program, ...words] = parse(line);
            assert.equal(program, 'docker');
            const argv = words.map((word) => (typeof word === 'string' ? word : assert.fail(line)));
            const { accepted, message, requests } = await real.ask(argv);
            assert.ok(accepted || noTerminal.test(message) || unanswered.test(line), `${line}: ${message}`);
            assert.ok(noTerminal.test(message) || requests.some(({ path, query }) => path.includes(`/${reference}`) || query.get('container') === reference), line);
          }
        });
      }
    });
  }
});
