/** What we teach about a flag beyond its facts. Written once per flag (hidden aliases share their target's), by theme. */
import type { CommandFacts } from '../cli-facts.ts';

export interface FlagProse {
  /** What it does, in one sentence. */
  readonly what: string;
  /** What holds where it is not given, in a few words, if the CLI's own default does not say it. */
  readonly byDefault?: string;
  /** Why one would use it: the failure that it prevents or the need that it serves. */
  readonly why: string;
  /** The pitfall: what surprises people, with the symptom seen in production. */
  readonly mind?: string;
  /** A command that could go to production. */
  readonly example: string;
  /** Long names of flags worth knowing beside this one. */
  readonly related?: readonly string[];
  /** Where the flag means something else on another command: prose that replaces the fields for these command ids. */
  readonly on?: Readonly<Record<string, Partial<Omit<FlagProse, 'on'>>>>;
}

/** Prose of one theme by long flag name. */
export type FlagTheme = Readonly<Record<string, FlagProse>>;

/** The prose that applies to the flag on this command. */
export function proseOn(prose: FlagProse, command: Pick<CommandFacts, 'id'>): FlagProse {
  const special = prose.on?.[command.id];
  return special === undefined ? prose : { ...prose, ...special };
}
