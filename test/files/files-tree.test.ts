/** The view of a container's files reads a folder anew when Gantry itself wrote there, by whatever way. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, suite, test } from 'node:test';
import { copyInto } from '../../client/src/containers/actions/copy-files.ts';
import type { Engine } from '../../client/src/engine/engine.ts';
import type { WatchedEngines } from '../../client/src/vscode/watched-engines.ts';
import { ManualClock } from '../containers/manual-clock.ts';
import { noMemory, ScriptedUi } from '../containers/scripted-ui.ts';
import { loadAsVsCode } from '../support/fake-vscode.ts';
import { dockerEngine, noDocker, type TestEngine } from './engines.ts';

loadAsVsCode();
const { ContainerFiles } = await import('../../client/src/vscode/container-files.ts');
const { FilesTree } = await import('../../client/src/vscode/files-tree.ts');

void suite('the view of files', { skip: noDocker ?? false }, () => {
  let on: TestEngine;
  let id = '';
  let folder = '';
  before(async () => {
    on = await dockerEngine();
    id = await on.start();
    folder = mkdtempSync(path.join(tmpdir(), 'gantry-tree-'));
  });
  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await on.close();
  });

  async function open() {
    const { engine } = on;
    const [container] = await engine.listContainers({ ids: [id] });
    assert.ok(container);
    const files = new ContainerFiles({ named: () => Promise.resolve(engine) } as unknown as WatchedEngines);
    const tree = new FilesTree(files);
    const root = tree.open('default', container.name);
    const redrawn: (string | undefined)[][] = [];
    tree.onDidChangeTreeData((rows) => redrawn.push(Array.isArray(rows) ? rows.map(({ label }) => label) : []));
    const names = async (row = root) => (await tree.getChildren(row)).map(({ label }) => label);
    return { engine, container, files, tree, root, redrawn, names };
  }

  for (const [destination, told] of [['/', 'the container'], ['/sub', 'a folder of it'], ['/sub/', 'a folder, with a slash']] as const) {
    void test(`shows what “Copy into Container…” brought to ${told}`, async () => {
      const { engine, container, files, tree, root, redrawn, names } = await open();
      await on.cli('exec', id, 'mkdir', '-p', '/sub');
      const row = destination === '/' ? root : (await tree.getChildren(root)).find(({ label }) => label === 'sub');
      assert.ok(row);
      const name = `brought-${destination.length}`;
      assert.ok(!(await names(row)).includes(name));
      writeFileSync(path.join(folder, name), 'x');
      const ui = new ScriptedUi('Files', [path.join(folder, name)], destination);
      ui.noteFiles = (asked: Engine, containerName: string, where: string) => files.noteWritten(asked, { engine: 'default', container: containerName, path: where });
      await copyInto.run([{ engine, container }], { ui, clock: new ManualClock(), memory: noMemory });
      ui.done();
      assert.deepEqual(ui.reports.map(({ severity }) => severity), ['info']);
      assert.ok(redrawn.flat().includes(row.label), JSON.stringify(redrawn));
      assert.ok((await names(row)).includes(name));
    });
  }

  void test('shows a file that was made right below the root', async () => {
    const { files, root, redrawn, names } = await open();
    const uri = Object.assign(Object.create(Object.getPrototypeOf(root.uri) as object) as typeof root.uri, { scheme: root.uri.scheme, path: `${root.uri.path}made.txt` });
    await files.writeFile(uri, new Uint8Array(), { create: true, overwrite: false });
    assert.ok(redrawn.flat().includes(root.label), JSON.stringify(redrawn));
    assert.ok((await names()).includes('made.txt'));
  });

  void test('forgets the folders of a container that is taken off the view', async () => {
    const { engine, container, files, tree, root, redrawn, names } = await open();
    await on.cli('exec', id, 'mkdir', '-p', '/kept/deeper');
    const kept = (await tree.getChildren(root)).find(({ label }) => label === 'kept');
    assert.ok(kept);
    await names(kept);
    tree.close(root);
    redrawn.length = 0;
    files.noteWritten(engine, { engine: 'default', container: container.name, path: '/kept' });
    assert.deepEqual(redrawn, []);
  });
});
