/** The contract of a hardening measure: what it protects from, what it may break, whether a command has it, how to write it. */
import type { DockerCommand } from '../command/docker-command.ts';
import type { CliVersion } from '../docker/cli-facts.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Region } from '../shell/region.ts';
import type { HardeningValueName, HardeningValues } from './values.ts';

export type MeasureId =
  | 'restart'
  | 'init'
  | 'memory'
  | 'cpus'
  | 'pids-limit'
  | 'log-rotation'
  | 'read-only'
  | 'capabilities'
  | 'no-new-privileges'
  | 'user'
  | 'own-network'
  | 'loopback'
  | 'secrets';

/** The command that is looked at, and what the look depends on. */
export interface Subject {
  readonly command: DockerCommand;
  readonly region: Region;
  readonly version: CliVersion;
  readonly values: HardeningValues;
}

/**
 * `absent` names the flag to write where a part of the measure is there and another flag than its own is missing.
 * `declined`: the user decided otherwise; `left`: the measure makes no sense here, or cannot be judged. Both are never
 * touched; `because` is a clause for a table, which says of what is present where it holds for less than the measure promises.
 */
export type MeasureState =
  | { readonly kind: 'present'; readonly because?: string }
  | { readonly kind: 'absent'; readonly flag?: string }
  | { readonly kind: 'declined' | 'left'; readonly because: string };

/** A flag to be written among those of the command. */
export interface NewFlag {
  /** `--memory`. */
  readonly name: string;
  /** Needs no quotes in any shell. */
  readonly value?: string;
  /** The setting that the value came from: the user may want another one here. */
  readonly setting?: HardeningValueName;
}

/** One way to take the measure. */
export interface Offer {
  /** Imperative, names the result. */
  readonly title: string;
  readonly flags: readonly NewFlag[];
  /** Edits of words that stand there: an address in front of a port. */
  readonly edits: readonly TextEdit[];
  /** Whether it belongs to the hardening of the whole command. */
  readonly joinsAll: boolean;
}

export interface Measure {
  readonly id: MeasureId;
  /** What the container then has: `Read-only file system`. */
  readonly name: string;
  /** As it is listed where there is little room: `--read-only`. */
  readonly flag: string;
  /** What it protects from, in one line. */
  readonly protects: string;
  /** What it may break: a clause without a full stop. */
  readonly risk: string;
  /** A service without it deserves a hint; the others are listed with them. */
  readonly core: boolean;
  state(subject: Subject): MeasureState;
  /** How to take it, the usual way first; asked only where it is absent. */
  offers(subject: Subject): readonly Offer[];
}

export const present: MeasureState = { kind: 'present' };

/** There, though not for all that the measure is for. */
export function presentBut(because: string): MeasureState {
  return { kind: 'present', because };
}

export const absent: MeasureState = { kind: 'absent' };

/** Absent for want of this flag alone. */
export function lacking(flag: string): MeasureState {
  return { kind: 'absent', flag };
}

export function declined(because: string): MeasureState {
  return { kind: 'declined', because };
}

export function left(because: string): MeasureState {
  return { kind: 'left', because };
}

/** For values that Docker refuses. */
export const unreadable: MeasureState = left('its value cannot be read');

/** For values that are known only at run time. */
export const unknown: MeasureState = left('known only when the command runs');

/** An offer that writes flags and joins the hardening of the whole command. */
export function adding(flags: readonly NewFlag[], title?: string): Offer {
  const written = flags.map(({ name, value }) => (value === undefined ? name : `${name} ${value}`)).join(' ');
  return { title: title ?? `Add \`${written}\``, flags, edits: [], joinsAll: true };
}
