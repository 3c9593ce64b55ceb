/** The parts of package.json that describe the container explorer, made from the tables of its commands, actions, texts and settings. */
import { defaultExplorerSettings, groupingSettings, sortSettings, statusBarSettings } from '../shared/explorer-settings.ts';
import { contextKeys, viewCommands, type ViewCommand } from '../client/src/containers/view-commands.ts';
import { welcomeTexts } from '../client/src/containers/welcome-texts.ts';

const view = 'gantry.containers';
const enabled = 'config.gantry.containers.enable';
const inView = `view == ${view}`;

export const commandKeyPrefix = 'command.containers.';
export const welcomeKeyPrefix = 'welcome.';

const commandId = (id: string) => `${view}.${id}`;
const all: readonly ViewCommand[] = viewCommands;

function commands(): object[] {
  return all.map(({ id, icon }) => ({ command: commandId(id), title: `%${commandKeyPrefix}${id}%`, category: 'Containers', enablement: enabled, ...(icon !== undefined && { icon: `$(${icon})` }) }));
}

function menus(): object {
  return {
    'view/title': all.flatMap(({ id, place, when }) => (place === undefined ? [] : [{ command: commandId(id), group: place, when: [inView, when].filter((clause) => clause !== undefined).join(' && ') }])),
    commandPalette: all.flatMap(({ id, when }) => (when === undefined ? [] : [{ command: commandId(id), when: `${enabled} && ${when}` }])),
  };
}

/** Texts of package.nls.json that the tables hold. */
export function explorerStrings(): Record<string, string> {
  return {
    ...Object.fromEntries(all.map(({ id, title }) => [`${commandKeyPrefix}${id}`, title])),
    ...Object.fromEntries(Object.entries(welcomeTexts).map(([state, text]) => [`${welcomeKeyPrefix}${state}`, text])),
  };
}

export function explorerContributions(): { readonly commands: object[]; readonly menus: object; readonly viewsContainers: object; readonly views: object; readonly viewsWelcome: object[] } {
  return {
    commands: commands(),
    menus: menus(),
    viewsContainers: { activitybar: [{ id: 'gantry', title: '%viewContainer%', icon: 'media/containers.svg' }] },
    views: { gantry: [{ id: view, name: '%view%', icon: 'media/containers.svg', contextualTitle: '%displayName%', when: enabled }] },
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

/** Settings that an untrusted workspace cannot set: they choose whom Gantry talks to. */
export const restrictedSettings = ['gantry.engine.context', 'gantry.engine.host', 'gantry.engine.ssh', 'gantry.engines'];
