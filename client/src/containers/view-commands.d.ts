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
export declare const contextKeys: {
    /** What stands in the way of a list: a word of `connection-state.ts`. */
    readonly connection: "gantry.connection";
    readonly filtered: "gantry.filtered";
    readonly stoppedHidden: "gantry.stoppedHidden";
    readonly workspaceOnly: "gantry.workspaceOnly";
};
export declare const viewCommands: readonly [{
    readonly id: "filter";
    readonly title: "Filter…";
    readonly icon: "filter";
    readonly place: "navigation@1";
    readonly when: "!gantry.filtered";
}, {
    readonly id: "clearFilter";
    readonly title: "Clear Filter";
    readonly icon: "filter-filled";
    readonly place: "navigation@1";
    readonly when: "gantry.filtered";
}, {
    readonly id: "refresh";
    readonly title: "Refresh";
    readonly icon: "refresh";
    readonly place: "navigation@2";
}, {
    readonly id: "hideStopped";
    readonly title: "Hide Stopped Containers";
    readonly place: "1_show@1";
    readonly when: "!gantry.stoppedHidden";
}, {
    readonly id: "showStopped";
    readonly title: "Show Stopped Containers";
    readonly place: "1_show@1";
    readonly when: "gantry.stoppedHidden";
}, {
    readonly id: "showWorkspaceOnly";
    readonly title: "Show Containers of This Workspace Only";
    readonly place: "1_show@2";
    readonly when: "!gantry.workspaceOnly";
}, {
    readonly id: "showAllWorkspaces";
    readonly title: "Show Containers of All Workspaces";
    readonly place: "1_show@2";
    readonly when: "gantry.workspaceOnly";
}, {
    readonly id: "showAll";
    readonly title: "Show All Containers";
}, {
    readonly id: "groupBy";
    readonly title: "Group By…";
    readonly place: "2_order@1";
}, {
    readonly id: "sortBy";
    readonly title: "Sort By…";
    readonly place: "2_order@2";
}, {
    readonly id: "selectEngine";
    readonly title: "Select Engine…";
    readonly place: "3_engine@1";
}, {
    readonly id: "showEngineConnection";
    readonly title: "Show Engine Connection";
    readonly place: "3_engine@2";
}];
export type ViewCommandId = (typeof viewCommands)[number]['id'];
