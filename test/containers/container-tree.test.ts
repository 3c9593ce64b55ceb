/** The tree that the view shows: which rows stand where, and which of them a change touches. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { ContainerTree } from '../../client/src/containers/container-tree.ts';
import { everything } from '../../client/src/containers/filtering.ts';
import type { LayoutOptions } from '../../client/src/containers/layout.ts';
import type { TreeNode } from '../../client/src/containers/node.ts';
import { EngineError } from '../../client/src/engine/errors.ts';
import { container, FakeLiveEngine } from './fake-live-engine.ts';

const options: LayoutOptions = { groupBy: 'compose-project', groupByLabel: '', sortBy: 'name', filter: everything };
const compose = { 'com.docker.compose.project': 'shop' };

function treeOf(engines: readonly FakeLiveEngine[], rest: Partial<LayoutOptions> = {}): ContainerTree {
  const tree = new ContainerTree({ ...options, ...rest }, () => 0);
  tree.setEngines(engines);
  return tree;
}

/** The rows as a person reads them, children indented. */
async function drawn(tree: ContainerTree, nodes = tree.roots(), depth = 0, deepest = 2): Promise<string[]> {
  const lines: string[] = [];
  for (const node of nodes) {
    const { label, description } = tree.view(node);
    lines.push(`${'  '.repeat(depth)}${label}${description === '' ? '' : `: ${description}`}`);
    if (depth + 1 < deepest && node.kind !== 'container') {
      lines.push(...(await drawn(tree, await tree.children(node), depth + 1, deepest)));
    }
  }
  return lines;
}

/** What the tree tells from now on, by label; `all` where every row is meant. */
function told(tree: ContainerTree): string[][] {
  const changes: string[][] = [];
  // Somebody has looked: what was never drawn cannot be drawn anew.
  tree.roots();
  tree.onDidChange((nodes) => changes.push(nodes === undefined ? ['all'] : nodes.map((node) => tree.view(node).label)));
  return changes;
}

const labelsOf = (tree: ContainerTree, nodes: readonly TreeNode[]) => nodes.map((node) => tree.view(node).label);

