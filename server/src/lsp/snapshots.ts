/** Keeps one analysis per open document, made when it is asked for. Its text tells whether it still holds: not every editor counts versions. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { analysisSettings } from '../files/analysis-settings.ts';
import { analyse, type AnalysisSettings, type Snapshot } from '../language/features/snapshot.ts';
import { documentKindOf } from '../language/shell/document-kind.ts';
import { pathOf } from './client-features.ts';
import { fileProbe } from '../files/file-probe.ts';
import type { ServerSettings } from './settings.ts';
import type { WorkspaceConfigurations } from './workspace-configurations.ts';

interface Entry {
  readonly text: string;
  readonly languageId: string;
  readonly snapshot: Snapshot | undefined;
  readonly settings: AnalysisSettings;
}

export class Snapshots {
  readonly #entries = new Map<string, Entry>();
  readonly #folders: readonly string[];
  readonly #configurations: WorkspaceConfigurations;
  #settings: ServerSettings;

  constructor(settings: ServerSettings, folders: readonly string[], configurations: WorkspaceConfigurations) {
    this.#settings = settings;
    this.#configurations = configurations;
    this.#folders = folders;
  }

  /** The analysis of the document as it is now; undefined for documents that Gantry does not read. */
  of(document: TextDocument): Snapshot | undefined {
    const known = this.#entries.get(document.uri);
    const text = document.getText();
    const { languageId } = document;
    if (known?.text === text && known.languageId === languageId) {
      return known.snapshot;
    }
    const settings = known?.settings ?? this.#analysisSettings(document.uri);
    const kind = this.#settings.enable ? documentKindOf(pathOf(document.uri) ?? document.uri, text, languageId) : undefined;
    const snapshot = kind === undefined ? undefined : analyse(text, kind, settings, known?.snapshot);
    this.#entries.set(document.uri, { text, languageId, snapshot, settings });
    return snapshot;
  }

  /** A command line that stands in no document, by the settings of the workspace. */
  ofCommand(text: string): Snapshot {
    return analyse(text, 'shell', this.#analysisSettings('untitled:command'));
  }

  forget(uri: string): void {
    this.#entries.delete(uri);
  }

  /** Other settings may mean other findings: every document is read anew. */
  use(settings: ServerSettings): void {
    this.#settings = settings;
    this.#entries.clear();
  }

  #analysisSettings(uri: string): AnalysisSettings {
    return analysisSettings(this.#configurations.of(uri), this.#settings, fileProbe(pathOf(uri), this.#folders));
  }
}
