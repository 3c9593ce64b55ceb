/** The part of the engine port that copies files: what `docker cp` asks for, on containers in any state. */
import type { Readable } from 'node:stream';
import type { CallOptions } from './engine.ts';

/** Paths in a container are absolute; `pathBytes` of container-path.ts says what stands for bytes that are no UTF-8. */
export interface ArchiveAccess {
  /** What is at the path, the last link not followed. */
  statPath(id: string, path: string, options?: CallOptions): Promise<PathStat>;
  /**
   * A tar of the path, whose first entry is the path itself. It has to be read to its end or destroyed. The stream fails
   * when the engine sends nothing for a while although somebody reads, and when `signal` aborts.
   */
  getArchive(id: string, path: string, options?: CallOptions): Promise<Readable>;
  /** Unpacks the tar into a folder that exists; resolves when all of it is written. Always ends or destroys the stream. */
  putArchive(id: string, path: string, tar: Readable, put?: PutOptions, options?: CallOptions): Promise<void>;
}

export interface PathStat {
  /** The last part of the path, with U+FFFD for what is no UTF-8. */
  readonly name: string;
  readonly kind: PathKind;
  readonly size: number;
  /** Permission bits, with set-user-id, set-group-id and sticky: at most 0o7777. */
  readonly mode: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
  /** For a link: where all links lead in the end, an absolute path in the container. */
  readonly linkTarget?: string;
}

export type PathKind = 'file' | 'directory' | 'symlink' | 'device' | 'fifo' | 'socket' | 'other';

export interface PutOptions {
  /** Refuses to replace a folder by a file and a file by a folder, as `docker cp` always does. */
  readonly noOverwriteDirNonDir?: boolean;
  /** Gives everything to the container's configured user: `docker cp --archive`. */
  readonly copyUIDGID?: boolean;
}
