/** The settings of the container explorer, named and defaulted in one place for the manifest and the client. */

/** What the containers of an engine are grouped by. */
export const groupingSettings = ['compose-project', 'state', 'image', 'network', 'label', 'none'] as const;

export const sortSettings = ['name', 'created', 'state'] as const;

/** When the status bar counts containers. `always` follows the engine's events although the view is hidden. */
export const statusBarSettings = ['never', 'withView', 'always'] as const;

/** The sections `gantry.containers`, `gantry.engine` and the setting `gantry.engines`. */
export interface ExplorerSettings {
  readonly containers: {
    /** Off: no view, no connection to any engine. */
    readonly enable: boolean;
    readonly groupBy: (typeof groupingSettings)[number];
    readonly groupByLabel: string;
    readonly sortBy: (typeof sortSettings)[number];
    readonly statusBar: (typeof statusBarSettings)[number];
  };
  readonly engine: {
    /** As in `DOCKER_HOST`; empty: not set. */
    readonly host: string;
    /** The name of a context; empty: not set. */
    readonly context: string;
    /** The program for `ssh://` endpoints. */
    readonly ssh: string;
  };
  /** Which engines are roots of the tree: the current one, every context, or these contexts. */
  readonly engines: 'current' | 'all' | readonly string[];
}

export const defaultExplorerSettings: ExplorerSettings = {
  containers: { enable: true, groupBy: 'compose-project', groupByLabel: '', sortBy: 'name', statusBar: 'withView' },
  engine: { host: '', context: '', ssh: 'ssh' },
  engines: 'current',
};
