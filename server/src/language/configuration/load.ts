/** Follows a configuration file to all that it extends. Files are reached through a port; the disk is not known here. */
import type { ConfigurationProblem, Extension } from './configuration.ts';
import { readConfiguration, type ReadConfiguration } from './read-configuration.ts';
import { Configuration } from './resolve.ts';
import { code } from '../text/markdown.ts';

/** How a file is reached. Paths are absolute. */
export interface ConfigurationSource {
  /** The text, or in half a sentence why it cannot be had: `does not exist`. */
  read(path: string): { readonly text: string } | { readonly problem: string };
  /** The path that a relative one means in a file; undefined when it leads out of the workspace. */
  resolve(from: string, relative: string): string | undefined;
  folderOf(path: string): string;
}

/** A file that was read, and every mistake in it. */
export interface LoadedFile {
  readonly path: string;
  readonly text: string;
  readonly problems: readonly ConfigurationProblem[];
}

export interface LoadedConfiguration {
  readonly configuration: Configuration;
  /** The file itself, and all that it extends. */
  readonly files: readonly LoadedFile[];
}

/** So many files are combined: a chain that repeats itself by the dozen is a mistake. */
const mostFiles = 100;

interface Reached {
  readonly text: string;
  readonly read: ReadConfiguration;
  readonly problems: ConfigurationProblem[];
}

class Loader {
  readonly configuration = new Configuration();
  readonly #files = new Map<string, Reached>();
  readonly #source: ConfigurationSource;
  #count = 0;

  constructor(source: ConfigurationSource) {
    this.#source = source;
  }

  get files(): LoadedFile[] {
    return [...this.#files].map(([path, { text, problems }]) => ({ path, text, problems: problems.sort((a, b) => a.span.start - b.span.start) }));
  }

  /** Adds the file and what it extends; gives half a sentence when it cannot be read. `chain` leads here. */
  add(path: string, chain: readonly string[]): string | undefined {
    const reached = this.#reach(path);
    if ('problem' in reached) {
      return reached.problem;
    }
    const { configuration } = reached.read;
    for (const extension of configuration.extends) {
      const message = this.#extend(extension, path, [...chain, path]);
      // A file that is extended twice tells its mistakes once.
      if (message !== undefined && !reached.problems.some(({ span }) => span.start === extension.span.start)) {
        reached.problems.push({ span: extension.span, message, fixes: [] });
      }
    }
    this.configuration.addFile(this.#source.folderOf(path), configuration);
    return undefined;
  }

  #extend({ preset, path = '' }: Extension, from: string, chain: readonly string[]): string | undefined {
    if (preset !== undefined) {
      this.configuration.addPreset(preset);
      return undefined;
    }
    const target = this.#source.resolve(from, path);
    if (target === undefined) {
      return `${code(path)} lies outside the workspace and is not read.`;
    }
    if (chain.includes(target)) {
      return chain.at(-1) === target ? 'This file extends itself.' : `${code(path)} extends this file in turn, so neither can come first.`;
    }
    if (++this.#count > mostFiles) {
      return `More than ${mostFiles} files are extended; ${code(path)} is left out.`;
    }
    const problem = this.add(target, chain);
    return problem === undefined ? undefined : `${code(path)} ${problem}.`;
  }

  #reach(path: string): Reached | { readonly problem: string } {
    const known = this.#files.get(path);
    if (known !== undefined) {
      return known;
    }
    const content = this.#source.read(path);
    if ('problem' in content) {
      return content;
    }
    const read = readConfiguration(content.text, isPackageFile(path));
    if (read === undefined) {
      return { problem: 'has no key `gantry`' };
    }
    const reached = { text: content.text, read, problems: [...read.problems] };
    this.#files.set(path, reached);
    return reached;
  }
}

/** Whether the configuration is only one key of the file. */
export function isPackageFile(path: string): boolean {
  return /(?:^|[/\\])package\.json$/.test(path);
}

/** Reads the file and all that it extends; a sentence when the file itself cannot be read. */
export function loadConfiguration(path: string, source: ConfigurationSource): LoadedConfiguration | { readonly problem: string } {
  const loader = new Loader(source);
  const problem = loader.add(path, []);
  return problem === undefined ? { configuration: loader.configuration, files: loader.files } : { problem };
}
