/** How loud a finding can be, and what settings may say of it. */

/** Loudest first. */
export const severities = ['error', 'warning', 'info', 'hint'] as const;

export type Severity = (typeof severities)[number];

/** What a rule may be set to, quietest first. */
export const severitySettings = ['off', 'hint', 'info', 'warning', 'error'] as const satisfies readonly ('off' | Severity)[];

export type SeveritySetting = (typeof severitySettings)[number];

/** From which severity on a run may fail. */
export const thresholds = [...severities, 'never'] as const;

export type Threshold = (typeof thresholds)[number];

export function isAtLeast(severity: SeveritySetting, threshold: SeveritySetting): boolean {
  return severitySettings.indexOf(severity) >= severitySettings.indexOf(threshold);
}
