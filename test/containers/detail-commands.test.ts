/** What is copied from a line below a container. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { detailCommands } from '../../client/src/containers/detail-commands.ts';
import type { DetailNode, SectionNode, TreeNode } from '../../client/src/containers/node.ts';
import { ContainerTree } from '../../client/src/containers/container-tree.ts';
import { everything } from '../../client/src/containers/filtering.ts';
import type { ContainerDetails } from '../../client/src/engine/container.ts';
import { EngineError } from '../../client/src/engine/errors.ts';
import { container, FakeLiveEngine } from './fake-live-engine.ts';
import { ScriptedUi } from './scripted-ui.ts';

const copy = detailCommands.find(({ id }) => id === 'copyDetail') ?? assert.fail();

async function linesOf(live: FakeLiveEngine, section: SectionNode['section']): Promise<DetailNode[]> {
  const tree = new ContainerTree({ groupBy: 'none', groupByLabel: '', sortBy: 'name', filter: everything });
  tree.setEngines([live]);
  const sections = await tree.children(tree.roots()[0] ?? assert.fail());
  const chosen = sections.find((node): node is SectionNode => node.kind === 'section' && node.section === section);
  return (await tree.children(chosen ?? assert.fail())).filter((node: TreeNode): node is DetailNode => node.kind === 'detail');
}

void suite('Copy Value', () => {
  const engine = {
    inspectContainer: () => Promise.resolve({ environment: ['DB_PASSWORD=geheim', 'EMPTY='] } as unknown as ContainerDetails),
    listProcesses: () => Promise.resolve({ titles: ['PID', 'UID', 'CMD'], processes: [['1', 'root', 'app --password=geheim --port 80']] }),
  };

  void test('copies the real value of a variable that is shown masked', async () => {
    const ui = new ScriptedUi();
    const [password, empty] = await linesOf(new FakeLiveEngine([container(1)], engine), 'environment');
    assert.equal(password?.description, '••••••');
    await copy.run(password, ui);
    assert.equal(ui.copied, 'geheim');
    await copy.run(empty ?? assert.fail(), ui);
    assert.equal(ui.copied, '');
  });

  void test('says so where the variable cannot be read any more, rather than copying its name', async () => {
    const ui = new ScriptedUi();
    const live = new FakeLiveEngine([container(1)], engine);
    const [password] = await linesOf(live, 'environment');
    live.setStatus({ kind: 'failed', error: new EngineError('unreachable', 'No engine answers.'), retryAt: 0 });
    await copy.run(password ?? assert.fail(), ui);
    assert.equal(ui.copied, undefined);
    assert.deepEqual(ui.reports.map(({ message }) => message), ['The value of DB_PASSWORD cannot be read any more.']);
  });

  void test('of a process has no secret in it, as it is shown', async () => {
    const ui = new ScriptedUi();
    const [process] = await linesOf(new FakeLiveEngine([container(1)], engine), 'processes');
    await copy.run(process ?? assert.fail(), ui);
    assert.equal(ui.copied, 'app --password=•••••• --port 80');
  });
});
