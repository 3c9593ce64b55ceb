/** Finds the configuration file of a document: the nearest one upward, up to the root of the workspace. */
import path from 'node:path';
import { isPackageFile, loadConfiguration, type LoadedConfiguration } from '../language/configuration/load.ts';
import { readConfiguration } from '../language/configuration/read-configuration.ts';
import { Configuration } from '../language/configuration/resolve.ts';
import { isFile, isInside, readText, type Content } from './read-text.ts';

/** In the order in which they are looked for in a folder. */
export const configurationNames = ['.gantry.json', '.gantry.jsonc', 'package.json'] as const;

/** The text of a file that is open in an editor; undefined for any other. */
export type OpenText = (file: string) => string | undefined;

export class ConfigurationFiles {
  readonly #open: OpenText;
  /** The nearest file by folder and root, and what it says by its path and root. */
  readonly #nearest = new Map<string, string | undefined>();
  readonly #loaded = new Map<string, LoadedConfiguration>();

  constructor(open: OpenText = () => undefined) {
    this.#open = open;
  }

  /** The configuration of the document; undefined where no folder from its own up to the root has one. */
  of(document: string, root: string): LoadedConfiguration | undefined {
    const file = this.nearest(path.dirname(document), root);
    return file === undefined ? undefined : this.load(file, root);
  }

  /** The configuration in the file. One that cannot be read says nothing, and has that as its mistake. */
  load(file: string, root: string): LoadedConfiguration {
    const key = `${root}\0${file}`;
    const known = this.#loaded.get(key);
    if (known !== undefined) {
      return known;
    }
    const source = {
      read: (wanted: string) => this.#read(wanted, root),
      resolve: (from: string, relative: string) => {
        const target = path.resolve(path.dirname(from), relative);
        return isInside(root, target) ? target : undefined;
      },
      folderOf: (of: string) => path.dirname(of),
    };
    const loaded = loadConfiguration(file, source);
    const complete = 'configuration' in loaded ? loaded : unreadable(file, loaded.problem);
    this.#loaded.set(key, complete);
    return complete;
  }

  /** The nearest configuration file in the folder or above it. */
  nearest(folder: string, root: string): string | undefined {
    const key = `${root}\0${folder}`;
    if (this.#nearest.has(key)) {
      return this.#nearest.get(key);
    }
    const own = isInside(root, folder) ? this.#inFolder(folder, root) : undefined;
    const parent = path.dirname(folder);
    const found = own ?? (parent === folder || !isInside(root, parent) ? undefined : this.nearest(parent, root));
    this.#nearest.set(key, found);
    return found;
  }

  /** Files may have changed: everything is looked up again. */
  forget(): void {
    this.#nearest.clear();
    this.#loaded.clear();
  }

  #inFolder(folder: string, root: string): string | undefined {
    return configurationNames.map((name) => path.join(folder, name)).find((file) => {
      if (!isPackageFile(file)) {
        return isFile(file) || this.#open(file) !== undefined;
      }
      const content = isFile(file) ? this.#read(file, root) : undefined;
      // Most packages say nothing to Gantry, and need not be parsed to know.
      return content !== undefined && 'text' in content && content.text.includes('"gantry"') && readConfiguration(content.text, true) !== undefined;
    });
  }

  #read(file: string, root: string): Content {
    const open = this.#open(file);
    return open === undefined ? readText(file, root) : { text: open };
  }
}

function unreadable(file: string, problem: string): LoadedConfiguration {
  const message = `This configuration ${problem} and is not applied.`;
  return { configuration: new Configuration(), files: [{ path: file, text: '', problems: [{ span: { start: 0, end: 0 }, message, fixes: [] }] }] };
}
