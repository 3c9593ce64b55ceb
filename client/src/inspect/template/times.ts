/** Times and durations as Go writes them. */
import { unknown } from './template-error.ts';

/** `2006-01-02 15:04:05.999999999 +0000 UTC`. Other zones have names that only the machine of the CLI knows. */
export function timeText(text: string): string {
  const [, date, time] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d(?:\.\d+)?)Z$/.exec(text) ?? [];
  return date === undefined || time === undefined ? unknown('docker writes this time in the zone of its own machine') : `${date} ${time.replace(/\.?0+$/, (zeros) => (zeros.startsWith('.') || time.includes('.') ? '' : zeros))} +0000 UTC`;
}

function fraction(value: number, unit: number): string {
  return String(Number((value / unit).toFixed(9)));
}

/** `1h0m0s`, `1.5s`, `100ms`. */
export function durationText(nanoseconds: number): string {
  const size = Math.abs(nanoseconds);
  const sign = nanoseconds < 0 ? '-' : '';
  if (size === 0) {
    return '0s';
  }
  if (size < 1e9) {
    const [unit, name] = size < 1e3 ? [1, 'ns'] : size < 1e6 ? [1e3, 'µs'] : [1e6, 'ms'];
    return `${sign}${fraction(size, unit)}${name}`;
  }
  const seconds = Math.floor(size / 1e9);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const rest = `${fraction((seconds % 60) * 1e9 + (size % 1e9), 1e9)}s`;
  return sign + (hours > 0 ? `${hours}h${minutes}m${rest}` : minutes > 0 ? `${minutes}m${rest}` : rest);
}
