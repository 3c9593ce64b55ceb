/** Runs the rules over the docker commands of one region. */
import type { DockerCommand } from '../command/docker-command.ts';
import type { CliVersion } from '../docker/cli-facts.ts';
import { defaultHardeningValues, type HardeningValues } from '../hardening/values.ts';
import type { Region } from '../shell/region.ts';
import { rules } from './index.ts';
import { RelevantRules } from './relevant-rules.ts';
import type { FileProbe, Finding, Report, Rule, RuleContext, RuleOptions, SeveritySetting, Surface } from './rule.ts';

export interface LintSettings {
  readonly version: CliVersion;
  readonly rules: Readonly<Record<string, SeveritySetting>>;
  /** What the user set of the rules' options, by rule id; the rules' own where absent. */
  readonly options?: Readonly<Record<string, RuleOptions>>;
  /** Registries that images may come from; absent or empty when the user named none. */
  readonly trustedRegistries?: readonly string[];
  /** What fixes write where only the user knows the right value; usual values where absent. */
  readonly hardening?: HardeningValues;
  readonly files: FileProbe;
}

const order: readonly SeveritySetting[] = ['off', 'hint', 'info', 'warning', 'error'];

/** The user's severity wins; a report's own may only be quieter than it. */
function severityOf(rule: Rule, report: Report, surface: Surface, set: SeveritySetting | undefined): SeveritySetting {
  const own = (report.severity ?? rule.severity)[surface];
  if (set === undefined) {
    return own;
  }
  const quieter = report.severity !== undefined && own !== 'off' && order.indexOf(own) < order.indexOf(set);
  return quieter ? own : set;
}

const noOptions: RuleOptions = {};

function optionsOf(rule: Rule, set: RuleOptions | undefined): RuleOptions {
  if (rule.options === undefined) {
    return noOptions;
  }
  const defaults = Object.entries(rule.options).map(([name, option]) => [name, option.default] as const);
  return { ...Object.fromEntries(defaults), ...set };
}

export function lintRegion(region: Region, commands: readonly DockerCommand[], surface: Surface, settings: LintSettings): Finding[] {
  const findings: Finding[] = [];
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
        hardening: settings.hardening ?? defaultHardeningValues,
        commands,
        report: (report) => {
          const severity = severityOf(rule, report, surface, settings.rules[rule.id]);
          if (severity !== 'off') {
            findings.push({ ruleId: rule.id, span: report.span, message: report.message, severity, fixes: report.fixes ?? [] });
          }
        },
      };
      contexts.set(rule, context);
    }
    return context;
  };
  const relevant = new RelevantRules(rules, region, settings.version);
  for (const command of commands) {
    for (const index of relevant.for(command)) {
      const rule = rules[index];
      if (rule !== undefined && settings.rules[rule.id] !== 'off') {
        rule.check(command, contextOf(rule));
      }
    }
  }
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
