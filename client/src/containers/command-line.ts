/** The `docker` command lines that do what the explorer does. */
import { quote } from 'shell-quote';
import type { ContainerSummary } from '../engine/container.ts';
import { describeEndpoint } from '../engine/endpoint.ts';
import { defaultPipe, defaultSocket } from '../engine/endpoint-url.ts';
import type { LiveEngine } from '../engine/live-engine.ts';

const safeName = /^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/;

/** What the CLI takes for this container: its name where that is one, else its id, which holds no surprises. */
export function referenceTo({ id, name }: Pick<ContainerSummary, 'id' | 'name'>): string {
  return safeName.test(name) ? name : id.slice(0, 12);
}

/** The engine that the CLI calls the default one. */
const defaultName = 'default';
/**
 * Global options with which the CLI talks to this engine and to no other. `alone`: it is the only root of the tree, so that
 * the default one is what a terminal talks to as well.
 */
export function cliOptionsFor({ name, endpoint, isNamedBySettings }: Pick<LiveEngine, 'name' | 'endpoint' | 'isNamedBySettings'>, alone: boolean): readonly string[] {
  if (name.includes('://')) {
    return ['--host', name];
  }
  if (name !== defaultName) {
    return ['--context', name];
  }
  // A socket that the CLI would not find, such as one without root.
  const isOther = (endpoint?.kind === 'unix' || endpoint?.kind === 'npipe') && endpoint.path !== defaultSocket && endpoint.path !== defaultPipe;
  if (isOther) {
    return ['--host', describeEndpoint(endpoint)];
  }
  return alone && !isNamedBySettings ? [] : ['--context', defaultName];
}

/** Means the same to every shell as it stands, also where the library would take no chances: `container:web`, `busybox@sha256:…`, `type=tmpfs,dst=/run`. */
const plainWord = /^[\w@%+:,./-][\w@%+:,./=-]*$/;

/** Fit for a POSIX shell, whatever is in the words. */
export function commandLine(words: readonly string[]): string {
  return words.map((word) => (plainWord.test(word) ? word : quote([word]))).join(' ');
}
