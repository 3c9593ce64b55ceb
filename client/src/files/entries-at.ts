/** The entries of one path's archive, also of a file whose name is no UTF-8: Docker finds folders of such names, but no files. */
import { baseOf, parentOf, pathBytes } from '../engine/container-path.ts';
import type { CallOptions, Engine } from '../engine/engine.ts';
import { partsOf } from './local-name.ts';
import { entriesOf, type TarEntry } from './tar-reader.ts';

function hasOddName(path: string): boolean {
  const bytes = pathBytes(baseOf(path));
  return !Buffer.from(bytes.toString('utf8')).equals(bytes);
}

/** The first entry is the path itself. */
export async function* entriesAt(engine: Engine, id: string, path: string, isFolder: boolean, options: CallOptions): AsyncGenerator<TarEntry> {
  if (isFolder || !hasOddName(path)) {
    yield* entriesOf(await engine.getArchive(id, path, options));
    return;
  }
  // Its folder is found, and holds it under its real name.
  const base = pathBytes(baseOf(path));
  let depth: number | undefined;
  for await (const entry of entriesOf(await engine.getArchive(id, parentOf(path), options))) {
    const parts = partsOf(entry.name);
    depth ??= parts.length;
    if (parts.length === depth + 1 && parts.at(-1)?.equals(base) === true) {
      yield entry;
      return;
    }
  }
}
