/** What runs in a terminal of the editor: a log, a program inside a container, or a program of this machine. */
import type { CliProgram } from '../engine/docker-cli.ts';

export interface TerminalSize {
  readonly columns: number;
  readonly rows: number;
}

export interface TerminalOutput {
  /** Shown as it is: control sequences work. */
  write(text: string): void;
  /** Nothing more comes; the terminal stays open so that it can be read. */
  end(exitCode: number | undefined): void;
}

export interface TerminalSession {
  /** Plain text. */
  readonly name: string;
  /** A codicon. */
  readonly icon: string;
  /** Called once, when the terminal is there. */
  open(output: TerminalOutput, size: TerminalSize | undefined): void;
  /** What the user types, as a terminal sends it. */
  input(text: string): void;
  resize(size: TerminalSize): void;
  /** The user closed the terminal, or the editor ends. */
  close(): void;
}

/** A program of this machine, which has the terminal to itself. No shell reads its words. */
export interface TerminalProgram extends CliProgram {
  /** Plain text: it stays, whatever the program is. */
  readonly name: string;
  /** A codicon. */
  readonly icon: string;
  /** Shown before anything else. */
  readonly greeting?: string;
  /** The terminal is gone, and the program with it. */
  readonly closed?: () => void;
}
