/** What stands around the rows: settings, filters, header, welcome texts and the question for a container. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { eligibleTargets, pickTarget } from '../../client/src/containers/pick-target.ts';
import { readExplorerSettings } from '../../client/src/containers/read-settings.ts';
import { statusSummary } from '../../client/src/containers/status-summary.ts';
import { viewHeader } from '../../client/src/containers/view-header.ts';
import { filterOf, initialViewState, viewStateOf } from '../../client/src/containers/view-state.ts';
import { askContext, askGrouping, askOrder } from '../../client/src/containers/view-questions.ts';
import { welcomeTexts } from '../../client/src/containers/welcome-texts.ts';
import type { PickQuestion, Report, Ui } from '../../client/src/containers/ui.ts';
import { EngineError } from '../../client/src/engine/errors.ts';
import { defaultExplorerSettings } from '../../shared/explorer-settings.ts';
import { container, FakeLiveEngine } from './fake-live-engine.ts';

const lost = { kind: 'failed', error: new EngineError('unreachable', 'No engine answers at unix:///x.', 'ENOENT'), retryAt: 0 } as const;

function read(values: Readonly<Record<string, unknown>>): { settings: ReturnType<typeof readExplorerSettings>; complaints: string[] } {
  const complaints: string[] = [];
  const settings = readExplorerSettings((name) => values[name], (message) => complaints.push(message));
  return { settings, complaints };
}

void suite('settings', () => {
  void test('that nobody wrote have their defaults, silently', () => {
    assert.deepEqual(read({}), { settings: defaultExplorerSettings, complaints: [] });
  });

  void test('that cannot be used keep their defaults, and are told', () => {
    const { settings, complaints } = read({ 'containers.groupBy': 'colour', 'containers.enable': 'yes', engines: [1], 'engine.host': 5, 'engine.ssh': '  ' });
    assert.deepEqual(settings, defaultExplorerSettings);
    assert.deepEqual(complaints, [
      'gantry.containers.enable is "yes" instead of true or false; true applies.',
      'gantry.containers.groupBy is "colour" instead of one of compose-project, state, image, network, label, none; "compose-project" applies.',
      'gantry.engine.host is 5 instead of a text; "" applies.',
      'gantry.engines is [1] instead of "current", "all" or a list of contexts; "current" applies.',
    ]);
  });

  void test('that can be used are', () => {
    const { settings, complaints } = read({ engines: ['a', 'b'], 'engine.host': ' tcp://build:2376 ', 'containers.sortBy': 'created' });
    assert.deepEqual([settings.engines, settings.engine.host, settings.containers.sortBy, complaints], [['a', 'b'], 'tcp://build:2376', 'created', []]);
  });
});

void suite('what the user chose to see', () => {
  void test('is restored from whatever was kept', () => {
    assert.deepEqual(viewStateOf(undefined), initialViewState);
    assert.deepEqual(viewStateOf({ text: 7, hideStopped: 'x', more: 1 }), initialViewState);
    assert.deepEqual(viewStateOf({ text: 'web', hideStopped: true, workspaceOnly: true }), { text: 'web', hideStopped: true, workspaceOnly: true });
  });

  void test('keeps containers of the workspace only on demand', () => {
    assert.equal(filterOf(initialViewState, ['/a']).folders, undefined);
    assert.deepEqual(filterOf({ ...initialViewState, workspaceOnly: true }, ['/a']).folders, ['/a']);
  });

  void test('stands beside the title', () => {
    const live = new FakeLiveEngine();
    assert.equal(viewHeader([live], initialViewState).description, 'default');
    assert.equal(viewHeader([live], { text: 'web', hideStopped: true, workspaceOnly: true }).description, 'default · “web”, not stopped, this workspace');
    assert.equal(viewHeader([live, new FakeLiveEngine()], { ...initialViewState, text: 'web' }).description, '“web”');
  });
});

void suite('an engine that was lost', () => {
  void test('leaves its rows, with a word above them', () => {
    const live = new FakeLiveEngine([container(1)]);
    assert.equal(viewHeader([live], initialViewState).message, '');
    live.setStatus(lost);
    assert.match(viewHeader([live], initialViewState).message, /^No engine answers at unix:\/\/\/x\. The rows show what was known before/);
  });

  void test('has a welcome text instead when there are no rows', () => {
    const live = new FakeLiveEngine();
    live.setStatus(lost);
    assert.equal(viewHeader([live], initialViewState).message, '');
  });

  void test('is not counted in the status bar', () => {
    const live = new FakeLiveEngine([container(1), container(2, { state: 'exited' })]);
    assert.deepEqual(statusSummary([live]), { text: '1/2', tooltip: '1 of 2 containers are running' });
    // Two contexts may lead to the same engine.
    assert.deepEqual(statusSummary([live, new FakeLiveEngine([...live.containers.values()], {}, 'again')])?.text, '1/2');
    live.setStatus(lost);
    assert.equal(statusSummary([live]), undefined);
  });
});

void suite('welcome texts', () => {
  for (const [state, text] of Object.entries(welcomeTexts)) {
    void test(`${state}: says what to do, with a button`, () => {
      const buttons = text.split('\n').filter((line) => /^\[[^\]]+\]\([^)]+\)$/.test(line));
      assert.ok(buttons.length >= 1);
      assert.doesNotMatch(text, /`|\*\*/);
      for (const [, address = ''] of text.matchAll(/\]\(([^)]+)\)/g)) {
        assert.match(address, /^(?:command:gantry\.containers\.\w+|command:workbench\.action\.openSettings\?.*|https:\/\/docs\.docker\.com\/.*)$/);
      }
    });
  }
});

