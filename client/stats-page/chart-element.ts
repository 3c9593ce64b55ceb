/** Draws a chart. Lines keep their width however the box is stretched. */
import type { Chart } from '../src/stats/chart.ts';
import { svg } from './elements.ts';

const scale = 1000;

function at(value: number): string {
  return (value * scale).toFixed(1);
}

/** For eyes only: the words of the chart stand beside it, or in its label. */
export function chartElement({ pieces, limit }: Chart): SVGElement {
  const lines = pieces.map((piece) => {
    // A point alone has no length, and would be invisible.
    const points = piece.length === 1 ? [...piece, ...piece.map(([x, y]) => [x - 0.005, y] as const)] : piece;
    return svg('polyline', { points: points.map(([x, y]) => `${at(x)},${at(y)}`).join(' ') });
  });
  const limits = limit === undefined ? [] : [svg('line', { class: 'limit', x1: '0', x2: at(1), y1: at(limit), y2: at(limit) })];
  return svg('svg', { class: 'chart', viewBox: `0 0 ${scale} ${scale}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' }, ...limits, ...lines);
}
