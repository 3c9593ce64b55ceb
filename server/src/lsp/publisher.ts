/** Sends the findings of a document once all changes that arrived together are in. */
import type { Connection, PublishDiagnosticsParams } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Diagnostics } from './diagnostics.ts';
import type { RuleLinks } from './rule-links.ts';
import type { Snapshots } from './snapshots.ts';

/** A connection that was closed meanwhile has nobody to tell. */
export async function sendFindings(connection: Connection, params: PublishDiagnosticsParams): Promise<void> {
  try {
    await connection.sendDiagnostics(params);
  } catch {
    return;
  }
}

export class Publisher {
  readonly #connection: Connection;
  readonly #snapshots: Snapshots;
  readonly #diagnostics: Diagnostics;
  readonly #waiting = new Map<string, NodeJS.Immediate>();

  constructor(connection: Connection, snapshots: Snapshots, links: RuleLinks) {
    this.#connection = connection;
    this.#snapshots = snapshots;
    this.#diagnostics = new Diagnostics(links);
  }

  /** `current` gives the document as it is when its turn comes; undefined when it has been closed. */
  schedule(uri: string, current: () => TextDocument | undefined): void {
    if (this.#waiting.has(uri)) {
      return;
    }
    const turn = setImmediate(() => {
      this.#waiting.delete(uri);
      const document = current();
      if (document !== undefined) {
        this.#publish(document);
      }
    });
    this.#waiting.set(uri, turn);
  }

  /** Takes the findings of a closed document away. */
  clear(uri: string): void {
    clearImmediate(this.#waiting.get(uri));
    this.#waiting.delete(uri);
    this.#send({ uri, diagnostics: [] });
  }

  #publish(document: TextDocument): void {
    try {
      const diagnostics = this.#diagnostics.of(document, this.#snapshots.of(document));
      this.#send({ uri: document.uri, version: document.version, diagnostics });
    } catch (error) {
      this.#connection.console.error(`The findings of ${document.uri} could not be made: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }

  #send(params: PublishDiagnosticsParams): void {
    void sendFindings(this.#connection, params);
  }
}
