/** Figures of use in the words of `docker stats`, so that the two can be compared by eye. */
import type { Transfer, Usage } from '../engine/usage.ts';

const binary = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
const decimal = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];

/** Rounds a figure that lies in the middle to the even digit, as Go does and `toFixed` does not: memory is often an exact share of its limit. */
function fixed(value: number, decimals: number): string {
  const exact = value.toFixed(60);
  const end = exact.indexOf('.') + 1 + decimals;
  const cut = exact.slice(0, end).replace(/\.$/, '');
  return /^50*$/.test(exact.slice(end)) && /[02468]$/.test(cut) ? cut : value.toFixed(decimals);
}

function scaled(amount: number, base: number, units: readonly string[], digits: number): string {
  let rest = amount;
  let power = 0;
  while (rest >= base && power < units.length - 1) {
    rest /= base;
    power += 1;
  }
  const wholeDigits = `${Math.trunc(rest)}`.length;
  return `${Number(fixed(rest, Math.max(0, digits - wholeDigits)))}${units[power] ?? ''}`;
}

/** `388KiB`: memory, in powers of 1024. */
export function memoryText(bytes: number): string {
  return scaled(bytes, 1024, binary, 4);
}

/** `1.2MB`: what went over a network or to a disk, in powers of 1000. */
export function transferText(bytes: number): string {
  return scaled(bytes, 1000, decimal, 3);
}

/** `1.2MB / 736B`. */
export function inAndOut(transfer: Transfer): string {
  return `${transferText(transfer.in)} / ${transferText(transfer.out)}`;
}

/** `12.34%`. */
export function percentText(percent: number): string {
  return `${fixed(percent, 2)}%`;
}

/** Of the limit; 0 where there is none. */
export function memoryPercent({ memory, memoryLimit }: Usage): number {
  return memoryLimit === 0 ? 0 : (memory / memoryLimit) * 100;
}

/** What a reader sees in one row. */
export interface UsageTexts {
  readonly cpu: string;
  /** `12MiB / 64MiB`. */
  readonly memory: string;
  readonly memoryPercent: string;
  readonly network: string;
  readonly disk: string;
  readonly processes: string;
}

/** Where a figure is not known yet, or cannot be: a dash, as the CLI has it. */
const unknown = '--';

export function usageTexts(usage: Usage): UsageTexts {
  const { cpu, memory, memoryLimit, network, disk, processes } = usage;
  return {
    cpu: cpu === undefined ? unknown : percentText(cpu),
    memory: `${memoryText(memory)} / ${memoryText(memoryLimit)}`,
    memoryPercent: percentText(memoryPercent(usage)),
    network: network === undefined ? unknown : inAndOut(network),
    disk: inAndOut(disk),
    processes: `${processes}`,
  };
}
