/** The figures and names that only the user knows: how much memory, which user. Settings of `gantry.harden`. */

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

const shapes: Readonly<Record<HardeningValueName, RegExp>> = {
  memory: /^[1-9]\d*(?:\.\d+)?[kmg]b?$/i,
  cpus: /^(?:[1-9]\d*(?:\.\d+)?|0\.\d*[1-9]\d*)$/,
  pidsLimit: /^[1-9]\d{0,8}$/,
  user: /^[A-Za-z0-9_][\w.-]*(?::[A-Za-z0-9_][\w.-]*)?$/,
  restart: /^(?:always|unless-stopped|on-failure(?::[1-9]\d{0,3})?)$/,
  logMaxSize: /^[1-9]\d*[kmg]b?$/i,
  logMaxFile: /^[1-9]\d{0,3}$/,
  envFile: /^[\w./~-]+$/,
};

/** Whether the text can be written into a command as it is, in any shell, and the engine will take it. */
export function isHardeningValue(name: HardeningValueName, text: string): boolean {
  return shapes[name].test(text);
}
