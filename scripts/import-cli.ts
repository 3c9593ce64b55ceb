/**
 * Turns the recorded facts of the Docker CLI (`scripts/data/cli-facts.json`) into the typed tables that the language
 * library reads. Run it with `npm run import-cli`; a test compares its output with the committed file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface RawFlag {
  short: string | null;
  type: string;
  takesValue: boolean;
  default: string | number | boolean | null;
  repeatMode: string;
  valueKind: string;
  hidden: boolean;
  deprecated: boolean;
  minApi: string | null;
  osType: string | null;
  needsExperimentalDaemon: boolean;
  effectiveDefault?: string;
  aliasOf?: string;
  cliSince: string;
  in: Record<string, boolean>;
  deprecation?: { deprecatedIn?: string | null; removedIn?: string | null; replacement?: string | null };
}

interface RawCommand {
  usage: Record<string, string>;
  spellings: { path: string; versions: string }[];
  positional: { min: number; max: number | null };
  flagsAfterPositional: boolean;
  minApi: string | null;
  flags: Record<string, RawFlag>;
}

interface RawFacts {
  _about: { versions: Record<string, string> };
  commands: Record<string, RawCommand>;
  global: { long: string; short: string | null; takesValue: boolean; valueKind?: string; default: string | number | boolean | null; hidden: boolean }[];
  valueKinds: Record<string, { grammar: string }>;
  enums: Record<string, unknown>;
}

const dataPath = fileURLToPath(new URL('data/cli-facts.json', import.meta.url));
export const generatedPath = fileURLToPath(new URL('../server/src/language/docker/generated/cli.ts', import.meta.url));

/** Drops what equals the default of the typed record, so that the generated table stays small and diffs stay short. */
function compact(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null && value !== undefined && value !== false));
}

function flagRecord(name: string, flag: RawFlag, versions: string[]): Record<string, unknown> {
  const missingIn = versions.filter((version) => flag.in[version] !== true);
  return compact({
    name,
    short: flag.short,
    type: flag.type,
    takesValue: flag.takesValue,
    defaultValue: flag.default === null || flag.default === '' ? undefined : String(flag.default),
    effectiveDefault: flag.effectiveDefault,
    repeat: flag.repeatMode,
    kind: flag.valueKind,
    hidden: flag.hidden,
    deprecated: flag.deprecated,
    deprecatedIn: flag.deprecation?.deprecatedIn,
    removedIn: flag.deprecation?.removedIn,
    replacement: flag.deprecation?.replacement,
    minApi: flag.minApi,
    osType: flag.osType,
    needsExperimentalDaemon: flag.needsExperimentalDaemon,
    aliasOf: flag.aliasOf,
    since: flag.cliSince,
    missingIn: missingIn.length > 0 ? missingIn : undefined,
  });
}

/** The text of the generated module. Equal records of different commands are written once and shared. */
export function generate(): string {
  const facts = JSON.parse(readFileSync(dataPath, 'utf8')) as RawFacts;
  const versions = Object.keys(facts._about.versions);
  const shared = new Map<string, string>();
  const commands = Object.entries(facts.commands).map(([id, command]) => {
    const flags = Object.entries(command.flags).map(([name, flag]) => {
      const text = JSON.stringify(flagRecord(name, flag, versions));
      let variable = shared.get(text);
      if (variable === undefined) {
        variable = `f${shared.size}`;
        shared.set(text, variable);
      }
      return variable;
    });
    const usage = command.usage[versions.at(-1) ?? ''] ?? '';
    const head = {
      id,
      usage,
      spellings: command.spellings.map(({ path, versions: range }) => ({ path: path.split(' ').slice(1), versions: range })),
      minPositionals: command.positional.min,
      maxPositionals: command.positional.max ?? undefined,
      interspersed: command.flagsAfterPositional,
      minApi: command.minApi ?? undefined,
    };
    return `  { ...${JSON.stringify(head)}, flags: [${flags.join(', ')}] },`;
  });
  const globals = facts.global.map((flag) =>
    JSON.stringify(
      compact({
        name: flag.long,
        short: flag.short,
        type: flag.takesValue ? 'string' : 'bool',
        takesValue: flag.takesValue,
        defaultValue: flag.default === null ? undefined : String(flag.default),
        repeat: flag.long === 'host' ? 'append' : 'last-wins',
        kind: flag.valueKind ?? (flag.takesValue ? 'free-text' : 'bool'),
        hidden: flag.hidden,
        since: '<=17.06',
      }),
    ),
  );
  const lines = [
    '// Written by `npm run import-cli` from scripts/data/cli-facts.json. Edit that file or the importer, never this one.',
    "import type { CommandRecord, FlagRecord } from '../cli-facts.ts';",
    '',
    ...[...shared].map(([text, variable]) => `const ${variable}: FlagRecord = ${text};`),
    '',
    `export const cliVersions = ${JSON.stringify(versions)} as const;`,
    '',
    'export const commandRecords: readonly CommandRecord[] = [',
    ...commands,
    '];',
    '',
    'export const globalFlagRecords: readonly FlagRecord[] = [',
    ...globals.map((text) => `  ${text},`),
    '];',
    '',
    `export const valueKinds = ${JSON.stringify(Object.keys(facts.valueKinds))} as const;`,
    '',
    ...Object.entries(facts.enums).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)} as const;\n`),
  ];
  return lines.join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(generatedPath, generate());
}
