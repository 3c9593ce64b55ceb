/** Reads the command line of `gantry`; everything wrong with it is a UsageError with one sentence to print. */
import { parseArgs } from 'node:util';
import { severitySettings, thresholds, type SeveritySetting, type Threshold } from '../language/rules/severities.ts';
import { rules } from '../language/rules/index.ts';
import { cliVersionFor } from '../language/docker/versions.ts';
import type { CliVersion } from '../language/docker/cli-facts.ts';
import { formats, type Format } from './reporters/index.ts';

export class UsageError extends Error {}

export interface LintArguments {
  readonly command: 'lint';
  readonly paths: readonly string[];
  readonly format: Format;
  readonly fix: boolean;
  /** Absent where the configuration decides, as for the version. */
  readonly failOn: Threshold | undefined;
  readonly version: CliVersion | undefined;
  readonly rules: Readonly<Record<string, SeveritySetting>>;
  /** The one configuration file for every path, or none at all; the nearest of each path where absent. */
  readonly config: { readonly file: string } | 'none' | undefined;
  readonly stdinFilename: string | undefined;
  /** Whether the report of each file ends with the hardening of its containers. */
  readonly posture: boolean;
  /** How many threads check files; where absent, as many as are of use. */
  readonly concurrency: number | undefined;
  readonly color: boolean | undefined;
}

export interface ExplainArguments {
  readonly command: 'explain';
  /** The id that was asked for; the list of rules where there is none. */
  readonly rule: string | undefined;
  readonly color: boolean | undefined;
}

export type Arguments = LintArguments | ExplainArguments | { readonly command: 'help'; readonly topic: 'lint' | 'explain' | undefined } | { readonly command: 'version' };

export const usage = `Usage: gantry <command> [options]

Commands:
  lint [paths…]   Check docker commands in shell scripts and Markdown files
  explain [rule]  Print what a rule finds, why, and what to write; without one, list the rules

Options:
  --help          Show help, also after a command
  --version       Show the version
`;

export const explainUsage = `Usage: gantry explain [rule]

Prints the documentation of a rule, such as volume-option-comma. Without a rule it lists them all.

Options:
  --color, --no-color        Colour on or off (default: on in a terminal)
`;

export const lintUsage = `Usage: gantry lint [options] [paths…]

Checks docker commands in shell scripts and Markdown files. Paths are files, folders or
globs; one that begins with "!" takes files out; "-" reads standard input; without a path
the working directory is checked. Folders honour .gitignore and skip node_modules.

Options:
  --fix                      Apply the safe fixes, then report what is left
  --format <format>          text, json, sarif, github (annotations) or junit
                             (default: text)
  --fail-on <severity>       Exit with 1 from this severity on: error, warning, info,
                             hint or never (default: failOn of the configuration,
                             else warning)
  --docker-version <version> Judge by this version of the Docker CLI, such as 24.0
                             (default: dockerVersion of the configuration, else the
                             newest known)
  --rule <id=severity>       Set a rule to off, hint, info, warning or error; repeatable
  --config <file>            Use this configuration file for every path
  --no-config                Use no configuration file
  --concurrency <threads>    Check with this many threads (default: one for each processor
                             when a run lasts longer; one with --fix)
  --posture                  End each file's report with the hardening of its containers
  --stdin-filename <path>    Name, and so language, of standard input
  --color, --no-color        Colour on or off (default: on in a terminal)

Without --config, each path follows the nearest .gantry.json, .gantry.jsonc or package.json
with a key "gantry" upward from it, up to the top of its repository.

Exit codes: 0 clean, 1 findings at or above --fail-on, 2 wrong usage, unreadable files or
mistakes in a configuration file.
`;

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) {
    throw new UsageError(`${option} takes one of ${allowed.join(', ')}, not "${value}".`);
  }
  return found;
}

function ruleSettings(settings: readonly string[]): Record<string, SeveritySetting> {
  const known = new Set(rules.map(({ id }) => id));
  return Object.fromEntries(
    settings.map((setting) => {
      const [id = '', severity = ''] = setting.split('=', 2);
      if (!known.has(id)) {
        throw new UsageError(`--rule: there is no rule "${id}".`);
      }
      return [id, oneOf(`--rule ${id}`, severity, severitySettings)];
    }),
  );
}

function threadCount(text: string): number {
  if (!/^[1-9][0-9]?$/.test(text)) {
    throw new UsageError(`--concurrency takes a number of threads from 1 to 99, not "${text}".`);
  }
  return Number(text);
}

function versionSetting(text: string): CliVersion {
  const version = cliVersionFor(text);
  if (version === undefined) {
    throw new UsageError(`--docker-version takes a version such as 24.0 or 28.2.2, or "latest", not "${text}".`);
  }
  return version;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
        fix: { type: 'boolean' },
        format: { type: 'string' },
        'fail-on': { type: 'string' },
        'docker-version': { type: 'string' },
        rule: { type: 'string', multiple: true },
        config: { type: 'string' },
        'no-config': { type: 'boolean' },
        'stdin-filename': { type: 'string' },
        concurrency: { type: 'string' },
        posture: { type: 'boolean' },
        color: { type: 'boolean' },
        'no-color': { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

const topics = ['lint', 'explain'] as const;

/** Throws a UsageError when the arguments make no sense together. */
export function readArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parse(args);
  const [command, ...paths] = positionals;
  if (values.version === true) {
    return { command: 'version' };
  }
  if (values.help === true || command === 'help') {
    return { command: 'help', topic: topics.find((topic) => topic === command || topic === paths[0]) };
  }
  if (command === undefined) {
    throw new UsageError('Say what to do, for example: gantry lint');
  }
  const color = values['no-color'] === true ? false : values.color;
  if (command === 'explain') {
    if (paths.length > 1) {
      throw new UsageError('"gantry explain" takes one rule.');
    }
    return { command: 'explain', rule: paths[0], color };
  }
  if (command !== 'lint') {
    throw new UsageError(`There is no command "${command}".`);
  }
  if (paths.includes('-') && paths.length > 1) {
    throw new UsageError('"-" (standard input) cannot be mixed with other paths.');
  }
  if (values['stdin-filename'] !== undefined && paths[0] !== '-') {
    throw new UsageError('--stdin-filename goes with "-" as the only path.');
  }
  if (values.posture === true && (values.format ?? 'text') !== 'text') {
    throw new UsageError('--posture goes with --format text.');
  }
  const { config: file } = values;
  if (file !== undefined && values['no-config'] === true) {
    throw new UsageError('Choose one of --config and --no-config.');
  }
  const threshold = values['fail-on'];
  const version = values['docker-version'];
  return {
    command: 'lint',
    paths,
    format: oneOf('--format', values.format ?? 'text', formats),
    fix: values.fix === true,
    failOn: threshold === undefined ? undefined : oneOf('--fail-on', threshold, thresholds),
    version: version === undefined ? undefined : versionSetting(version),
    rules: ruleSettings(values.rule ?? []),
    config: values['no-config'] === true ? 'none' : file === undefined ? undefined : { file },
    stdinFilename: values['stdin-filename'],
    posture: values.posture === true,
    concurrency: values.concurrency === undefined ? undefined : threadCount(values.concurrency),
    color,
  };
}
