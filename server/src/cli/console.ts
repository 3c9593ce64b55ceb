/** The command line's view of its terminal, so that tests can stand in for it. */
export interface Console {
  readonly color: boolean;
  out(text: string): void;
  err(text: string): void;
  /** Shows a passing line on long runs, on a terminal only; undefined takes it away. */
  progress(line: string | undefined): void;
  readInput(): Promise<Uint8Array>;
}

/** How long a run may last before the first progress line, and between two of them. */
const progressDelay = 500;

/** The console of this process. `color` overrides what the terminal and NO_COLOR say. */
export function processConsole(color: boolean | undefined): Console {
  const { stdin, stdout, stderr, env } = process;
  const automatic = stdout.isTTY && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
  let last = Date.now();
  let shown = false;
  const takeAway = () => {
    if (shown) {
      shown = false;
      stderr.write('\r\u001b[K');
    }
  };
  return {
    color: color ?? automatic,
    out(text) {
      takeAway();
      stdout.write(text);
    },
    err(text) {
      takeAway();
      stderr.write(text);
    },
    progress(line) {
      if (!stderr.isTTY) {
        return;
      }
      if (line === undefined) {
        takeAway();
      } else if (Date.now() - last > progressDelay) {
        last = Date.now();
        shown = true;
        stderr.write(`\r\u001b[K${printable(line).slice(0, (stderr.columns || 80) - 1)}`);
      }
    },
    async readInput() {
      const chunks: Buffer[] = [];
      for await (const chunk of stdin) {
        chunks.push(Buffer.from(chunk as Uint8Array));
      }
      return Buffer.concat(chunks);
    },
  };
}

/** The text without characters that could steer a terminal, or show it in another order. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, '?');
}
