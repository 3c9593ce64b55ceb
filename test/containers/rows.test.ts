/** How containers look in a row, and the rows as VS Code holds them. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { containerView } from '../../client/src/containers/container-view.ts';
import { displayText } from '../../client/src/text/display-text.ts';
import { markdownCode, markdownText } from '../../client/src/text/markdown.ts';
import type { TreeNode } from '../../client/src/containers/node.ts';
import { portUrl } from '../../client/src/containers/port-text.ts';
import { TreeRows } from '../../client/src/containers/tree-rows.ts';
import type { ContainerSummary } from '../../client/src/engine/container.ts';
import { container, FakeLiveEngine, idOf } from './fake-live-engine.ts';

const port = (hostPort: number, containerPort: number, address = '') => ({ containerPort, protocol: 'tcp' as const, host: { address, port: hostPort } });

void suite('the row of a container', () => {
  const rows: readonly (readonly [what: string, Partial<ContainerSummary>, description: string, icon: string, spoken: string])[] = [
    ['running', {}, 'running 5 min · nginx:1.27', 'debug-start', 'c1: running, 5 minutes, image nginx:1.27'],
    ['healthy', { health: 'healthy', status: 'Up 2 hours (healthy)' }, 'healthy 2 h · nginx:1.27', 'debug-start', 'c1: running, healthy, 2 hours, image nginx:1.27'],
    ['unhealthy', { health: 'unhealthy' }, 'unhealthy 5 min · nginx:1.27', 'warning', 'c1: running, unhealthy, 5 minutes, image nginx:1.27'],
    ['starting', { health: 'starting' }, 'starting 5 min · nginx:1.27', 'debug-rerun', 'c1: running, starting, 5 minutes, image nginx:1.27'],
    ['paused', { state: 'paused', status: 'Up 3 days (Paused)' }, 'paused 3 d · nginx:1.27', 'debug-pause', 'c1: paused, 3 days, image nginx:1.27'],
    ['done', { state: 'exited', exitCode: 0, status: 'Exited (0) 3 weeks ago' }, 'exited (0, done) 3 wk ago · nginx:1.27', 'debug-stop', 'c1: exited (0, done), 3 weeks ago, image nginx:1.27'],
    ['killed', { state: 'exited', exitCode: 137, status: 'Exited (137) About a minute ago' }, 'exited (137, killed) 1 min ago · nginx:1.27', 'debug-stop', 'c1: exited (137, killed), 1 minute ago, image nginx:1.27'],
    ['in a restart loop', { state: 'restarting', exitCode: 1, status: 'Restarting (1) 3 seconds ago' }, 'restarting (1) <1 min · nginx:1.27', 'debug-restart', 'c1: restarting (1), less than a minute, image nginx:1.27'],
    ['never started', { state: 'created', status: 'Created' }, 'created · nginx:1.27', 'circle-outline', 'c1: created, image nginx:1.27'],
    ['dead', { state: 'dead', status: 'Dead' }, 'dead · nginx:1.27', 'error', 'c1: dead, image nginx:1.27'],
    [
      'with ports, once for both address families',
      { status: '', ports: [port(8080, 80, '0.0.0.0'), port(8080, 80, '::'), port(5432, 5432, '127.0.0.1'), { containerPort: 53, protocol: 'udp', host: { address: '', port: 53 } }, { containerPort: 443, protocol: 'tcp' }] },
      'running · 53→53/udp 8080→80 127.0.0.1:5432→5432 · nginx:1.27',
      'debug-start',
      'c1: running, image nginx:1.27, ports 53 to 53/udp 8080 to 80 127.0.0.1:5432 to 5432',
    ],
    ['with more ports than a row has room for', { status: '', ports: [1, 2, 3, 4, 5, 6].map((each) => port(each, each)) }, 'running · 1→1 2→2 3→3 4→4 +2 · nginx:1.27', 'debug-start', 'c1: running, image nginx:1.27, ports 1 to 1 2 to 2 3 to 3 4 to 4'],
  ];
  for (const [what, rest, description, icon, spoken] of rows) {
    void test(what, () => {
      const view = containerView(container(1, rest), 0);
      assert.deepEqual([view.description, view.icon?.id, view.accessibleLabel], [description, icon, spoken]);
    });
  }

  void test('that ended well does not look like one that failed', () => {
    const color = (exitCode: number) => containerView(container(1, { state: 'exited', exitCode }), 0).icon?.color;
    assert.equal(color(0), 'disabledForeground');
    assert.equal(color(1), 'debugIcon.stopForeground');
  });

  void test('grows older by the clock of the row, not by asking the engine', () => {
    assert.match(containerView(container(1), 60 * 60_000).description, /^running 1 h ·/);
  });

  void test('names what menus need to know', () => {
    const { capabilities } = containerView(container(1, { health: 'healthy', labels: { 'com.docker.compose.project': 'x' }, ports: [port(80, 80)] }), 0);
    assert.deepEqual(capabilities, ['container', 'state-running', 'health-healthy', 'compose', 'tcp-port']);
  });
});

void suite('text of unknown origin', () => {
  const hostile = 'a\u202eb\u0000\u001b[31mc\nd\u200b<img src=x onerror=1>[x](command:evil)`**';

  void test('is on one line, without control, invisible and direction-changing characters', () => {
    assert.equal(displayText(hostile), 'ab[31mc d<img src=x onerror=1>[x](command:evil)`**');
    assert.equal(displayText('x'.repeat(5_000_000)).length, 200);
    assert.equal(displayText(`${'x'.repeat(198)}😀😀`), `${'x'.repeat(198)}…`);
  });

  void test('formats, links and embeds nothing in Markdown', () => {
    assert.equal(markdownText('[x](command:evil) <b> **b** `c` # h ![i](u) a_b_ $(icon)'), String.raw`\[x\]\(command\:evil\) \<b\> \*\*b\*\* \`c\` \# h \!\[i\]\(u\) a\_b\_ \$\(icon\)`);
    assert.equal(markdownCode('a``b'), '```a``b```');
    assert.equal(markdownCode('`'), '`` ` ``');
  });

  void test('makes no address of a published port lead elsewhere', () => {
    assert.equal(portUrl(port(8080, 80), undefined), 'http://localhost:8080/');
    assert.equal(portUrl(port(8443, 443, '::1'), undefined), 'https://[::1]:8443/');
    assert.equal(portUrl(port(8080, 80), 'build'), 'http://build:8080/');
    assert.equal(portUrl(port(8080, 80, 'evil.example/#'), undefined), undefined);
    assert.equal(portUrl({ containerPort: 53, protocol: 'udp', host: { address: '', port: 53 } }, undefined), undefined);
    assert.equal(portUrl({ containerPort: 80, protocol: 'tcp' }, undefined), undefined);
  });
});

void suite('the rows on the screen', () => {
  const live = new FakeLiveEngine();
  const node = (number: number, name = `c${number}`): TreeNode => ({ kind: 'container', id: idOf(number), live, container: container(number, { name }) });
  const group = (key: string): TreeNode => ({ kind: 'group', id: key, live, key, by: 'state', containers: [] });

  void test('stay the same objects while what they show changes', () => {
    const rows = new TreeRows();
    const [before] = rows.list([node(1)], undefined);
    const [after] = rows.list([node(1, 'renamed')], undefined);
    assert.equal(after, before);
    assert.equal(after?.node.kind === 'container' ? after.node.container.name : '', 'renamed');
  });

  void test('of which VS Code was never told are not redrawn', () => {
    const rows = new TreeRows();
    const listed = rows.list([node(1)], undefined);
    assert.deepEqual(rows.shown([node(1), node(2)]), listed);
  });

  void test('are forgotten with all below them when they go', () => {
    const rows = new TreeRows();
    const [top] = rows.list([group('running')], undefined);
    rows.list([node(1), node(2)], top);
    rows.list([], undefined);
    assert.equal(rows.size, 0);
  });

  void test('survive a move to another group', () => {
    const rows = new TreeRows();
    const [running, exited] = rows.list([group('running'), group('exited')], undefined);
    const [before] = rows.list([node(1)], running);
    rows.list([node(1)], exited);
    rows.list([], running);
    assert.equal(rows.row(node(1)), before);
  });
});
