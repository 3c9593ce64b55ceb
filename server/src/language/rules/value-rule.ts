/** Makes rules that report what the value grammars found: one rule for each hazard, whichever flags it occurs in. */
import { replaceValue } from '../command/edits.ts';
import type { DockerCommand, FlagUse } from '../command/docker-command.ts';
import type { ValueFix, ValueProblem } from '../docker/values/value-grammar.ts';
import { valueSpan } from '../shell/shell-command.ts';
import { overlaps } from '../text/span.ts';
import { brokenContinuation } from './broken-continuation.ts';
import { cutValue } from './cut-value.ts';
import { eatenBackslashes } from './eaten-backslashes.ts';
import { problemsWithCode } from './flag-values.ts';
import { holdsForeignVariable } from './wrong-variable-for-shell.ts';
import type { Cause, Fix, Rule, RuleContext, SeverityBySurface } from './rule.ts';

/** Fixes beyond those of the grammar, which cannot see quotes or other flags; they come first. */
export type MoreFixes = (use: FlagUse, problem: ValueProblem, command: DockerCommand, context: RuleContext) => readonly Fix[];

export interface ValueRuleOptions extends Omit<Rule, 'check' | 'causes'> {
  readonly fixes?: MoreFixes;
  /** Whether what the grammar found was clearly meant, as the way in which the value is written shows. */
  readonly isMeant?: (use: FlagUse, problem: ValueProblem) => boolean;
  /** Looks at what is no flag value, such as the new name of `docker rename`. */
  readonly also?: { readonly causes: readonly Cause[]; readonly check: (command: DockerCommand, context: RuleContext) => void };
}

/** Typographic characters that a rule of their own reports. */
const typographic = /[\u2018\u2019\u201c\u201d\u00a0\u202f]|^[\u2013\u2014\u2212]/;

/** Holes of templates, and variables of cmd, which people write in blocks for any shell: `%%IMAGE%%`, `%cd%`. */
const percentHole = /%\w+%|%%/;

const inCapitals = /^\p{Lu}[\p{Lu}\d]*(?:[_-][\p{Lu}\d]+)*$/u;
/** Words of another script than the Latin one, in which no path, port or option is written: they say what belongs there. */
const inOtherScript = /^(?!\p{Script=Latin})\p{L}[\p{L}\p{M}\p{Nd}_ ./-]*$/u;
const namesPath = /^[a-z]+(?:[_-][a-z]+)*[_-](?:container|dir|directory|folder|host|path)$/;
const namesPort = /^(?:[a-z][A-Za-z_-]*)?[Pp]ort$/;

/** In a text, `HOST_PORT` stands for whatever the reader has, where nothing in capitals belongs, `data_dir` for a path, `app_port` for a port, and so does a word of another script. */
function standsForAnything(part: string, { fixes = [], code }: ValueProblem, { surface }: RuleContext): boolean {
  const takesCapitals = code === 'invalid-capability' || code === 'invalid-signal';
  const isForVolume = code === 'invalid-volume-spec';
  const isNamed = (isForVolume && namesPath.test(part)) || (/^invalid-(?:port-mapping|engine-endpoint)$/.test(code) && namesPort.test(part));
  // A slash in front is all that a relative path lacks; it says nothing of what was meant.
  const hasFix = fixes.some(({ newText }) => !newText.endsWith(`/${part}`));
  return surface === 'markdown' && (isNamed || inOtherScript.test(part) || (!hasFix && !takesCapitals && part.length > (isForVolume ? 2 : 0) && inCapitals.test(part)));
}

/** What is accepted is never an error. */
export function atMostWarning({ script, markdown }: SeverityBySurface): SeverityBySurface {
  const quieter = (severity: SeverityBySurface['script']) => (severity === 'error' ? 'warning' : severity);
  return { script: quieter(script), markdown: quieter(markdown) };
}

/** A fix of the value as edits of the document. */
export function fixOfValue(command: DockerCommand, use: FlagUse, fix: ValueFix): Fix {
  return { title: fix.title, safe: fix.safe, edits: replaceValue(command, use.value, fix.newText, fix.start, fix.end) };
}

/** Reports every problem with this code in the flag values of the command. */
export function reportValues(rule: Pick<Rule, 'id' | 'severity'> & Pick<ValueRuleOptions, 'isMeant'>, command: DockerCommand, context: RuleContext, more: MoreFixes = () => []): void {
  const found = problemsWithCode(command, context.version, rule.id);
  if (found.length === 0) {
    return;
  }
  const broken = brokenContinuation(command, context.region);
  for (const { use, problem } of found) {
    const { value } = use;
    const text = value.text.slice(problem.start, problem.end);
    if (typographic.test(value.text) || percentHole.test(value.text) || holdsForeignVariable(value.text, command.shell.dialect) || standsForAnything(text, problem, context) || (broken !== undefined && overlaps(broken.span, value.word.span)) || rule.isMeant?.(use, problem) === true) {
      continue;
    }
    const cut = cutValue(command, use, context.version);
    if (cut !== undefined) {
      context.report({ span: cut.span, message: cut.message, fixes: [cut.fix] });
      continue;
    }
    const eaten = eatenBackslashes(value, command.shell.dialect);
    if (eaten !== undefined) {
      context.report({ span: eaten.span, message: eaten.message, fixes: [eaten.fix] });
      continue;
    }
    const part = valueSpan(value.word, value.from + problem.start, value.from + problem.end);
    context.report({
      span: part.end > part.start ? part : use.span,
      message: problem.message,
      fixes: [...more(use, problem, command, context), ...(problem.fixes ?? []).map((fix) => fixOfValue(command, use, fix))],
      ...(problem.refusedBy === 'nobody' ? { severity: atMostWarning(rule.severity) } : {}),
    });
  }
}

/** A rule whose id is the code of value problems: it reports each of them where it stands. */
export function valueRule({ fixes, also, isMeant = () => false, ...rule }: ValueRuleOptions): Rule {
  const told = { ...rule, isMeant };
  return {
    ...rule,
    causes: [{ problems: [rule.id] }, ...(also?.causes ?? [])],
    check: (command, context) => {
      reportValues(told, command, context, fixes);
      also?.check(command, context);
    },
  };
}
