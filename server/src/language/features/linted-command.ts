/** Finds the docker command that a selection is in, where commands are judged: prose is left alone. */
import type { DockerCommand } from '../command/docker-command.ts';
import type { Region } from '../shell/region.ts';
import { offsetInRegion, stretchOf } from '../shell/region-places.ts';
import type { Span } from '../text/span.ts';
import type { Snapshot } from './snapshot.ts';

export interface LintedCommand {
  readonly command: DockerCommand;
  readonly region: Region;
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The innermost command that holds the whole selection. */
export function lintedCommandAt({ regions }: Snapshot, selection: Span): LintedCommand | undefined {
  let found: LintedCommand | undefined;
  for (const { region, commands } of regions) {
    const inside = { start: offsetInRegion(region, selection.start), end: offsetInRegion(region, selection.end) };
    for (const command of region.origin === 'inline' || !holds(stretchOf(region), selection) ? [] : commands) {
      const closer = found === undefined || holds(found.command.shell.span, command.shell.span);
      if (closer && holds(command.shell.span, inside)) {
        found = { command, region };
      }
    }
  }
  return found;
}
