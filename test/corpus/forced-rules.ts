/** Settings under which no rule is off: each at its severity for scripts, or warning where that is off. */
import { newestCli } from '../../server/src/language/docker/versions.ts';
import type { AnalysisSettings } from '../../server/src/language/features/snapshot.ts';
import { rules } from '../../server/src/language/rules/index.ts';

export const everyRuleOn: AnalysisSettings = {
  version: newestCli,
  rules: Object.fromEntries(rules.map(({ id, severity }) => [id, severity.script === 'off' ? ('warning' as const) : severity.script])),
  files: { kindOf: () => 'unknown' },
};

export const defaults: AnalysisSettings = { version: newestCli, rules: {}, files: { kindOf: () => 'unknown' } };
