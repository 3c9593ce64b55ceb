/** The parts of package.json that describe the container explorer, made from the tables of its commands, actions, texts and settings. */
import { defaultExplorerSettings, groupingSettings, sortSettings, statusBarSettings } from '../shared/explorer-settings.ts';
import { containerActions, engineActions, serviceActions } from '../client/src/containers/actions/index.ts';
import { actionGroups, submenus, type ContainerAction } from '../client/src/containers/action.ts';
import { detailCommands } from '../client/src/containers/detail-commands.ts';
import { fileCommands, filesOpenKey, type FileCommand } from '../client/src/files/file-commands.ts';
import { contextKeys, viewCommands, type ViewCommand } from '../client/src/containers/view-commands.ts';
import { welcomeTexts } from '../client/src/containers/welcome-texts.ts';

const view = 'gantry.containers';
const enabled = 'config.gantry.containers.enable';
const inView = `view == ${view}`;

export const commandKeyPrefix = 'explorer.';
/** Commands of the explorer, of services and of engines. */
export const explorerCommand = /^gantry\.(?:containers|files|services|engine)\./;
export const welcomeKeyPrefix = 'welcome.';

const all: readonly ViewCommand[] = viewCommands;
const filesView = 'gantry.files';
const rowsOfFiles: readonly FileCommand[] = fileCommands;

/** A command as package.json knows it: its id, the key of its title, where it stands. */
interface Command {
  readonly id: string;
  readonly title: string;
  readonly icon?: string | undefined;
  /** Shown in the palette only while this holds; `false`: never. */
  readonly palette?: string | undefined;
}

const viewId = (id: string) => `${view}.${id}`;

const commands: readonly Command[] = [
  ...all.map(({ id, title, icon, when }) => ({ id: viewId(id), title, icon, palette: when })),
  ...containerActions.map(({ id, title, inline }) => ({ id: viewId(id), title, icon: inline?.icon })),
  ...serviceActions.map(({ id, title }) => ({ id: `gantry.services.${id}`, title: `Service: ${title}` })),
  ...engineActions.map(({ id, title }) => ({ id: `gantry.engine.${id}`, title })),
  ...detailCommands.map(({ id, title, icon }) => ({ id: viewId(id), title, icon, palette: 'false' })),
  ...rowsOfFiles.map(({ id, title, icon, on }) => ({ id: `${filesView}.${id}`, title, icon, palette: on === undefined ? filesOpenKey : 'false' })),
];

/** The row has this word among its capabilities. */
function has(word: string): string {
  return `viewItem =~ /(^| )${word}( |$)/`;
}

/** The row, or a row of the group, is in one of these states. */
function inStates(states: readonly string[]): string {
  return has(`state-(${states.join('|')})`);
}

function clause(...parts: readonly (string | undefined)[]): string {
  return [inView, ...parts].filter((part) => part !== undefined).join(' && ');
}

type Group = (typeof actionGroups)[number];
type Submenu = keyof typeof submenus;

const submenuNames = Object.keys(submenus) as Submenu[];
const submenuId = (name: Submenu) => viewId(`menu.${name}`);
const submenuKey = (name: Submenu) => `${commandKeyPrefix}menu.${name}`;
const groupAt = (group: Group, index: number) => `${actionGroups.indexOf(group) + 1}_${group}@${index + 1}`;

function actionItem({ id, states, capability, onGroups = false }: ContainerAction, group: string): object {
  const rows = onGroups ? 'container|group' : 'container';
  return { command: viewId(id), when: clause(has(`(${rows})`), inStates(states), capability === undefined ? undefined : has(capability)), group };
}

function rowItems(action: ContainerAction, index: number): object[] {
  const { id, place, inline } = action;
  return [
    ...(typeof place === 'string' ? [actionItem(action, groupAt(place, index))] : []),
    ...(inline === undefined ? [] : [{ command: viewId(id), when: clause(has('container'), inStates(inline.states)), group: 'inline@1' }]),
  ];
}

function itemsOfSubmenu(name: Submenu): object[] {
  return containerActions.flatMap((action, index) => (typeof action.place !== 'string' && action.place.submenu === name ? [actionItem(action, `1@${index + 1}`)] : []));
}

