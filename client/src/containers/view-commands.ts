/** The commands of the view itself, beside the actions on its containers. The manifest is generated from this table. */

export interface ViewCommand {
  /** The last part of the command's id: `gantry.containers.<id>`. */
  readonly id: string;
  readonly title: string;
  readonly icon?: string;
  /** Its place in the title bar of the view: `navigation` shows the icon, other groups stand in the menu behind the dots. */
  readonly place?: string;
  /** A context key that has to be set, or with `!` in front must not be, for the command to be on offer. */
  readonly when?: string;
}

/** Context keys that the view sets, so that menus and welcome texts follow its state. */
export const contextKeys = {
  /** What stands in the way of a list: a word of `connection-state.ts`. */
  connection: 'gantry.connection',
  filtered: 'gantry.filtered',
  stoppedHidden: 'gantry.stoppedHidden',
  workspaceOnly: 'gantry.workspaceOnly',
} as const;

export const viewCommands = [
  { id: 'filter', title: 'Filter…', icon: 'filter', place: 'navigation@1', when: `!${contextKeys.filtered}` },
  { id: 'clearFilter', title: 'Clear Filter', icon: 'filter-filled', place: 'navigation@1', when: contextKeys.filtered },
  { id: 'refresh', title: 'Refresh', icon: 'refresh', place: 'navigation@2' },
  { id: 'statsAll', title: 'Show Stats of All Running Containers', icon: 'pulse', place: 'navigation@3' },
  { id: 'hideStopped', title: 'Hide Stopped Containers', place: '1_show@1', when: `!${contextKeys.stoppedHidden}` },
  { id: 'showStopped', title: 'Show Stopped Containers', place: '1_show@1', when: contextKeys.stoppedHidden },
  { id: 'showWorkspaceOnly', title: 'Show Containers of This Workspace Only', place: '1_show@2', when: `!${contextKeys.workspaceOnly}` },
  { id: 'showAllWorkspaces', title: 'Show Containers of All Workspaces', place: '1_show@2', when: contextKeys.workspaceOnly },
  { id: 'showAll', title: 'Show All Containers' },
  { id: 'groupBy', title: 'Group By…', place: '2_order@1' },
  { id: 'sortBy', title: 'Sort By…', place: '2_order@2' },
  { id: 'selectEngine', title: 'Select Engine…', place: '3_engine@1' },
  { id: 'showEngineConnection', title: 'Show Engine Connection', place: '3_engine@2' },
] as const satisfies readonly ViewCommand[];

export type ViewCommandId = (typeof viewCommands)[number]['id'];
