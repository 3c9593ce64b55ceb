/** Runs the rules over a text as the editor does, for tests of single rules. */
import { newestCli } from '../../server/src/language/docker/versions.ts';
import type { CliVersion } from '../../server/src/language/docker/cli-facts.ts';
import { analyse, findingsOf } from '../../server/src/language/features/snapshot.ts';
import type { FileProbe, Finding, Surface } from '../../server/src/language/rules/rule.ts';
import type { Severity } from '../../server/src/language/rules/severities.ts';

/** Files of an imagined folder: names that say `missing` are not there, those with an extension are files, others folders. */
export const imaginedFiles: FileProbe = {
  kindOf: (path) => (path.includes('missing') ? 'missing' : /\.\w+$/.test(path) ? 'file' : 'directory'),
};

/** The only registry that the imagined user trusts. */
export const imaginedRegistries: readonly string[] = ['registry.example.com'];

export interface LintOptions {
  readonly surface?: Surface;
  readonly version?: CliVersion;
  readonly severity?: Severity;
}

/** The findings of one rule in the text. */
export function findingsOfRule(ruleId: string, text: string, { surface = 'script', version = newestCli, severity }: LintOptions = {}): Finding[] {
  const rules = severity === undefined ? {} : { [ruleId]: severity };
  const snapshot = analyse(text, surface === 'markdown' ? 'markdown' : 'shell', { version, rules, files: imaginedFiles, trustedRegistries: imaginedRegistries });
  return findingsOf(snapshot).filter((finding) => finding.ruleId === ruleId);
}
