/**
 * One header of a tar, with its names as bytes. The libraries for tar decode names as UTF-8, which loses what is none; a
 * container's file has to come back under the very name it has.
 */
import { paxRecords, type PaxRecords } from './tar-pax.ts';

export type TarKind = 'file' | 'hard-link' | 'symlink' | 'character-device' | 'block-device' | 'directory' | 'fifo' | 'sparse' | 'other';

export interface TarHeader {
  readonly kind: TarKind;
  readonly name: Buffer;
  /** What a link names; empty otherwise. */
  readonly linkName: Buffer;
  /** At most 0o7777. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Bytes of content that follow. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

export const blockSize = 512;

/** The tar is cut off, or is no tar. */
export class TarError extends Error {
  override readonly name = 'TarError';
}

/** Places of the fields: where, and how long. */
const fields = { name: [0, 100], mode: [100, 8], uid: [108, 8], gid: [116, 8], size: [124, 12], modified: [136, 12], checksum: [148, 8], linkName: [157, 100], magic: [257, 8], prefix: [345, 155] } as const;
const typePlace = 156;

const kinds: Readonly<Record<string, TarKind>> = { '\0': 'file', '0': 'file', '7': 'file', '1': 'hard-link', '2': 'symlink', '3': 'character-device', '4': 'block-device', '5': 'directory', '6': 'fifo', S: 'sparse' };
const types: Readonly<Partial<Record<TarKind, string>>> = { file: '0', 'hard-link': '1', symlink: '2', directory: '5' };

type Field = keyof typeof fields;

function bytesOf(block: Buffer, field: Field): Buffer {
  const [at, length] = fields[field];
  const bytes = block.subarray(at, at + length);
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
}

/** Octal digits, or, where the first bit is set, a number in base 256. */
function numberIn(block: Buffer, field: Field): number {
  const [at, length] = fields[field];
  const bytes = block.subarray(at, at + length);
  const first = bytes[0] ?? 0;
  if ((first & 0x80) !== 0) {
    // The first bit only says that this is no octal number; the one after it is the sign.
    return Number(BigInt.asIntN(length * 8 - 1, BigInt(`0x${bytes.toString('hex')}`)));
  }
  const digits = bytes.toString('latin1').replace(/[\0 ]+$/, '').trim();
  if (!/^[0-7]*$/.test(digits)) {
    throw new TarError(`a header has a number that is none: ${JSON.stringify(digits)}`);
  }
  return digits === '' ? 0 : Number.parseInt(digits, 8);
}

function checksum(block: Buffer): number {
  const [at, length] = fields.checksum;
  return block.reduce((sum, byte, index) => sum + (index >= at && index < at + length ? 0x20 : byte), 0);
}

export interface RawHeader extends TarHeader {
  /** The letter of the type, as it stands in the block. */
  readonly type: string;
}

/** Undefined for a block of zeros, which ends a tar. Throws a TarError for anything else that is no header. */
export function decodeHeader(block: Buffer): RawHeader | undefined {
  if (block.every((byte) => byte === 0)) {
    return undefined;
  }
  if (checksum(block) !== numberIn(block, 'checksum')) {
    throw new TarError('a header does not have the checksum that it names');
  }
  const type = String.fromCharCode(block[typePlace] ?? 0);
  const prefix = bytesOf(block, 'magic').toString('latin1') === 'ustar' ? bytesOf(block, 'prefix') : Buffer.alloc(0);
  const name = bytesOf(block, 'name');
  return {
    type,
    kind: kinds[type] ?? 'other',
    name: Buffer.from(prefix.length === 0 ? name : Buffer.concat([prefix, Buffer.from('/'), name])),
    linkName: Buffer.from(bytesOf(block, 'linkName')),
    mode: numberIn(block, 'mode') & 0o7777,
    uid: numberIn(block, 'uid'),
    gid: numberIn(block, 'gid'),
    size: numberIn(block, 'size'),
    modified: numberIn(block, 'modified') * 1000,
  };
}

function octal(block: Buffer, field: Field, value: number): boolean {
  const [at, length] = fields[field];
  const digits = value.toString(8);
  const fits = Number.isInteger(value) && value >= 0 && digits.length < length;
  block.write((fits ? digits : '0').padStart(length - 1, '0'), at, 'latin1');
  return fits;
}

function bytesInto(block: Buffer, field: Field, value: Buffer): boolean {
  const [at, length] = fields[field];
  const plain = value.length <= length && value.every((byte) => byte > 0 && byte < 0x80);
  // A reader that knows no extended headers gets a name without surprises.
  value.subarray(0, length).forEach((byte, index) => (block[at + index] = byte > 0x20 && byte < 0x7f ? byte : 0x5f));
  if (plain) {
    value.copy(block, at);
  }
  return plain;
}

function sealed(block: Buffer, type: string): Buffer {
  block.write('ustar\x0000', fields.magic[0], 'latin1');
  block.write(type, typePlace, 'latin1');
  block.write(`${checksum(block).toString(8).padStart(6, '0')}\0 `, fields.checksum[0], 'latin1');
  return block;
}

/** The blocks that announce an entry; what its fields cannot hold goes into an extended header in front. */
export function encodeHeader({ kind, name, linkName, mode, uid, gid, size, modified }: TarHeader): Buffer {
  const block = Buffer.alloc(blockSize);
  const records: PaxRecords = new Map();
  const put = (fits: boolean, key: string, value: Buffer | number) => {
    if (!fits) {
      records.set(key, Buffer.isBuffer(value) ? value : Buffer.from(String(value)));
    }
  };
  const seconds = Math.floor(modified / 1000);
  octal(block, 'mode', mode);
  put(bytesInto(block, 'name', name), 'path', name);
  put(bytesInto(block, 'linkName', linkName), 'linkpath', linkName);
  put(octal(block, 'uid', uid), 'uid', uid);
  put(octal(block, 'gid', gid), 'gid', gid);
  put(octal(block, 'size', size), 'size', size);
  put(octal(block, 'modified', seconds), 'mtime', seconds);
  const header = sealed(block, types[kind] ?? '0');
  return records.size === 0 ? header : Buffer.concat([extendedHeader(paxRecords(records)), header]);
}

function extendedHeader(content: Buffer): Buffer {
  const block = Buffer.alloc(blockSize);
  block.write('PaxHeaders/entry', 0, 'latin1');
  octal(block, 'mode', 0o644);
  for (const field of ['uid', 'gid', 'modified'] as const) {
    octal(block, field, 0);
  }
  octal(block, 'size', content.length);
  return Buffer.concat([sealed(block, 'x'), content, Buffer.alloc(paddingOf(content.length))]);
}

/** Bytes from the end of a content of that length to the next block. */
export function paddingOf(size: number): number {
  return (blockSize - (size % blockSize)) % blockSize;
}