/** Answers a pick with the row of this label, and keeps what was asked and reported. */
function uiThatPicks(label: string): { ui: Ui; asked: PickQuestion<unknown>[]; reports: Report[] } {
  const asked: PickQuestion<unknown>[] = [];
  const reports: Report[] = [];
  const ui: Partial<Ui> = {
    pick: (question) => {
      asked.push(question);
      return Promise.resolve(question.items.find((item) => item.label === label)?.value);
    },
    report: (report) => reports.push(report),
  };
  return { ui: ui as Ui, asked, reports };
}

void suite('a container picked from the palette', () => {
  const live = new FakeLiveEngine([container(2), container(1), container(3, { state: 'exited' })]);

  void test('is one of those in which the action works', async () => {
    const { ui, asked } = uiThatPicks('c2');
    const picked = await pickTarget(ui, 'Stop with Timeout…', [live], ['running']);
    assert.deepEqual(picked?.map((target) => target.container.name), ['c2']);
    assert.equal(asked[0]?.title, 'Stop with Timeout');
    assert.deepEqual(asked[0].items.map(({ label, description }) => [label, description]), [['c1', 'nginx:1.27 · running'], ['c2', 'nginx:1.27 · running']]);
  });

  void test('names its engine where there are several', async () => {
    const { ui, asked } = uiThatPicks('c1');
    await pickTarget(ui, 'Stop', [live, new FakeLiveEngine([container(9)], {}, 'build')], ['running']);
    assert.deepEqual(asked[0]?.items.map(({ description }) => description), ['nginx:1.27 · running · default', 'nginx:1.27 · running · default', 'nginx:1.27 · running · build']);
  });

  void test('is not asked for when there is none, and the reason is said', async () => {
    const { ui, asked, reports } = uiThatPicks('c1');
    assert.deepEqual(await pickTarget(ui, 'Unpause', [live], ['paused']), []);
    const failing = new FakeLiveEngine();
    failing.setStatus(lost);
    assert.deepEqual(await pickTarget(ui, 'Unpause', [failing], ['paused']), []);
    assert.deepEqual(asked, []);
    assert.deepEqual(reports, [
      { severity: 'info', message: 'Unpause: there is no container that is paused.' },
      { severity: 'error', message: 'No engine answers at unix:///x.', details: 'ENOENT' },
    ]);
  });

  void test('is none of an engine that does not answer', () => {
    const failing = new FakeLiveEngine([container(1)]);
    failing.setStatus(lost);
    assert.deepEqual(eligibleTargets([failing], ['running']), []);
  });
});

void test('the question for an engine shows no password, and marks the one that is shown now', async () => {
  const { ui, asked } = uiThatPicks('build');
  const context = { name: 'build', description: 'the build host', host: 'tcp://me:geheim@build:2376', skipTlsVerify: false };
  assert.equal(await askContext(ui, [context], 'build', 'tcp://me:geheim@variable:1'), 'build');
  const rows = asked[0]?.items.map(({ label, description }) => `${label}: ${description ?? ''}`) ?? [];
  assert.deepEqual(rows[1], 'default: tcp://me:***@variable:1');
  assert.deepEqual(rows[2], 'build: tcp://me:***@build:2376 · shown now');
  assert.equal(JSON.stringify(asked).includes('geheim'), false);
});

void test('the questions for an arrangement mark the one that is shown now', async () => {
  const { ui, asked } = uiThatPicks('state');
  await askGrouping(ui, 'image', '');
  await askOrder(ui, 'created');
  const marked = asked.map(({ items }) => items.flatMap(({ label, description }) => (description === undefined ? [] : [`${label}: ${description}`])));
  assert.deepEqual(marked, [['Image: shown now'], ['Newest first: shown now']]);
});
