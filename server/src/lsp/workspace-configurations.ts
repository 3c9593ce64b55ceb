/** The configuration files of the workspace folders, as they stand in the editor where they are open there, else on disk. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { ConfigurationFiles, configurationNames } from '../files/configuration-files.ts';
import { isInside, readText } from '../files/read-text.ts';
import { isPackageFile, type LoadedConfiguration, type LoadedFile } from '../language/configuration/load.ts';
import { noConfiguration, type ResolvedConfiguration } from '../language/configuration/resolve.ts';
import { pathOf } from './client-features.ts';

/** Whether the file is one that Gantry looks for by its name, apart from packages. */
function hasConfigurationName(file: string): boolean {
  return configurationNames.some((name) => name === path.basename(file)) && !isPackageFile(file);
}

export class WorkspaceConfigurations {
  readonly #folders: readonly string[];
  readonly #documents: TextDocuments<TextDocument>;
  readonly #files = new ConfigurationFiles((file) => this.openDocument(file)?.getText());
  readonly #used = new Map<string, LoadedFile>();

  constructor(folders: readonly string[], documents: TextDocuments<TextDocument>) {
    this.#folders = folders;
    this.#documents = documents;
  }

  /** What applies to the document. */
  of(uri: string): ResolvedConfiguration {
    const file = pathOf(uri);
    const root = this.#rootOf(file);
    const loaded = file === undefined || root === undefined ? undefined : this.#take(this.#files.of(file, root));
    return loaded?.configuration.for(file ?? '') ?? noConfiguration;
  }

  /** Where the rules of the document are configured, or could be; undefined outside the workspace. */
  fileFor(uri: string): { readonly path: string; readonly exists: boolean } | undefined {
    const file = pathOf(uri);
    const root = this.#rootOf(file);
    if (file === undefined || root === undefined) {
      return undefined;
    }
    const nearest = this.#files.nearest(path.dirname(file), root);
    return { path: nearest ?? path.join(root, configurationNames[0]), exists: nearest !== undefined };
  }

  /** The text of a file of the workspace. */
  textOf(file: string): string | undefined {
    const root = this.#rootOf(file);
    const open = this.openDocument(file)?.getText();
    const content = open === undefined && root !== undefined ? readText(file, root) : undefined;
    return content === undefined ? open : 'text' in content ? content.text : undefined;
  }

  /** The files that decide about open documents, and those that are open themselves. */
  inUse(): readonly LoadedFile[] {
    for (const { uri } of this.#documents.all()) {
      const file = pathOf(uri);
      const root = this.#rootOf(file);
      if (file !== undefined && root !== undefined && hasConfigurationName(file)) {
        this.#take(this.#files.load(file, root));
      }
    }
    return [...this.#used.values()];
  }

  /** Whether the address is that of a configuration file: by its name, or as another one extends it. */
  owns(uri: string): boolean {
    const file = pathOf(uri);
    return file !== undefined && (hasConfigurationName(file) || this.#used.has(file)) && this.#rootOf(file) !== undefined;
  }

  /** Whether a change of the file may change what applies to some document. */
  concerns(uri: string): boolean {
    const file = pathOf(uri);
    return this.owns(uri) || (file !== undefined && isPackageFile(file) && this.#rootOf(file) !== undefined);
  }

  /** Everything is read again when it is asked for. */
  forget(): void {
    this.#files.forget();
    this.#used.clear();
  }

  openDocument(file: string): TextDocument | undefined {
    return this.#documents.all().find(({ uri }) => pathOf(uri) === file);
  }

  /** The address of the file, as the editor writes it where the file is open. */
  uriOf(file: string): string {
    return this.openDocument(file)?.uri ?? pathToFileURL(file).href;
  }

  /** The innermost workspace folder that holds the file. */
  #rootOf(file: string | undefined): string | undefined {
    const holding = file === undefined ? [] : this.#folders.filter((folder) => isInside(folder, file));
    return holding.sort((a, b) => b.length - a.length)[0];
  }

  #take(loaded: LoadedConfiguration | undefined): LoadedConfiguration | undefined {
    for (const file of loaded?.files ?? []) {
      this.#used.set(file.path, file);
    }
    return loaded;
  }
}
