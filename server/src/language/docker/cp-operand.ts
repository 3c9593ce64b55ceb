/** Tells which side of `docker cp` an operand names: a file of this machine or of a container. */

export type CpOperand =
  /** `-`: a tar archive on standard input or output. */
  | { readonly side: 'stream' }
  | { readonly side: 'local'; readonly path: string }
  | {
      readonly side: 'container';
      readonly container: string;
      readonly path: string;
      /** Offset of the path in the operand. */
      readonly pathStart: number;
    };

/** Splits an operand as the CLI does: `NAME:PATH` is a container's unless it begins with `/` or `.`. */
export function parseCpOperand(operand: string): CpOperand {
  if (operand === '-') {
    return { side: 'stream' };
  }
  const colon = operand.indexOf(':');
  if (operand.startsWith('/') || operand.startsWith('.') || colon <= 0) {
    // An empty name in front of the colon names no container, and the CLI goes on with the text behind the colon.
    return { side: 'local', path: colon === 0 ? operand.slice(1) : operand };
  }
  return { side: 'container', container: operand.slice(0, colon), path: operand.slice(colon + 1), pathStart: colon + 1 };
}

export type CpDirection = 'from-container' | 'to-container' | 'between-containers' | 'no-container';

/** What a pair of operands asks for; the CLI refuses the last two. */
export function cpDirection(source: string, destination: string): CpDirection {
  const from = parseCpOperand(source).side === 'container';
  const to = parseCpOperand(destination).side === 'container';
  return from && to ? 'between-containers' : from ? 'from-container' : to ? 'to-container' : 'no-container';
}
