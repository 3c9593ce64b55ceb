/** Reads a tar entry by entry, as fast as its reader asks: nothing but the present chunk and header is held. */
import { parsePax, type PaxRecords } from './tar-pax.ts';
import { blockSize, decodeHeader, paddingOf, TarError, type RawHeader, type TarHeader } from './tar-header.ts';

export interface TarEntry extends TarHeader {
  /** The content, to be read before the next entry is asked for. Whatever is left of it then is skipped. */
  readonly content: AsyncIterable<Buffer>;
}

/** Bytes of extended headers; names of 4,096 bytes are the longest that Linux takes. */
const extendedLimit = 1024 * 1024;

/** Throws a TarError where the tar ends early or is none; errors of the source pass. */
export async function* entriesOf(source: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const bytes = new ByteSource(source);
  try {
    let extra: PaxRecords = new Map();
    for (;;) {
      const block = await bytes.take(blockSize);
      if (block === undefined) {
        // An engine that fails in the middle may end its answer as if all were well.
        throw new TarError('it ends without its end mark');
      }
      const header = decodeHeader(block);
      if (header === undefined) {
        await bytes.drain();
        return;
      }
      if (/[xgLK]/.test(header.type)) {
        extra = new Map([...extra, ...(await extendedRecords(header, bytes))]);
        continue;
      }
      const entry = withRecords(header, extra);
      extra = new Map();
      bytes.beginContent(entry.size);
      yield { ...entry, content: bytes.content() };
      await bytes.endContent();
    }
  } finally {
    await bytes.close();
  }
}

/** What a GNU or PAX header in front of an entry says about it. Global headers of PAX carry comments only. */
async function extendedRecords({ type, size }: RawHeader, bytes: ByteSource): Promise<PaxRecords> {
  if (size > extendedLimit) {
    throw new TarError('an extended header is longer than any name can be');
  }
  const content = await bytes.take(size + paddingOf(size));
  if (content === undefined) {
    throw new TarError('it ends within a header');
  }
  const value = content.subarray(0, size);
  switch (type) {
    case 'x':
      return parsePax(value);
    case 'L':
    case 'K': {
      const end = value.indexOf(0);
      return new Map([[type === 'L' ? 'path' : 'linkpath', Buffer.from(end < 0 ? value : value.subarray(0, end))]]);
    }
    default:
      return new Map();
  }
}

function withRecords({ type, ...header }: RawHeader, records: PaxRecords): TarHeader {
  const number = (key: string, fallback: number) => {
    const value = Number(records.get(key)?.toString('latin1') ?? Number.NaN);
    return Number.isFinite(value) ? value : fallback;
  };
  const isSparse = [...records.keys()].some((key) => key.startsWith('GNU.sparse.'));
  const name = records.get('path') ?? header.name;
  const size = number('size', header.size);
  if (!Number.isSafeInteger(size) || size < 0) {
    throw new TarError('an entry has an impossible size');
  }
  return {
    // Old tars write folders as files whose names end with a slash.
    kind: isSparse ? 'sparse' : header.kind === 'file' && name.at(-1) === 0x2f ? 'directory' : header.kind,
    name,
    linkName: records.get('linkpath') ?? header.linkName,
    mode: header.mode,
    uid: number('uid', header.uid),
    gid: number('gid', header.gid),
    // Links have no content, whatever their header says: some writers put the size of the target there.
    size: type === '1' || type === '2' ? 0 : size,
    modified: number('mtime', header.modified / 1000) * 1000,
  };
}

/** The stream as a queue of bytes. */
class ByteSource {
  readonly #chunks: AsyncIterator<Buffer, undefined>;
  #rest: Buffer = Buffer.alloc(0);
  #left = 0;
  #padding = 0;

  constructor(source: AsyncIterable<Buffer>) {
    this.#chunks = source[Symbol.asyncIterator]() as AsyncIterator<Buffer, undefined>;
  }

  /** Undefined at the end of the stream; throws when the stream ends in between. */
  async take(length: number): Promise<Buffer | undefined> {
    const parts: Buffer[] = [];
    for (let missing = length; missing > 0; ) {
      const part = await this.#some(missing);
      if (part === undefined) {
        if (parts.length === 0) {
          return undefined;
        }
        throw new TarError('it ends in the middle');
      }
      parts.push(part);
      missing -= part.length;
    }
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
  }

  beginContent(size: number): void {
    this.#left = size;
    this.#padding = paddingOf(size);
  }

  async *content(): AsyncGenerator<Buffer> {
    while (this.#left > 0) {
      const part = await this.#some(this.#left);
      if (part === undefined) {
        throw new TarError('it ends in the middle of a file');
      }
      this.#left -= part.length;
      yield part;
    }
  }

  async endContent(): Promise<void> {
    const rest = this.content();
    while ((await rest.next()).done !== true);
    await this.take(this.#padding);
  }

  /** Reads what follows the end of the tar, so that the connection ends well. */
  async drain(): Promise<void> {
    this.#rest = Buffer.alloc(0);
    while ((await this.#chunks.next()).done !== true);
  }

  async close(): Promise<void> {
    await this.#chunks.return?.();
  }

  async #some(most: number): Promise<Buffer | undefined> {
    while (this.#rest.length === 0) {
      const { done, value } = await this.#chunks.next();
      if (done === true) {
        return undefined;
      }
      this.#rest = value;
    }
    const part = this.#rest.subarray(0, most);
    this.#rest = this.#rest.subarray(part.length);
    return part;
  }
}
