/** Small tars for tests, and an engine that sends one of them. */
import { Readable } from 'node:stream';
import type { PathStat } from '../../client/src/engine/archive-access.ts';
import type { Engine } from '../../client/src/engine/engine.ts';
import type { TarHeader, TarKind } from '../../client/src/files/tar-header.ts';
import { entriesOf } from '../../client/src/files/tar-reader.ts';
import { tarOf, type TarSource } from '../../client/src/files/tar-writer.ts';

export function entry(kind: TarKind, name: string | Buffer, rest: Partial<TarHeader> = {}): TarHeader {
  return { kind, name: Buffer.from(name), linkName: Buffer.alloc(0), mode: kind === 'directory' ? 0o755 : 0o644, uid: 0, gid: 0, size: 0, modified: 1_700_000_000_000, ...rest };
}

export function file(name: string | Buffer, content: string): TarSource {
  return { ...entry('file', name, { size: Buffer.byteLength(content) }), content: [Buffer.from(content)] };
}

export function folder(name: string): TarSource {
  return entry('directory', name);
}

export function symlinkTo(name: string, target: string): TarSource {
  return entry('symlink', name, { linkName: Buffer.from(target) });
}

export function hardLinkTo(name: string, target: string): TarSource {
  return entry('hard-link', name, { linkName: Buffer.from(target) });
}

export async function* chunked(bytes: Buffer, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += length) {
    yield await Promise.resolve(bytes.subarray(at, at + length));
  }
}

export async function readTar(source: AsyncIterable<Buffer>): Promise<(TarHeader & { readonly content: Buffer })[]> {
  const read: (TarHeader & { readonly content: Buffer })[] = [];
  for await (const { content, ...header } of entriesOf(source)) {
    const chunks: Buffer[] = [];
    for await (const chunk of content) {
      chunks.push(chunk);
    }
    read.push({ ...header, content: Buffer.concat(chunks) });
  }
  return read;
}

/** An engine whose one archive is this tar. */
export function engineSending(entries: readonly TarSource[] | Readable, kind: PathStat['kind'] = 'directory'): Engine {
  const engine: Partial<Engine> = {
    statPath: (_, path) => Promise.resolve({ name: path.slice(path.lastIndexOf('/') + 1), kind, size: 0, mode: 0o755, modified: 0 }),
    getArchive: () => Promise.resolve(entries instanceof Readable ? entries : tarOf(entries)),
  };
  return engine as Engine;
}
