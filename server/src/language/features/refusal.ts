/** Why Docker takes a command as little as it is written: what the rules find that the CLI or the engine refuses. */
import type { DockerCommand } from '../command/docker-command.ts';
import { rules } from '../rules/index.ts';
import { lintRegion } from '../rules/lint-region.ts';
import type { SeveritySetting } from '../rules/severities.ts';
import { surfaceOf, type AnalysedRegion, type Snapshot } from './snapshot.ts';

/** Whatever the user made of the rules, and whether code is judged where it stands: what is refused is no matter of taste. */
const judging: Readonly<Record<string, SeveritySetting>> = Object.fromEntries(
  rules.map(({ id, refusedBy, severity }) => [id, (refusedBy === 'cli' || refusedBy === 'engine') && severity.script === 'error' ? 'error' : 'off']),
);

/** The message of the first such finding. */
export function refusalOf(command: DockerCommand, { region, commands }: AnalysedRegion, { kind, settings, builtImages }: Snapshot): string | undefined {
  const found = lintRegion(region, [command], surfaceOf(kind), { ...settings, rules: judging, adjustments: {} }, builtImages, commands);
  return found.find(({ severity }) => severity === 'error')?.message;
}
