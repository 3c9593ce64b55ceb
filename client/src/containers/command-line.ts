/** The `docker` command lines that do what the explorer does. */
import { quote } from 'shell-quote';
import type { ContainerSummary } from '../engine/container.ts';

const safeName = /^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/;

/** What the CLI takes for this container: its name where that is one, else its id, which holds no surprises. */
export function referenceTo({ id, name }: Pick<ContainerSummary, 'id' | 'name'>): string {
  return safeName.test(name) ? name : id.slice(0, 12);
}

/** Fit for a POSIX shell, whatever is in the words. */
export function commandLine(words: readonly string[]): string {
  return quote(words);
}
