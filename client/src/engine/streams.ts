/** The part of the engine port that is made of streams: logs, and programs that are started inside a container. */

export interface LogQuery {
  /** Whether the container has a terminal, which makes one stream of its two. */
  readonly tty: boolean;
  /** Goes on with what is written from now on, until the container ends. */
  readonly follow: boolean;
  /** Lines of the past; all of them when absent. */
  readonly tail?: number;
  /** Seconds since 1970, with up to nine decimals, in text: a number cannot hold nanoseconds. */
  readonly since?: string;
  readonly until?: string;
  /** Puts the engine's time in front of each line. */
  readonly timestamps: boolean;
  /** Absent: both. */
  readonly only?: OutputStream;
}

export type OutputStream = 'stdout' | 'stderr';

/** A piece of output as it came: it may begin and end anywhere. */
export interface OutputChunk {
  readonly stream: OutputStream;
  readonly data: Buffer;
  /** Whether a frame of the engine begins with it: an entry of a log. Without frames, never known. */
  readonly begins: boolean;
}

export interface ExecOptions {
  readonly command: readonly string[];
  /** A terminal for the program: one output, Ctrl-C, sizes. */
  readonly tty: boolean;
  /** Nothing will be written to it: it finds its input at its end. */
  readonly noInput?: true;
  /** `name`, `uid` or `uid:gid`; absent: the container's. */
  readonly user?: string;
  readonly workdir?: string;
  /** `NAME=value`. */
  readonly environment?: readonly string[];
}

/** A program that runs inside a container, or the container's own, and the connection to it. */
export interface ExecSession {
  /** Ends when the program does; throws when the connection breaks. */
  readonly output: AsyncIterable<OutputChunk>;
  /** Resolves when there is room for more. What nobody reads any more is dropped. */
  write(data: Buffer): Promise<void>;
  /** No more input: what reads it sees its end. */
  endInput(): void;
  resize(columns: number, rows: number): Promise<void>;
  /** Once the output has ended; undefined where the engine does not know. */
  exitCode(): Promise<number | undefined>;
  /** Gives up the connection; a program with a terminal is hung up on by most engines only when it reads. */
  close(): void;
}