function menus(): object {
  return {
    'view/title': [
      ...all.flatMap(({ id, place, when }) => (place === undefined ? [] : [{ command: viewId(id), group: place, when: clause(when) }])),
      ...rowsOfFiles.flatMap(({ id, on, group }) => (on === undefined ? [{ command: `${filesView}.${id}`, group, when: `view == ${filesView}` }] : [])),
      ...engineActions.map(({ id }) => ({ command: `gantry.engine.${id}`, group: '4_prune@1', when: clause(`${contextKeys.connection} == connected`) })),
    ],
    'view/item/context': [
      ...containerActions.flatMap(rowItems),
      // VS Code leaves out a menu in which nothing would stand.
      ...submenuNames.map((name, index) => ({ submenu: submenuId(name), when: clause(has('(container|group)')), group: groupAt('more', index) })),
      ...serviceActions.map(({ id, place, modes }, index) => ({ command: `gantry.services.${id}`, group: groupAt(place, index), when: clause(has('service'), has(`mode-(${modes.join('|')})`)) })),
      ...engineActions.map(({ id }, index) => ({ command: `gantry.engine.${id}`, group: `5_destructive@${index + 1}`, when: clause(has('engine'), has('connected')) })),
      ...detailCommands.map(({ id, icon, capability }, index) => ({ command: viewId(id), group: icon === undefined ? `1_copy@${index + 1}` : 'inline@1', when: clause(has(capability)) })),
      ...rowsOfFiles.flatMap(({ id, on, group }) => (on === undefined ? [] : [{ command: `${filesView}.${id}`, group, when: `view == ${filesView} && ${has(`(${on.join('|')})`)}` }])),
    ],
    ...Object.fromEntries(submenuNames.map((name) => [submenuId(name), itemsOfSubmenu(name)])),
    commandPalette: commands.flatMap(({ id, palette }) => (palette === undefined ? [] : [{ command: id, when: palette === 'false' ? palette : `${enabled} && ${palette}` }])),
  };
}

/** Texts of package.nls.json that the tables hold. */
export function explorerStrings(): Record<string, string> {
  return {
    ...Object.fromEntries(commands.map(({ id, title }) => [titleKey(id), title])),
    ...Object.fromEntries(submenuNames.map((name) => [submenuKey(name), submenus[name]])),
    ...Object.fromEntries(Object.entries(welcomeTexts).map(([state, text]) => [`${welcomeKeyPrefix}${state}`, text])),
  };
}

function titleKey(id: string): string {
  return `${commandKeyPrefix}${id.replace(/^gantry\./, '')}`;
}

export function explorerContributions(): { readonly commands: readonly { readonly command: string }[]; readonly menus: object; readonly submenus: object[]; readonly viewsContainers: object; readonly views: object; readonly viewsWelcome: object[] } {
  return {
    commands: commands.map(({ id, icon }) => ({ command: id, title: `%${titleKey(id)}%`, category: 'Containers', enablement: enabled, ...(icon !== undefined && { icon: `$(${icon})` }) })),
    menus: menus(),
    submenus: submenuNames.map((name) => ({ id: submenuId(name), label: `%${submenuKey(name)}%` })),
    viewsContainers: { activitybar: [{ id: 'gantry', title: '%viewContainer%', icon: 'media/containers.svg' }] },
    views: { gantry: [{ id: view, name: '%view%', icon: 'media/containers.svg', contextualTitle: '%displayName%', when: enabled }, { id: filesView, name: '%filesView%', icon: 'media/containers.svg', contextualTitle: '%displayName%', when: `${enabled} && ${filesOpenKey}` }] },
    viewsWelcome: Object.keys(welcomeTexts).map((state) => ({ view, contents: `%${welcomeKeyPrefix}${state}%`, when: `${contextKeys.connection} == ${state}` })),
  };
}

/** In the order in which the settings page shows them, from `order` on. */
export function explorerSettingProperties(order: number): Record<string, unknown> {
  const { containers, engine, engines } = defaultExplorerSettings;
  const described = (name: string) => ({ markdownDescription: `%setting.${name}%` });
  const choice = (name: string, choices: readonly string[], value: string) => ({
    order,
    type: 'string',
    enum: choices,
    enumDescriptions: choices.map((each) => `%setting.${name}.${each}%`),
    default: value,
    ...described(name),
  });
  // A workspace must not name the host to connect to or the program to run: only the user of this machine may.
  const ofTheMachine = (name: string, value: string) => ({ order, scope: 'machine-overridable', type: 'string', default: value, ...described(name) });
  return {
    'gantry.containers.enable': { order, type: 'boolean', default: containers.enable, ...described('containers.enable') },
    'gantry.containers.groupBy': choice('containers.groupBy', groupingSettings, containers.groupBy),
    'gantry.containers.groupByLabel': { order, type: 'string', default: containers.groupByLabel, ...described('containers.groupByLabel') },
    'gantry.containers.sortBy': choice('containers.sortBy', sortSettings, containers.sortBy),
    'gantry.containers.statusBar': choice('containers.statusBar', statusBarSettings, containers.statusBar),
    'gantry.engine.context': ofTheMachine('engine.context', engine.context),
    'gantry.engine.host': ofTheMachine('engine.host', engine.host),
    'gantry.engine.ssh': { ...ofTheMachine('engine.ssh', engine.ssh), scope: 'machine' },
    'gantry.engines': {
      order,
      scope: 'machine-overridable',
      anyOf: [{ enum: ['current', 'all'] }, { type: 'array', items: { type: 'string' }, uniqueItems: true }],
      default: engines,
      ...described('engines'),
    },
  };
}

/** Settings that an untrusted workspace cannot set: they choose whom Gantry talks to, and whether it does without being asked. */
export const restrictedSettings = ['gantry.containers.enable', 'gantry.containers.statusBar', 'gantry.engine.context', 'gantry.engine.host', 'gantry.engine.ssh', 'gantry.engines'];
