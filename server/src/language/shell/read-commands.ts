/** The commands in a region, whatever its dialect. */
import { findPlaceholders } from './placeholders.ts';
import type { Region } from './region.ts';
import { readScript } from './script-reader.ts';
import type { ShellCommand } from './shell-command.ts';
import { regionSource } from './shell-source.ts';

/** The commands of the region whose program, wrappers aside, is asked for; in the order they are written. */
export function readCommands(region: Region, isProgram: (name: string) => boolean): ShellCommand[] {
  const found: ShellCommand[] = [];
  const holes = findPlaceholders(region.text, region.origin === 'script' ? 'script' : 'prose', isProgram);
  readScript(regionSource(region.text, holes), { isProgram, found });
  return found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
