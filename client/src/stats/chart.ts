/** The lines of a chart in a box of one by one, and the words that say what it shows to those who do not see it. */
import type { Usage } from '../engine/usage.ts';
import type { OwnLimits } from './stats-messages.ts';
import { memoryText, percentText, transferText } from './usage-text.ts';

export type Measure = 'cpu' | 'memory' | 'network' | 'disk' | 'processes';

export interface Chart {
  /** Each piece is a line without a gap: points from left (older) to right, from 0 at the top to 1 at the bottom. */
  readonly pieces: readonly (readonly (readonly [x: number, y: number])[])[];
  /** Where the container's own limit lies, from the top. */
  readonly limit?: number;
  /** What the top stands for. */
  readonly top: string;
  /** `between 0.10% and 4.20%, now 2.00%; the limit is 50.00%`. */
  readonly words: string;
}

/** Milliseconds that a chart is wide, at most and at least: what has just begun is drawn large. */
const widest = 180_000;
const narrowest = 30_000;
/** Milliseconds between two samples that are not joined: it was paused, hidden or stopped meanwhile. */
const gap = 12_000;

interface Scale {
  readonly text: (value: number) => string;
  readonly limit: (limits: OwnLimits) => number | undefined;
  /** The top is at least so much, so that noise stays small. */
  readonly least: number;
}

const perSecond = (value: number) => `${transferText(Math.round(value))}/s`;

const scales: Readonly<Record<Measure, Scale>> = {
  cpu: { text: percentText, limit: ({ cpus }) => (cpus === undefined ? undefined : cpus * 100), least: 1 },
  memory: { text: memoryText, limit: ({ memory }) => memory, least: 1024 ** 2 },
  network: { text: perSecond, limit: () => undefined, least: 1000 },
  disk: { text: perSecond, limit: () => undefined, least: 1000 },
  processes: { text: (value) => `${value}`, limit: ({ processes }) => processes, least: 4 },
};

interface Point {
  readonly time: number;
  readonly value: number;
}

function total(usage: Usage, measure: 'network' | 'disk'): number | undefined {
  const transfer = usage[measure];
  return transfer === undefined ? undefined : transfer.in + transfer.out;
}

/** Bytes a second since the sample before; a counter that began anew counts from zero. */
function rates(history: readonly Usage[], measure: 'network' | 'disk'): Point[] {
  return history.slice(1).flatMap((usage, index): Point[] => {
    const before = history[index];
    const [from, to] = [before === undefined ? undefined : total(before, measure), total(usage, measure)];
    const seconds = (usage.time - (before?.time ?? 0)) / 1000;
    return from === undefined || to === undefined || seconds <= 0 ? [] : [{ time: usage.time, value: (to >= from ? to - from : to) / seconds }];
  });
}

function pointsOf(history: readonly Usage[], measure: Measure): Point[] {
  switch (measure) {
    case 'network':
    case 'disk':
      return rates(history, measure);
    default:
      return history.flatMap((usage) => (usage[measure] === undefined ? [] : [{ time: usage.time, value: usage[measure] }]));
  }
}

/** Whole pieces of the line. */
function piecesOf(points: readonly Point[]): Point[][] {
  const pieces: Point[][] = [];
  for (const point of points) {
    const piece = pieces.at(-1);
    const last = piece?.at(-1);
    if (piece === undefined || last === undefined || point.time - last.time > gap) {
      pieces.push([point]);
    } else {
      piece.push(point);
    }
  }
  return pieces;
}

/** Up to three minutes until the newest sample. The top is never below the limit, so that one sees how far away it is. */
export function chartOf(history: readonly Usage[], measure: Measure, limits: OwnLimits): Chart {
  const { text, limit: limitOf, least } = scales[measure];
  const end = history.at(-1)?.time ?? 0;
  const points = pointsOf(history, measure).filter(({ time }) => time > end - widest);
  const span = Math.max(narrowest, end - (points[0]?.time ?? end));
  const values = points.map(({ value }) => value);
  const limit = limitOf(limits);
  const top = Math.max(least, limit ?? 0, Math.max(0, ...values) * 1.1);
  const words = values.length === 0 ? 'nothing measured yet' : `between ${text(Math.min(...values))} and ${text(Math.max(...values))}, now ${text(values.at(-1) ?? 0)}`;
  return {
    pieces: piecesOf(points).map((piece) => piece.map(({ time, value }) => [1 - (end - time) / span, 1 - value / top] as const)),
    ...(limit !== undefined && { limit: 1 - limit / top }),
    top: text(top),
    words: limit === undefined ? words : `${words}; the limit is ${text(limit)}`,
  };
}
