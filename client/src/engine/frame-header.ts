/** The header of the frames in which engines send the two outputs of a program without a terminal. */
import type { OutputStream } from './streams.ts';

/** One byte for the stream, three zeros, four for the length of what follows. */
export const headerLength = 8;

export interface FrameHeader {
  readonly stream: OutputStream;
  readonly length: number;
}

/** Of the first bytes; undefined where they are no header. */
export function readHeader(bytes: Buffer): FrameHeader | undefined {
  const stream = bytes.readUInt8(0);
  return stream > 2 || bytes.readUIntBE(1, 3) !== 0 ? undefined : { stream: stream === 2 ? 'stderr' : 'stdout', length: bytes.readUInt32BE(4) };
}
