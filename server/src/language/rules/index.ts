/** The catalogue: every rule once, in the order of the families; a new rule is a file and a line here. */
import type { Rule } from './rule.ts';

export const rules: readonly Rule[] = [];
