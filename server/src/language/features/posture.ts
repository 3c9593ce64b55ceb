/** The posture of a command: which measures it has, which it lacks, and which make no sense for it. */
import type { DockerCommand } from '../command/docker-command.ts';
import type { Measure, MeasureState } from '../hardening/measure.ts';
import { judgeMeasures } from '../hardening/measures.ts';
import { makesContainer } from '../hardening/subject.ts';
import { defaultHardeningValues } from '../hardening/values.ts';
import { isDerailed } from '../rules/derailed.ts';
import type { Region } from '../shell/region.ts';
import { offsetInDocument } from '../shell/region-places.ts';
import type { AnalysisSettings, Snapshot } from './snapshot.ts';

export interface PostureRow {
  readonly measure: Measure;
  /** `--memory`, or that part of the measure which is missing. */
  readonly flag: string;
  readonly state: MeasureState['kind'];
  /** One line: what the measure protects from, or why it is left alone. */
  readonly why: string;
}

export interface Posture {
  readonly command: DockerCommand;
  /** Where the command begins in the document. */
  readonly start: number;
  readonly rows: readonly PostureRow[];
}

function capital(text: string): string {
  return text.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}

/** The rows for a command that makes a container; undefined for others, and where flags are yet to come. */
export function postureOf(command: DockerCommand, region: Region, settings: AnalysisSettings): PostureRow[] | undefined {
  const { version, hardening: values = defaultHardeningValues } = settings;
  if (!makesContainer(command) || command.openEnded || isDerailed(command, { region, version })) {
    return undefined;
  }
  return judgeMeasures({ command, region, version, values }).map(({ measure, state, flag }) => ({
    measure,
    flag,
    state: state.kind,
    why: 'because' in state ? `${capital(state.because)}.` : measure.protects,
  }));
}

/** How many of the measures that make sense are there: `5 of 12`. */
export function postureScore(rows: readonly PostureRow[]): { readonly present: number; readonly sensible: number } {
  return { present: rows.filter(({ state }) => state === 'present').length, sensible: rows.filter(({ state }) => state !== 'left').length };
}

/** The posture of every command of the document that makes a container, in order. */
export function posturesIn({ regions, settings }: Snapshot): Posture[] {
  return regions.flatMap(({ region, commands }) =>
    region.origin === 'inline'
      ? []
      : commands.flatMap((command) => {
          const rows = postureOf(command, region, settings);
          return rows === undefined ? [] : [{ command, start: offsetInDocument(region, command.shell.span.start), rows }];
        }),
  );
}
