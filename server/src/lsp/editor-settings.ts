/** Gets the settings from the editor: asked for where it can be asked, else as it sends them. */
import { isDeepStrictEqual } from 'node:util';
import { DidChangeConfigurationNotification, type Connection } from 'vscode-languageserver/node';
import { settingsSection } from '../../../shared/settings.ts';
import { rules } from '../language/rules/index.ts';
import type { ClientFeatures } from './client-features.ts';
import { defaultServerSettings, readSettings, type ServerSettings } from './settings.ts';

const knownRules: ReadonlySet<string> = new Set(rules.map(({ id }) => id));

export class EditorSettings {
  readonly #connection: Connection;
  readonly #apply: (settings: ServerSettings) => void;
  readonly #complaints = new Set<string>();
  #client: ClientFeatures | undefined;
  #settings: ServerSettings = defaultServerSettings;

  /** `apply` is called with every new state of the settings, not with those that say what applied before. */
  constructor(connection: Connection, apply: (settings: ServerSettings) => void) {
    this.#connection = connection;
    this.#apply = apply;
  }

  /** The settings that the `initialize` request brought. */
  begin(client: ClientFeatures): ServerSettings {
    this.#client = client;
    if (client.initialSettings !== undefined) {
      this.#settings = this.#read(client.initialSettings);
    }
    return this.#settings;
  }

  /** Once the editor is ready to be asked. */
  async initialized(): Promise<void> {
    if (this.#client?.registersConfiguration === true) {
      await this.#connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection });
    }
    await this.#pull();
  }

  /** The editor says that settings changed, and perhaps how. */
  async changed(sent: unknown): Promise<void> {
    if (this.#client?.pullsConfiguration === true) {
      await this.#pull();
    } else if (typeof sent === 'object' && sent !== null) {
      const section = new Map<string, unknown>(Object.entries(sent)).get(settingsSection);
      this.#use(this.#read(section ?? sent));
    }
  }

  async #pull(): Promise<void> {
    if (this.#client?.pullsConfiguration === true) {
      const section: unknown = await this.#connection.workspace.getConfiguration(settingsSection);
      this.#use(this.#read(section));
    }
  }

  #use(settings: ServerSettings): void {
    if (!isDeepStrictEqual(settings, this.#settings)) {
      this.#settings = settings;
      this.#apply(settings);
    }
  }

  #read(section: unknown): ServerSettings {
    return readSettings(section, knownRules, (message) => {
      if (!this.#complaints.has(message)) {
        this.#complaints.add(message);
        this.#connection.console.warn(message);
      }
    });
  }
}
