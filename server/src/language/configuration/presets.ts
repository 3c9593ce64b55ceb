/** Ready-made settings that a configuration file can build on, told by the families of rules. */
import { ruleFamilies, type RuleFamily } from '../rules/index.ts';
import type { Adjustment } from '../rules/decide-severity.ts';

export const presetNames = ['recommended', 'hardening', 'docs', 'strict'] as const;

export type PresetName = (typeof presetNames)[number];

interface Preset {
  /** One line for completion and the documentation. */
  readonly description: string;
  /** What becomes of the rules of a family; undefined when they stay as they were. */
  readonly adjust: (family: RuleFamily) => Adjustment | undefined;
}

export const presets: Readonly<Record<PresetName, Preset>> = {
  recommended: {
    description: 'Every rule as loud as it proposes itself. What applies without a configuration file.',
    adjust: () => ({}),
  },
  hardening: {
    description: 'Security and reliability one step louder, in Markdown too, with the rules that are off by default.',
    adjust: (family) => (family === 'security' || family === 'reliability' ? { as: 'script', offBecomes: 'info', louder: true } : undefined),
  },
  docs: {
    description: 'Every file is judged as gently as Markdown: for examples that nobody runs as they are.',
    adjust: () => ({ as: 'markdown' }),
  },
  strict: {
    description: 'Markdown is judged like scripts, and every rule that is off by default is on.',
    adjust: () => ({ as: 'script', offBecomes: 'info' }),
  },
};

const families = Object.entries(ruleFamilies) as readonly (readonly [RuleFamily, (typeof ruleFamilies)[RuleFamily]])[];

/** What the preset makes of each rule that it speaks of, by rule id. */
export function adjustmentsOf(name: PresetName): ReadonlyMap<string, Adjustment> {
  return new Map(
    families.flatMap(([family, rules]) => {
      const adjustment = presets[name].adjust(family);
      return adjustment === undefined ? [] : rules.map(({ id }) => [id, adjustment] as const);
    }),
  );
}