void suite('the tree', () => {
  void test('groups a Compose project with its aggregated state, beside the containers without one', async () => {
    const live = new FakeLiveEngine([
      container(1, { name: 'shop-web', labels: compose, health: 'unhealthy' }),
      container(2, { name: 'shop-db', labels: compose }),
      container(3, { name: 'shop-job', labels: compose, state: 'exited', status: 'Exited (1) 2 hours ago', exitCode: 1 }),
      container(4, { name: 'proxy' }),
    ]);
    assert.deepEqual(await drawn(treeOf([live])), [
      'shop: 2/3 running, 1 unhealthy',
      '  shop-db: running 5 min · nginx:1.27',
      '  shop-job: exited (1) 2 h ago · nginx:1.27',
      '  shop-web: unhealthy 5 min · nginx:1.27',
      'proxy: running 5 min · nginx:1.27',
    ]);
  });

  for (const [groupBy, expected] of [
    ['state', ['exited: 1', 'paused: 1', 'running: 1']],
    ['image', ['nginx:1.27: 1/2 running', 'redis:7: 0/1 running']],
    ['network', ['back: 1/1 running', 'front: 0/1 running', 'c2: exited · nginx:1.27']],
    ['label', ['blue: 1/2 running', 'c3: paused · redis:7']],
    ['none', ['c1: running · nginx:1.27', 'c2: exited · nginx:1.27', 'c3: paused · redis:7']],
  ] as const) {
    void test(`groups by ${groupBy}`, async () => {
      const live = new FakeLiveEngine([
        container(1, { status: '', labels: { team: 'blue' }, networks: [{ name: 'back', address: '' }] }),
        container(2, { status: '', state: 'exited', labels: { team: 'blue' } }),
        container(3, { status: '', state: 'paused', image: 'redis:7', networks: [{ name: 'front', address: '' }] }),
      ]);
      assert.deepEqual(await drawn(treeOf([live], { groupBy, groupByLabel: 'team' }), undefined, 0, 1), expected);
    });
  }

  void test('puts numbers in names in their order, and what runs in front when sorted by state', () => {
    const live = new FakeLiveEngine([container(1, { name: 'web-10', created: 3 }), container(2, { name: 'web-2', created: 1 }), container(3, { name: 'Web-1', state: 'exited', created: 2 })]);
    const order = (sortBy: LayoutOptions['sortBy']) => {
      const tree = treeOf([live], { sortBy });
      return labelsOf(tree, tree.roots());
    };
    assert.deepEqual(order('name'), ['Web-1', 'web-2', 'web-10']);
    assert.deepEqual(order('created'), ['web-10', 'Web-1', 'web-2']);
    assert.deepEqual(order('state'), ['web-2', 'web-10', 'Web-1']);
  });

  for (const [what, filter, expected] of [
    ['words anywhere in name, image, label, network and port', { text: 'shop 8080' }, ['shop-web']],
    ['an id', { text: '000002' }, ['db']],
    ['hiding the stopped', { hideStopped: true }, ['db', 'shop-web']],
    ['the workspace, by the folder of Compose', { folders: ['/home/me/shop'] }, ['shop-web']],
    ['the workspace, by a bind mount', { folders: ['/srv/data/'] }, ['db']],
    ['a folder that only begins alike', { folders: ['/home/me/sho'] }, []],
    ['no folder at all', { folders: [] }, []],
  ] as const) {
    void test(`filters by ${what}`, () => {
      const live = new FakeLiveEngine([
        container(1, { name: 'shop-web', labels: { 'com.docker.compose.project.working_dir': '/home/me/shop' }, ports: [{ containerPort: 80, protocol: 'tcp', host: { address: '', port: 8080 } }] }),
        container(2, { name: 'db', mounts: [{ type: 'bind', source: '/srv/data/db', destination: '/data', readOnly: false }] }),
        container(3, { name: 'job', state: 'exited' }),
      ]);
      const tree = treeOf([live], { filter: { ...everything, ...filter } });
      assert.deepEqual(labelsOf(tree, tree.roots()), expected);
    });
  }

  void test('keeps the identity of a row over every change of its state and name', () => {
    const live = new FakeLiveEngine([container(1, { labels: compose }), container(2)]);
    const tree = treeOf([live]);
    const before = tree.roots().map(({ id }) => id);
    live.become([container(1, { labels: compose, state: 'exited', name: 'renamed' }), container(2, { state: 'paused' })]);
    assert.deepEqual(tree.roots().map(({ id }) => id), before);
  });

  void test('tells only the row that changed', () => {
    const [one, two] = [container(1), container(2)];
    const live = new FakeLiveEngine([one, two]);
    const tree = treeOf([live]);
    const changes = told(tree);
    live.become([container(1, { status: 'Up 6 minutes' }), two]);
    assert.deepEqual(changes, [['c1']]);
  });

  void test('tells the group alone when its count or members change', () => {
    const [one, two, other] = [container(1, { labels: compose }), container(2, { labels: compose }), container(3)];
    const live = new FakeLiveEngine([one, two, other]);
    const tree = treeOf([live]);
    const changes = told(tree);
    live.become([container(1, { labels: compose, state: 'exited' }), two, other]);
    live.become([two, other]);
    assert.deepEqual(changes, [['shop'], ['shop']]);
  });

  void test('tells everything when rows at the top come or go', () => {
    const live = new FakeLiveEngine([container(1)]);
    const tree = treeOf([live]);
    const changes = told(tree);
    live.become([container(1), container(2)]);
    assert.deepEqual(changes, [['all']]);
  });

  void test('finds the parent of every row, so that VS Code can reveal it', async () => {
    const inspected = { environment: ['A=1'], ports: [], mounts: [], networks: [] };
    const live = new FakeLiveEngine([container(1, { labels: compose }), container(2)], { inspectContainer: () => Promise.resolve(inspected as never) });
    const tree = treeOf([live, new FakeLiveEngine([], {}, 'other')]);
    const walk = async (node: TreeNode): Promise<number> => {
      const children = await tree.children(node);
      for (const child of children) {
        assert.equal(tree.parent(child)?.id, node.id);
      }
      return (await Promise.all(children.map(walk))).reduce((sum, count) => sum + count, children.length);
    };
    const counts = await Promise.all(tree.roots().map(walk));
    assert.ok((counts[0] ?? 0) > 5);
    assert.deepEqual(tree.roots().map((root) => tree.parent(root)), [undefined, undefined]);
  });
});

