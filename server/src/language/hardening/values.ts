/** The figures and names that only the user knows: how much memory, which user. They are the settings `gantry.harden.*`. */
import { newestCli } from '../docker/versions.ts';
import { parseByteSize } from '../docker/values/scan/byte-size.ts';

export interface HardeningValues {
  /** For `--memory` and `--memory-swap`. */
  readonly memory: string;
  readonly cpus: string;
  readonly pidsLimit: string;
  /** For `--user`: names or numbers that the image knows. */
  readonly user: string;
  readonly restart: string;
  readonly logMaxSize: string;
  readonly logMaxFile: string;
  /** The file that `--env-file` names. */
  readonly envFile: string;
}

export type HardeningValueName = keyof HardeningValues;

export const defaultHardeningValues: HardeningValues = {
  memory: '512m',
  cpus: '1',
  pidsLimit: '200',
  user: '1000:1000',
  restart: 'unless-stopped',
  logMaxSize: '10m',
  logMaxFile: '3',
  envFile: '.env',
};

/** What can be written into a command as it is, in any shell, and is taken by the engine. */
export const hardeningShapes: Readonly<Record<HardeningValueName, RegExp>> = {
  memory: /^[1-9]\d*(?:\.\d+)?[kKmMgG][bB]?$/,
  cpus: /^(?:[1-9]\d*(?:\.\d+)?|0\.\d*[1-9]\d*)$/,
  pidsLimit: /^[1-9]\d{0,8}$/,
  user: /^[A-Za-z0-9_][\w.-]*(?::[A-Za-z0-9_][\w.-]*)?$/,
  restart: /^(?:always|unless-stopped|on-failure(?::[1-9]\d{0,3})?)$/,
  logMaxSize: /^[1-9]\d*[kKmMgG][bB]?$/,
  logMaxFile: /^[1-9]\d{0,3}$/,
  envFile: /^[\w./~-]+$/,
};

export const hardeningValueNames = Object.keys(defaultHardeningValues) as readonly HardeningValueName[];

/** The engine starts no container with less memory. */
const leastMemory = 6 * 1024 * 1024;

/** Whether the value can be written into a command. */
export function isHardeningValue(name: HardeningValueName, text: string): boolean {
  return hardeningShapes[name].test(text) && (name !== 'memory' || (parseByteSize(text, newestCli)?.bytes ?? 0) >= leastMemory);
}

/** Settings that are numbers where the user writes them. */
export function isNumeric(name: HardeningValueName): boolean {
  return /^\d+$/.test(defaultHardeningValues[name]);
}
