/** All themes together: what we teach about a flag of a command. */
import { canonicalName, type FlagRecord } from '../cli-facts.ts';
import { blockIoFlags } from './block-io.ts';
import { copyFlags } from './copy-and-export.ts';
import { cpuFlags } from './cpu.ts';
import { deviceFlags } from './devices.ts';
import { environmentFlags } from './environment.ts';
import type { FlagProse, FlagTheme } from './flag-prose.ts';
import { healthFlags } from './health.ts';
import { identityFlags } from './identity.ts';
import { imageFlags } from './images-and-platform.ts';
import { lifecycleFlags } from './lifecycle.ts';
import { listingFlags } from './listing-and-output.ts';
import { loggingFlags } from './logging.ts';
import { memoryFlags } from './memory.ts';
import { nameResolutionFlags } from './name-resolution.ts';
import { namespaceFlags } from './namespaces.ts';
import { networkFlags } from './networks.ts';
import { processFlags } from './process.ts';
import { removalFlags } from './removal.ts';
import { securityFlags } from './security.ts';
import { signalFlags } from './signals-and-stop.ts';
import { storageFlags } from './storage.ts';
import { terminalFlags } from './terminal.ts';
import { windowsFlags } from './windows.ts';

/** Every theme; a flag stands in exactly one of them. */
export const flagThemes: readonly FlagTheme[] = [
  lifecycleFlags,
  terminalFlags,
  signalFlags,
  identityFlags,
  networkFlags,
  nameResolutionFlags,
  storageFlags,
  memoryFlags,
  cpuFlags,
  blockIoFlags,
  environmentFlags,
  processFlags,
  securityFlags,
  namespaceFlags,
  deviceFlags,
  loggingFlags,
  healthFlags,
  imageFlags,
  listingFlags,
  removalFlags,
  windowsFlags,
  copyFlags,
];

const byName = new Map(flagThemes.flatMap((theme) => Object.entries(theme)));

/**
 * What we teach about the flag; hidden spellings (`--net`) share the prose of their target. Undefined for a flag newer than our prose.
 * Apply `proseOn` to it where the command is known: some flags mean different things.
 */
export function proseOf(flag: Pick<FlagRecord, 'name' | 'aliasOf'>): FlagProse | undefined {
  return byName.get(canonicalName(flag));
}
