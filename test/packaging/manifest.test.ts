/** package.json and its texts: what is generated is up to date, and what is named exists. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { projectRoot } from '../../scripts/build.ts';
import { generateManifest, generateStrings, manifestPath, stringsPath } from '../../scripts/generate-manifest.ts';
import { explorerContributions } from '../../scripts/explorer-manifest.ts';
import { containerActions } from '../../client/src/containers/actions/index.ts';
import { containerView } from '../../client/src/containers/container-view.ts';
import { containerStates } from '../../client/src/engine/container.ts';
import { container } from '../containers/fake-live-engine.ts';
import { cliVersionFor } from '../../server/src/language/docker/versions.ts';
import { rules } from '../../server/src/language/rules/index.ts';
import { dockerVersions } from '../../shared/settings.ts';
import { sourcesIn } from '../architecture/sources.ts';

/** Settings of an untrusted workspace that apply all the same: they change what is said of its files, and how rows are shown. */
const harmless: ReadonlySet<string> = new Set([
  ...['enable', 'dockerVersion', 'rules', 'hover.enable', 'completion.enable', 'trace.server'],
  ...['memory', 'cpus', 'pidsLimit', 'user', 'restart', 'logMaxSize', 'logMaxFile', 'envFile'].map((name) => `harden.${name}`),
  ...['groupBy', 'groupByLabel', 'sortBy'].map((name) => `containers.${name}`),
]);

/** An action, or a menu that opens. */
interface MenuItem {
  readonly command?: string;
  readonly submenu?: string;
  readonly when: string;
  readonly group: string;
}

interface Manifest {
  readonly capabilities: { readonly untrustedWorkspaces: { readonly supported: unknown; readonly restrictedConfigurations: readonly string[] } };
  readonly icon: string;
  readonly main: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[] | undefined>>;
    readonly submenus: readonly { readonly id: string }[];
    readonly snippets: readonly { readonly path: string }[];
    readonly jsonValidation: readonly { readonly url: string }[];
    readonly configuration: {
      readonly properties: Readonly<Record<string, { readonly scope?: string; readonly default: unknown; readonly properties?: Readonly<Record<string, unknown>> }>>;
    };
  };
}

/** Whether a clause made of `view ==` and `viewItem =~` terms holds for a row with these capabilities. */
function holds(when: string, viewItem: string): boolean {
  return when.split(' && ').every((term) => {
    const pattern = /^viewItem =~ \/(.*)\/$/.exec(term)?.[1];
    assert.ok(pattern !== undefined || /^view == gantry\.(?:containers|files)$/.test(term), term);
    return pattern === undefined ? term === 'view == gantry.containers' : new RegExp(pattern).test(viewItem);
  });
}

/** What stands in the menu of a row, and in the menus that open from there. */
function itemsOfRows(): MenuItem[] {
  const { menus } = manifest.contributes;
  return (menus['view/item/context'] ?? []).flatMap((item) => [item, ...(item.submenu === undefined ? [] : (menus[item.submenu] ?? []))]);
}

const text = readFileSync(manifestPath, 'utf8');
const strings = readFileSync(stringsPath, 'utf8');
const manifest = JSON.parse(text) as Manifest;

void test('the settings in package.json are those of `npm run generate`', () => {
  assert.equal(text, generateManifest(text));
  assert.equal(strings, generateStrings(strings));
});

void test('every rule can be set', () => {
  assert.deepEqual(
    Object.keys(manifest.contributes.configuration.properties['gantry.rules']?.properties ?? {}),
    rules.map(({ id }) => id),
  );
});

void test('every text that package.json names is there, and no other', () => {
  const named = [...text.matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key ?? '');
  assert.deepEqual([...new Set(named)].sort(), Object.keys(JSON.parse(strings) as object).sort());
});

void test('every file that package.json names is in the repository or made by the build', () => {
  const named = [manifest.icon, ...manifest.contributes.snippets.map((snippets) => snippets.path), ...manifest.contributes.jsonValidation.map(({ url }) => url)];
  assert.deepEqual(named.filter((file) => !existsSync(path.join(projectRoot, file))), []);
  for (const file of [manifest.main, ...Object.values(manifest.bin)]) {
    assert.match(file, /^(\.\/)?dist\/(extension|server|gantry)\.cjs$/);
  }
});

