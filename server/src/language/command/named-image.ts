/** The image that a command makes a container of, cut into its pieces and judged once for all that ask. */
import { cutReference, imageProblems, type ImageName } from '../docker/image-reference.ts';
import type { ValueProblem } from '../docker/values/value-grammar.ts';
import type { ShellWord } from '../shell/shell-command.ts';
import { memoized } from './memoized.ts';

export interface NamedImage {
  readonly word: ShellWord;
  readonly name: ImageName;
  /** Why the CLI refuses it. */
  readonly problems: readonly ValueProblem[];
}

/** Undefined where there is none, or it is known only at run time. */
export const namedImage = memoized(({ image }): NamedImage | undefined =>
  image?.kind === 'literal' ? { word: image, name: cutReference(image.value), problems: imageProblems(image.value) } : undefined,
);
