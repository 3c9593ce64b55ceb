/**
 * What the Docker CLI accepts: its commands and their flags, as typed records with look-ups.
 * The records are generated (`npm run import-cli`); no fact of a flag is written anywhere else.
 */
import { commandRecords, globalFlagRecords, type cliVersions, type valueKinds } from './generated/cli.ts';

/** How pflag treats a second use of the flag on one command line. */
export type RepeatMode = 'append' | 'append-distinct' | 'last-per-key' | 'last-per-name' | 'last-per-target' | 'last-wins';

/** The grammar of a flag's value, such as `publish` or `memory-bytes`; one file in `values/` for each. */
export type ValueKind = (typeof valueKinds)[number];

export interface FlagRecord {
  /** Long name without dashes: `memory`. */
  readonly name: string;
  /** One letter without the dash. */
  readonly short?: string;
  /** The type shown by `docker --help`: `bytes`, `list`, `string` … */
  readonly type: string;
  /** False for booleans, which take a value only through `=`. */
  readonly takesValue?: boolean;
  /** pflag's default, as text; absent when empty. */
  readonly defaultValue?: string;
  /** What the engine does when the flag is not given, where pflag's default does not say it. */
  readonly effectiveDefault?: string;
  readonly repeat: string;
  readonly kind: string;
  /** Not shown by `--help`. */
  readonly hidden?: boolean;
  readonly deprecated?: boolean;
  readonly deprecatedIn?: string;
  readonly removedIn?: string;
  readonly replacement?: string;
  /** The oldest Engine API that serves the flag. */
  readonly minApi?: string;
  readonly osType?: string;
  readonly needsExperimentalDaemon?: boolean;
  /** The long name that this hidden spelling stands for: `net` → `network`. */
  readonly aliasOf?: string;
  /** The first CLI release line with the flag: `23.0`; `<=17.06` is older than the records reach. */
  readonly since: string;
  /** The probed CLI versions that refuse the flag. */
  readonly missingIn?: readonly string[];
}

export interface CommandRecord {
  /** The short name: `run`, `ps`, `inspect-any` (which is `docker inspect`, for any kind of object). */
  readonly id: string;
  readonly usage: string;
  /** Words after `docker`, and the CLI versions that know them. */
  readonly spellings: readonly { readonly path: readonly string[]; readonly versions: string }[];
  readonly minPositionals: number;
  readonly maxPositionals?: number;
  /** Whether flags may follow a positional; false for run, create, exec, commit and top. */
  readonly interspersed: boolean;
  readonly minApi?: string;
  readonly flags: readonly FlagRecord[];
}

/** A flag of one command. */
export interface FlagFacts extends FlagRecord {
  readonly takesValue: boolean;
  readonly repeat: RepeatMode;
  readonly kind: ValueKind;
}

/** A command with look-ups over its flags. */
export interface CommandFacts extends Omit<CommandRecord, 'flags'> {
  readonly flags: readonly FlagFacts[];
  /** By long name, hidden spellings included. */
  readonly byName: ReadonlyMap<string, FlagFacts>;
  readonly byLetter: ReadonlyMap<string, FlagFacts>;
}

/** A probed version of the CLI. */
/** The long name of the flag; of a hidden spelling the one that it stands for. */
export function canonicalName({ name, aliasOf }: Pick<FlagRecord, 'name' | 'aliasOf'>): string {
  return aliasOf ?? name;
}

export type CliVersion = (typeof cliVersions)[number];

function withLookups(record: Omit<CommandRecord, 'flags'>, records: readonly FlagRecord[]): CommandFacts {
  const flags = records.map((flag) => ({ takesValue: false, ...flag }) as FlagFacts);
  return {
    ...record,
    flags,
    byName: new Map(flags.map((flag) => [flag.name, flag])),
    byLetter: new Map(flags.flatMap((flag) => (flag.short === undefined ? [] : [[flag.short, flag] as const]))),
  };
}

/** The container commands that Gantry understands, with every flag. */
export const commands: readonly CommandFacts[] = commandRecords.map((record) => withLookups(record, record.flags));

const byId = new Map(commands.map((command) => [command.id, command]));

/** The command with this id, such as `run`; undefined for commands that Gantry does not know. */
export function commandById(id: string): CommandFacts | undefined {
  return byId.get(id);
}

/** Long names of the flags for which it holds on some command. */
export function flagNames(holds: (flag: FlagFacts) => boolean): string[] {
  return [...new Set(commands.flatMap(({ flags }) => flags.filter(holds).map(({ name }) => name)))];
}

/** The flags that stand between `docker` and the command word. */
export const globalFlags: CommandFacts = withLookups(
  { id: 'docker', usage: 'docker [OPTIONS] COMMAND', spellings: [], minPositionals: 1, interspersed: false },
  globalFlagRecords,
);

const byPath = new Map(commands.flatMap((command) => command.spellings.map(({ path }) => [path.join(' '), command] as const)));

/** The command spelled by these words (`['container', 'ls']`); undefined when they name none. */
export function commandByPath(path: readonly string[]): CommandFacts | undefined {
  return byPath.get(path.join(' '));
}

/** The spellings of all commands: `['ps']`, `['container', 'ls']`. */
export function commandPaths(): readonly (readonly string[])[] {
  return commands.flatMap(({ spellings }) => spellings.map(({ path }) => path));
}
