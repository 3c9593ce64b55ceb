/** Runs the rules over the docker commands of one region. */
import type { DockerCommand } from '../command/docker-command.ts';
import { forget, memoized } from '../command/memoized.ts';
import type { CliVersion } from '../docker/cli-facts.ts';
import { defaultHardeningValues, type HardeningValues } from '../hardening/values.ts';
import type { Region } from '../shell/region.ts';
import { writtenEditsIn, writtenIn } from '../shell/region-places.ts';
import type { ShellWord } from '../shell/shell-command.ts';
import { withFixes } from './finding.ts';
import { rules } from './index.ts';
import { RelevantRules } from './relevant-rules.ts';
import type { FileProbe, Finding, Fix, Report, Rule, RuleContext, RuleOptions, Surface } from './rule.ts';
import type { SeveritySetting } from './severities.ts';
import { severityOf, type Adjustment } from './decide-severity.ts';
import { touches, type Span } from '../text/span.ts';

export interface LintSettings {
  readonly version: CliVersion;
  readonly rules: Readonly<Record<string, SeveritySetting>>;
  /** How presets change the severities of rules that `rules` does not name, by rule id. */
  readonly adjustments?: Readonly<Record<string, Adjustment>>;
  /** What the user set of the rules' options, by rule id; the rules' own where absent. */
  readonly options?: Readonly<Record<string, RuleOptions>>;
  /** Registries that images may come from; absent or empty when the user named none. */
  readonly trustedRegistries?: readonly string[];
  /** What fixes write where only the user knows the right value; usual values where absent. */
  readonly hardening?: HardeningValues;
  readonly files: FileProbe;
}

const noOptions: RuleOptions = {};

function optionsOf(rule: Rule, set: RuleOptions | undefined): RuleOptions {
  if (rule.options === undefined) {
    return noOptions;
  }
  const defaults = Object.entries(rule.options).map(([name, option]) => [name, option.default] as const);
  return { ...Object.fromEntries(defaults), ...set };
}

/** The fixes as the document has to write them, without those that it has no way to write. */
function writtenFixes(fixes: NonNullable<Report['fixes']>, region: Region): NonNullable<Report['fixes']> {
  if (region.writing === undefined) {
    return fixes;
  }
  const written = <Some extends Fix>(all: readonly Some[]): Some[] =>
    all.flatMap((fix) => {
      const edits = writtenEditsIn(region, fix.edits);
      return edits === undefined ? [] : [{ ...fix, edits }];
    });
  return typeof fixes === 'function' ? () => written(fixes()) : written(fixes);
}

/** Quotes, line breaks and expansions: what these mean depends on where they stand. */
const shellSyntax = /["'\\`$\n]/;

const unquotableWords = memoized(({ shell }: DockerCommand): ShellWord[] => shell.words.filter(({ unquotable }) => unquotable === true));

/** The fixes without those that write shell syntax into the text of a variable, where it would reach the program as it stands. */
function fixesFor(command: DockerCommand | undefined, fixes: NonNullable<Report['fixes']>): NonNullable<Report['fixes']> {
  const unquotable = command === undefined ? [] : unquotableWords(command);
  if (unquotable.length === 0) {
    return fixes;
  }
  const isWritable = ({ edits }: Fix): boolean => edits.every(({ span, newText }) => !shellSyntax.test(newText) || !unquotable.some((word) => touches(word.span, span.start)));
  return typeof fixes === 'function' ? () => fixes().filter(isWritable) : fixes.filter(isWritable);
}

/** Places in the findings are counted from where the region begins in the document. `all` are the commands of the region, where not each of them is judged. */
export function lintRegion(region: Region, commands: readonly DockerCommand[], surface: Surface, settings: LintSettings, builtImages: ReadonlySet<string>, all = commands): Finding[] {
  const findings: Finding[] = [];
  let subject: Span | undefined;
  let judged: DockerCommand | undefined;
  const contexts = new Map<Rule, RuleContext>();
  const contextOf = (rule: Rule): RuleContext => {
    let context = contexts.get(rule);
    if (context === undefined) {
      context = {
        region,
        surface,
        version: settings.version,
        files: settings.files,
        options: optionsOf(rule, settings.options?.[rule.id]),
        trustedRegistries: settings.trustedRegistries ?? [],
        builtImages,
        hardening: settings.hardening ?? defaultHardeningValues,
        commands: all,
        report: (report) => {
          const severity = severityOf(rule, report, surface, settings);
          if (severity !== 'off') {
            findings.push(withFixes({ ruleId: rule.id, span: writtenIn(region, report.span), message: report.message, severity, subject: subject && writtenIn(region, subject) }, writtenFixes(report.fixes === undefined ? [] : fixesFor(judged, report.fixes), region)));
          }
        },
      };
      contexts.set(rule, context);
    }
    return context;
  };
  const relevant = new RelevantRules(rules, region, settings.version);
  for (const command of commands) {
    subject = command.shell.span;
    judged = command;
    for (const index of relevant.for(command)) {
      const rule = rules[index];
      if (rule !== undefined && settings.rules[rule.id] !== 'off') {
        rule.check?.(command, contextOf(rule));
      }
    }
  }
  commands.forEach(forget);
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