void test('the extension registers every command of the manifest, and no other', () => {
  const source = sourcesIn('client').map(({ text: sourceText }) => sourceText).join('\n');
  // Those of the explorer are registered in loops over the same tables.
  const fromTables = explorerContributions().commands.map(({ command }) => command);
  const registered = [...source.matchAll(/registerCommand\('(gantry\.\w+)'/g)].map(([, command]) => command ?? '');
  assert.deepEqual(manifest.contributes.commands.map(({ command }) => command).sort(), [...registered, ...fromTables].sort());
});

void test('every menu clause offers an action exactly in the states that the action names', () => {
  const items = itemsOfRows();
  for (const action of containerActions) {
    const clauses = items.filter(({ command, group }) => command === `gantry.containers.${action.id}` && !group.startsWith('inline'));
    const inline = items.filter(({ command, group }) => command === `gantry.containers.${action.id}` && group.startsWith('inline'));
    for (const state of containerStates) {
      const row = containerView(container(1, { state, ports: [{ containerPort: 80, protocol: 'tcp', host: { address: '', port: 80 } }] }), 0).capabilities.join(' ');
      assert.equal(clauses.some(({ when }) => holds(when, row)), action.states.includes(state), `${action.id} of a container that is ${state}`);
      assert.equal(inline.some(({ when }) => holds(when, row)), action.inline?.states.includes(state) ?? false, `the button ${action.id} of a container that is ${state}`);
    }
  }
});

void test('a row has at most one button, and rows that are no container have no action of one', () => {
  const items = itemsOfRows();
  for (const state of containerStates) {
    const row = containerView(container(1, { state }), 0).capabilities.join(' ');
    assert.ok(items.filter(({ when, group }) => group.startsWith('inline') && holds(when, row)).length <= 1, state);
  }
  const actions = items.filter(({ command }) => containerActions.some(({ id }) => command === `gantry.containers.${id}`));
  for (const row of ['engine connected', 'section section-ports', 'detail detail-ports url', 'swarm-section', 'service mode-replicated', 'task task-running', 'swarm-node']) {
    assert.deepEqual(actions.filter(({ when }) => holds(when, row)), [], row);
  }
  assert.deepEqual(
    actions.filter(({ when, group }) => !group.startsWith('inline') && holds(when, 'group group-compose-project state-exited state-running')).map(({ command = '' }) => command.replace('gantry.containers.', '')).sort(),
    ['logs', 'logsWithOptions', 'logAsDocument', 'stats', 'start', 'stop', 'restart', 'pause', 'remove', 'removeWithVolumes'].sort(),
  );
});

void test('the menu of a container fits on the screen of a laptop, and every menu that opens from it is there', () => {
  const { menus, submenus } = manifest.contributes;
  for (const state of containerStates) {
    const row = containerView(container(1, { state, ports: [{ containerPort: 80, protocol: 'tcp', host: { address: '', port: 80 } }] }), 0).capabilities.join(' ');
    const shown = (menus['view/item/context'] ?? []).filter(({ when, group }) => !group.startsWith('inline') && holds(when, row));
    assert.ok(shown.length <= 24, `${shown.length} entries for a container that is ${state}`);
  }
  assert.deepEqual(
    submenus.map(({ id }) => id),
    itemsOfRows().flatMap(({ submenu }) => submenu ?? []),
  );
});

void test('an untrusted workspace sets nothing but what is shown; whom Gantry talks to is a setting of the machine', () => {
  const { supported, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
  const settings = Object.entries(manifest.contributes.configuration.properties);
  assert.equal(supported, 'limited');
  assert.deepEqual([...restrictedConfigurations].sort(), settings.map(([name]) => name).filter((name) => !harmless.has(name.replace('gantry.', ''))).sort());
  for (const [name, { scope }] of settings.filter(([setting]) => /^gantry\.engines?\b/.test(setting))) {
    assert.match(scope ?? '', /^machine/, name);
  }
  // The program that is run is never one that a workspace names, trusted or not.
  assert.equal(manifest.contributes.configuration.properties['gantry.engine.ssh']?.scope, 'machine');
});

void test('every Docker version on offer is understood', () => {
  assert.deepEqual(dockerVersions.filter((version) => cliVersionFor(version) === undefined), []);
});
