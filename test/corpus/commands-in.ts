/** Lists the docker commands of an analysed document by the lines on which they stand. */
import type { DockerCommand } from '../../server/src/language/command/docker-command.ts';
import type { Snapshot } from '../../server/src/language/features/snapshot.ts';
import type { RegionOrigin } from '../../server/src/language/shell/region.ts';
import { LineIndex } from '../../server/src/language/text/line-index.ts';

export interface PlacedCommand {
  readonly command: DockerCommand;
  readonly origin: RegionOrigin;
  /** 1-based. */
  readonly line: number;
  readonly endLine: number;
  /** The words from the command word on; global flags are left out. */
  readonly argv: readonly string[];
}

export function commandsIn({ text, regions }: Snapshot): PlacedCommand[] {
  const lines = new LineIndex(text);
  return regions.flatMap(({ region, commands }) =>
    commands.map((command) => ({
      command,
      origin: region.origin,
      line: lines.positionAt(region.start + command.shell.span.start).line + 1,
      endLine: lines.positionAt(region.start + command.shell.span.end).line + 1,
      argv: command.shell.words.slice(command.shell.words.indexOf(command.path[0] ?? command.program)).map(({ value }) => value),
    })),
  );
}
