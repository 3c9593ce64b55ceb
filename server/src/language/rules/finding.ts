/** Leaves the fixes of a finding unwritten until somebody asks for them: most findings are only shown. */
import type { Finding, Fix, Report } from './rule.ts';

/** The finding with its fixes, which are written once, when they are first read. */
export function withFixes(finding: Omit<Finding, 'fixes'>, fixes: NonNullable<Report['fixes']>): Finding {
  if (typeof fixes !== 'function') {
    return { ...finding, fixes };
  }
  let written: readonly Fix[] | undefined;
  return {
    ...finding,
    get fixes() {
      written ??= fixes();
      return written;
    },
  };
}