void suite('the engines of the tree', () => {
  void test('are watched while the view is visible, several only where their row is open', () => {
    const [one, other] = [new FakeLiveEngine(), new FakeLiveEngine([], {}, 'other')];
    const tree = treeOf([one]);
    assert.equal(one.watched, false);
    tree.setVisible(true);
    assert.equal(one.watched, true);
    tree.setEngines([one, other]);
    assert.deepEqual([one.watched, other.watched], [false, false]);
    const row = tree.roots()[1];
    assert.ok(row);
    tree.setOpened(row, true);
    assert.deepEqual([one.watched, other.watched], [false, true]);
    tree.setVisible(false);
    assert.deepEqual([one.watched, other.watched], [false, false]);
  });

  void test('are watched unseen while somebody wants them', () => {
    const live = new FakeLiveEngine();
    const tree = treeOf([live]);
    tree.setWanted(true);
    assert.equal(live.watched, true);
    tree.setWanted(false);
    assert.equal(live.watched, false);
  });

  void test('that leave the tree are watched no more, and tell it nothing', () => {
    const live = new FakeLiveEngine([container(1)]);
    const tree = treeOf([live]);
    tree.setVisible(true);
    tree.setEngines([]);
    const changes = told(tree);
    live.become([]);
    assert.equal(live.watched, false);
    assert.deepEqual(changes, []);
  });

  void test('one whose count changes is told with its rows', async () => {
    const live = new FakeLiveEngine([container(1)]);
    const tree = treeOf([live, new FakeLiveEngine([], {}, 'other')]);
    await drawn(tree);
    const changes = told(tree);
    live.become([container(1, { state: 'exited' })]);
    live.become([container(1, { state: 'exited', status: 'Exited (0) a minute ago' })]);
    assert.deepEqual(changes, [['default'], ['c1']]);
  });

  void test('one that fails says so in its row and does not disturb the other', async () => {
    const [good, bad] = [new FakeLiveEngine([container(1)]), new FakeLiveEngine([], {}, 'build')];
    bad.status = { kind: 'failed', error: new EngineError('unreachable', 'No engine answers at tcp://build:2376.'), retryAt: 0 };
    assert.deepEqual(await drawn(treeOf([good, bad])), ['default: 1/1 running', '  c1: running 5 min · nginx:1.27', 'build: No engine answers at tcp://build:2376.']);
  });
});

void suite('the state of the connection', () => {
  void test('names what the empty view has to explain', () => {
    const live = new FakeLiveEngine();
    const tree = treeOf([live]);
    const states = [treeOf([]).connection, tree.connection];
    live.setStatus({ kind: 'connecting' });
    states.push(tree.connection);
    for (const reason of ['unreachable', 'permission-denied', 'tls', 'ssh', 'too-old', 'timed-out', 'not-found'] as const) {
      live.setStatus({ kind: 'failed', error: new EngineError(reason, ''), retryAt: 0 });
      states.push(tree.connection);
    }
    assert.deepEqual(states, ['none', 'empty', 'connecting', 'unreachable', 'permission-denied', 'tls', 'ssh', 'too-old', 'timed-out', 'engine-failed']);
  });

  void test('tells an empty engine from a filter that nothing passes', () => {
    const live = new FakeLiveEngine([container(1)]);
    assert.equal(treeOf([live], { filter: { ...everything, text: 'nothing like it' } }).connection, 'no-match');
    assert.equal(treeOf([live]).connection, 'connected');
  });
});
