/**
 * Gantry's verdict on a command line given as words: would the Docker CLI of this version take it? It is put together from
 * what the parts say about the CLI alone (binder, grammars, rules), so that the real CLI can be asked about each of them.
 */
import { bind } from '../../server/src/language/command/bind.ts';
import type { DockerCommand } from '../../server/src/language/command/docker-command.ts';
import type { CliVersion } from '../../server/src/language/docker/cli-facts.ts';
import { parseImageReference } from '../../server/src/language/docker/image-reference.ts';
import { grammarOf } from '../../server/src/language/docker/values/index.ts';
import type { ValueProblem } from '../../server/src/language/docker/values/value-grammar.ts';
import { defaultHardeningValues } from '../../server/src/language/hardening/values.ts';
import { rules } from '../../server/src/language/rules/index.ts';
import type { FileProbe, Report } from '../../server/src/language/rules/rule.ts';
import type { Region } from '../../server/src/language/shell/region.ts';
import type { ShellCommand, ShellWord } from '../../server/src/language/shell/shell-command.ts';

export interface Verdict {
  readonly accepted: boolean;
  /** Why it is refused: ids of rules and codes of problems. */
  readonly reasons: readonly string[];
  readonly command: DockerCommand;
}

const noFiles: FileProbe = { kindOf: () => 'unknown' };

/** The words as a shell would hand them to docker: all literal, side by side in a text of their own. */
function shellCommand(words: readonly string[]): { shell: ShellCommand; region: Region } {
  let start = 0;
  const shellWords = words.map((value): ShellWord => {
    const word: ShellWord = { span: { start, end: start + value.length }, source: value, value, kind: 'literal' };
    start += value.length + 1;
    return word;
  });
  const text = words.join(' ');
  const shell: ShellCommand = {
    span: { start: 0, end: text.length },
    words: shellWords,
    assignments: [],
    wrappers: [],
    dialect: 'posix',
    nested: false,
    guardedByTerminalCheck: false,
    input: 'unknown',
    openEnded: false,
  };
  return { shell, region: { start: 0, text, dialect: 'posix', origin: 'script', linePrefix: '' } };
}

function valueProblems(command: DockerCommand, version: CliVersion): ValueProblem[] {
  const siblings = new Map<string, string[]>();
  for (const { facts, value } of command.flags) {
    const name = facts.aliasOf ?? facts.name;
    siblings.set(name, [...(siblings.get(name) ?? []), value.text]);
  }
  return command.flags.flatMap(({ facts, value }) =>
    value.attached === 'implied' ? [] : grammarOf(facts.kind).parse(value.text, { version, flag: facts.name, siblings, ...(command.facts === undefined ? {} : { command: command.facts.id }) }).problems,
  );
}

/** Rules about several flags or about positionals. What rules repeat from the grammars is left out: the grammars were asked. */
function conflicts(command: DockerCommand, region: Region, version: CliVersion, problems: readonly ValueProblem[]): string[] {
  const fromGrammars = new Set(problems.map(({ code }) => code));
  const reasons: string[] = [];
  for (const rule of rules.filter(({ id, refusedBy }) => refusedBy === 'cli' && !fromGrammars.has(id))) {
    const report = ({ severity }: Report) => {
      if ((severity ?? rule.severity).script === 'error') {
        reasons.push(rule.id);
      }
    };
    rule.check?.(command, { region, surface: 'script', version, files: noFiles, options: {}, trustedRegistries: [], hardening: defaultHardeningValues, builtImages: new Set(), commands: [command], report });
  }
  return reasons;
}

/** Flags that this version lacks. A letter may have belonged to the flag that the new one replaces: `stop -t`. */
function missingFlags(command: DockerCommand, version: CliVersion): string[] {
  const replaced = (name: string) => command.facts?.flags.some(({ replacement }) => replacement === `--${name}`) === true;
  return command.flags
    .filter(({ facts, spelling }) => facts.missingIn?.includes(version) === true && (spelling.startsWith('--') || !replaced(facts.name)))
    .map(({ facts }) => `not in ${version}: --${facts.name}`);
}

/** A spelling of the command that this version lacks: `container remove` came with 23.0. */
function missingSpelling({ facts, path }: DockerCommand, version: CliVersion): string[] {
  const words = path.map(({ value }) => value).join(' ');
  const since = facts?.spellings.find((spelling) => spelling.path.join(' ') === words)?.versions ?? 'all';
  const [from = '', to = '99'] = since.replace('>=', '').split(' - ');
  const release = Number.parseFloat(version);
  return since === 'all' || (release >= Number.parseFloat(from) && release <= Number.parseFloat(to)) ? [] : [`not in ${version}: ${words}`];
}

/** The verdict on `docker` with these arguments. */
export function verdictOn(argv: readonly string[], version: CliVersion): Verdict {
  const { shell, region } = shellCommand(['docker', ...argv]);
  const command = bind(shell);
  if (command === undefined) {
    throw new Error(`The binder does not see a docker command in: ${argv.join(' ')}`);
  }
  if (command.help) {
    // The CLI parses the flags to their end before it prints the help.
    return { accepted: command.problems.length === 0, reasons: command.problems.map(({ code }) => code), command };
  }
  const problems = [...valueProblems(command, version), ...(command.image === undefined ? [] : parseImageReference(command.image.value).problems)];
  const reasons = [
    ...command.problems.map(({ code, name }) => `${code} ${name}`),
    ...missingFlags(command, version),
    ...missingSpelling(command, version),
    ...problems.filter(({ refusedBy }) => refusedBy === 'cli').map(({ code, start, end }) => `${code} [${start}, ${end})`),
    ...conflicts(command, region, version, problems),
  ];
  return { accepted: reasons.length === 0, reasons, command };
}
