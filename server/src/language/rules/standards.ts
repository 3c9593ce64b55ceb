/** Builds the numbered recommendations that rules stand for, so that the names of the benchmarks are written once. */
import type { StandardReference } from './rule.ts';

/** A recommendation of the CIS Docker Benchmark 1.6.0, and its number in the editions before. */
export function cis(id: string, formerly: string): StandardReference {
  return { benchmark: 'CIS Docker 1.6.0', id, formerly };
}

/** A rule of the OWASP Docker Security Cheat Sheet. */
export function owasp(id: string): StandardReference {
  return { benchmark: 'OWASP Docker Security Cheat Sheet', id };
}

export const owaspSheet = '[OWASP Docker Security Cheat Sheet](https://cheatsheetseries.owasp.org/cheatsheets/Docker_Security_Cheat_Sheet.html)';
