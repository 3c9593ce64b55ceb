/** Teaches one flag: what it does, why one would use it, what to mind, its value, an example, and where to read on. */
import type { DockerCommand } from '../../command/docker-command.ts';
import { globalFlags, type CommandFacts, type FlagFacts } from '../../docker/cli-facts.ts';
import { referenceUrl } from '../../docker/references.ts';
import { grammarOf } from '../../docker/values/index.ts';
import { code, codeBlock } from '../../text/markdown.ts';
import { flagProse } from './flag-prose-of.ts';

function defaultOf(flag: FlagFacts, owner: CommandFacts): string {
  if (!flag.takesValue) {
    return flag.defaultValue === 'true' ? 'on by default' : 'off by default';
  }
  if (owner.id === 'update') {
    return 'unchanged by default';
  }
  const { defaultValue } = flag;
  const inWords = flagProse(flag, owner)?.byDefault;
  if (inWords !== undefined) {
    return inWords;
  }
  return defaultValue === undefined || defaultValue === '0' || defaultValue === '0s' ? 'none by default' : `default ${code(defaultValue)}`;
}

/** What `docker --help` calls the type, in plain words. */
const typeNames: Readonly<Record<string, string>> = {
  bool: 'switch',
  bytes: 'size',
  string: 'text',
  ip: 'address',
  int: 'number',
  int64: 'number',
  uint16: 'number',
  uint64: 'number',
  decimal: 'number',
  duration: 'duration',
};

function typeOf({ type, takesValue, repeat }: FlagFacts): string {
  if (type === 'map') {
    return 'repeatable, key=value';
  }
  return takesValue && repeat !== 'last-wins' ? 'repeatable' : (typeNames[type] ?? type);
}

/** The names, type and default of a flag in one line: `--memory`, `-m` · size · none by default. */
export function flagTitle(flag: FlagFacts, owner: CommandFacts): string {
  const names = [`--${flag.name}`, ...(flag.short === undefined ? [] : [`-${flag.short}`])].map((name) => `**${code(name)}**`);
  return [names.join(', '), typeOf(flag), defaultOf(flag, owner)].join(' · ');
}

/** What to write instead: a letter that versions from before the change know, too, where there is one. */
function replacementOf({ replacement }: FlagFacts, owner: CommandFacts): string {
  if (replacement === undefined) {
    return '';
  }
  const name = replacement.replace(/^--/, '');
  const { short, missingIn } = owner.byName.get(name) ?? {};
  return short === undefined || missingIn === undefined ? ` Use ${code(`--${name}`)} instead.` : ` Use ${code(`-${short}`)} instead, which every version knows; ${code(`--${name}`)} is new.`;
}

function deprecation(flag: FlagFacts, owner: CommandFacts): string | undefined {
  if (flag.aliasOf !== undefined) {
    return `An old spelling of ${code(`--${flag.aliasOf}`)} that \`--help\` does not list.`;
  }
  if (flag.deprecated !== true) {
    return undefined;
  }
  const since = flag.deprecatedIn === undefined ? '' : ` since Docker ${flag.deprecatedIn}`;
  const gone = flag.removedIn === undefined ? '' : `, gone in ${flag.removedIn.replace(/;.*$/, '')}`;
  return `**Deprecated**${since}${gone}.${replacementOf(flag, owner)}`;
}

/** Since when, for which engines, and the address of Docker's own page. */
function footer(flag: FlagFacts, owner: CommandFacts): string {
  const since = flag.since.startsWith('<=') ? `since Docker ${flag.since.slice(2)} or earlier` : `since Docker ${flag.since}`;
  return [
    since,
    ...(flag.minApi === undefined ? [] : [`Engine API ${flag.minApi} or newer`]),
    ...(flag.osType === undefined ? [] : [`${flag.osType === 'windows' ? 'Windows' : 'Linux'} engines only`]),
    ...(flag.needsExperimentalDaemon === true ? ['engines with experimental features only'] : []),
    `[Reference](${referenceUrl(owner.id, flag.name)})`,
  ].join(' · ');
}

/** The whole hover of a flag, as Markdown. */
export function flagHover(flag: FlagFacts, owner: CommandFacts): string {
  const prose = flagProse(flag, owner);
  const grammar = grammarOf(flag.kind);
  const related = (prose?.related ?? []).filter((name) => owner.byName.has(name)).map((name) => code(`--${name}`));
  const sections = [
    flagTitle(flag, owner),
    deprecation(flag, owner),
    prose?.what,
    prose === undefined ? undefined : `*Why*: ${prose.why}`,
    prose?.mind === undefined ? undefined : `*Mind*: ${prose.mind}`,
    flag.takesValue && owner !== globalFlags ? `*Value*: ${grammar.form}` : undefined,
    prose === undefined ? undefined : codeBlock(prose.example),
    related.length === 0 ? undefined : `*Related*: ${related.join(', ')}`,
    footer(flag, owner),
  ];
  return sections.filter((section) => section !== undefined).join('\n\n');
}

/** The same of a flag that was probably meant where the command has none of the name. */
export function misspelledFlagHover(meant: FlagFacts, owner: CommandFacts, { path }: DockerCommand): string {
  const words = ['docker', ...(owner === globalFlags ? [] : path.map(({ value }) => value))].join(' ');
  return `${code(words)} has no flag of this name. The closest is:\n\n${flagHover(meant, owner)}`;
}
