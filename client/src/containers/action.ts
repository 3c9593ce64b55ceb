/** What an action is. One file in `actions/` per action, listed in `actions/index.ts`; commands, menus and palette entries are generated from the list. */
import type { Clock } from '../engine/clock.ts';
import type { ContainerState, ContainerSummary } from '../engine/container.ts';
import type { Engine } from '../engine/engine.ts';
import type { SwarmService } from '../engine/swarm.ts';
import type { Judgement } from '../../../shared/judge-request.ts';
import type { Ui } from './ui.ts';

/** Groups of the context menu, in the order in which they are shown. */
export const actionGroups = ['inspect', 'lifecycle', 'change', 'more', 'destructive'] as const;

/** Menus that open from an entry of the group `more`, in the order in which they are shown: all actions in one list would not fit on the screen of a laptop. */
export const submenus = { logs: 'Logs', shell: 'Shell', details: 'Details', files: 'Files', copy: 'Copy' } as const;

export interface ContainerAction {
  /** The last part of the command's id: `gantry.containers.<id>`. */
  readonly id: string;
  /** As in a menu: `Stop`, `Stop with Timeout…`. */
  readonly title: string;
  /** Where it stands in the context menu: in a group of its own, or in a menu that opens from there. */
  readonly place: (typeof actionGroups)[number] | { readonly submenu: keyof typeof submenus };
  /** The states in which the engine carries it out; the real engine judges this table in a test. */
  readonly states: readonly ContainerState[];
  /** A codicon, and the states in which it stands as a button on the row itself. At most one action has one in each state. */
  readonly inline?: { readonly icon: string; readonly states: readonly ContainerState[] };
  /** Another word that the row has to have among its capabilities. */
  readonly capability?: string;
  /** Whether several selected containers can be its targets together. */
  readonly many: boolean;
  /** Whether the menu of a group, such as a Compose project, has it for all containers of the group. */
  readonly onGroups?: boolean;
  /** Resolves when everything is done and reported; rejects only for mistakes of our own. */
  run(targets: readonly Target[], context: ActionContext): Promise<void>;
}

/** A container, and the engine that has it. The row may be older than the container: an action expects to be refused. */
export interface Target {
  readonly engine: Engine;
  readonly container: ContainerSummary;
  /** The machine of the engine, where it is another one. */
  readonly host?: string;
  /** What the docker CLI needs to reach the same engine: `--context build`. Absent where it does by itself. */
  readonly cliOptions?: readonly string[];
}

/** An action on a service of a swarm: `gantry.services.<id>`. */
export interface ServiceAction {
  readonly id: string;
  readonly title: string;
  readonly place: (typeof actionGroups)[number];
  readonly modes: readonly SwarmService['mode'][];
  run(target: ServiceTarget, context: ActionContext): Promise<void>;
}

export interface ServiceTarget {
  readonly engine: Engine;
  readonly service: SwarmService;
}

/** An action on a whole engine: `gantry.engine.<id>`. */
export interface EngineAction {
  readonly id: string;
  readonly title: string;
  run(engine: Engine, context: ActionContext): Promise<void>;
}

export interface ActionContext {
  readonly ui: Ui;
  readonly clock: Clock;
  /** What the user chose before, kept for this machine: the shell of an image, the user of a container. */
  readonly memory: Memory;
  /** What the rules say of a command line; undefined where they cannot be asked. */
  readonly judge?: (command: string) => Promise<Judgement | undefined>;
}

/** The title in a sentence: without the ellipsis of a menu. */
export function titleInText(title: string): string {
  return title.replace(/…$/, '');
}

export interface Memory {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
}
