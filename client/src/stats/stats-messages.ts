/** What the view of statistics and the extension say to each other. */
import type { Usage } from '../engine/usage.ts';

/** What a container may use by its own flags; absent where they do not say. */
export interface OwnLimits {
  /** Processor cores. */
  readonly cpus?: number;
  /** Bytes. */
  readonly memory?: number;
  readonly processes?: number;
}

export interface StatsRow {
  readonly key: string;
  /** Fit to be shown. */
  readonly name: string;
  /** What stands in the way of figures: `exited`, `paused`, a failure. Empty while they come. */
  readonly note: string;
  readonly limits: OwnLimits;
  /** Oldest first. */
  readonly history: readonly Usage[];
}

export interface StatsSnapshot {
  readonly rows: readonly StatsRow[];
  readonly paused: boolean;
  /** What holds for all rows, such as that there are more than are measured. */
  readonly note: string;
}

/** From the view. */
export type StatsRequest = { readonly kind: 'ready' } | { readonly kind: 'pause'; readonly paused: boolean } | { readonly kind: 'export' };

/** To the view: everything, or only what came since. */
export type StatsUpdate =
  | { readonly kind: 'all'; readonly snapshot: StatsSnapshot }
  | { readonly kind: 'samples'; readonly samples: readonly (readonly [key: string, usage: Usage])[] };

/** Samples of a container that are kept: about three minutes of them. */
export const historyLength = 180;
