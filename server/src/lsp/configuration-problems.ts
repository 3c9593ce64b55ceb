/** Shows the mistakes in configuration files in the files themselves, and offers to mend them. */
import { CodeActionKind, DiagnosticSeverity, type CodeAction, type Connection, type Diagnostic } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ConfigurationProblem } from '../language/configuration/configuration.ts';
import type { LoadedFile } from '../language/configuration/load.ts';
import { meets } from '../language/features/code-actions.ts';
import type { Span } from '../language/text/span.ts';
import type { ClientFeatures } from './client-features.ts';
import { rangeOf } from './protocol.ts';
import { sendFindings } from './publisher.ts';
import type { WorkspaceConfigurations } from './workspace-configurations.ts';
import { workspaceEdit } from './workspace-edit.ts';

function diagnosticOf(document: TextDocument, { span, message }: ConfigurationProblem): Diagnostic {
  return { range: rangeOf(document, span), severity: DiagnosticSeverity.Error, source: 'gantry', code: 'configuration', message };
}

function documentOf(uri: string, { text }: LoadedFile): TextDocument {
  return TextDocument.create(uri, 'json', 0, text);
}

export class ConfigurationProblems {
  readonly #connection: Connection;
  readonly #configurations: WorkspaceConfigurations;
  /** What each file shows, so that only changes are sent. */
  readonly #shown = new Map<string, string>();
  #waiting: NodeJS.Immediate | undefined;

  constructor(connection: Connection, configurations: WorkspaceConfigurations) {
    this.#connection = connection;
    this.#configurations = configurations;
  }

  /** Shows what is known once the documents that ask for configuration have had their turn. */
  schedule(): void {
    this.#waiting ??= setImmediate(() => {
      this.#waiting = undefined;
      this.#publish();
    });
  }

  /** Ways to mend the mistakes of an open file that the span touches. */
  actions(document: TextDocument, span: Span, client: ClientFeatures): CodeAction[] {
    const file = this.#configurations.inUse().find(({ path }) => this.#configurations.uriOf(path) === document.uri);
    return (file?.problems ?? [])
      .filter((problem) => meets(problem.span, span))
      .flatMap((problem) =>
        problem.fixes.map(({ title, edits }) => ({
          title,
          kind: CodeActionKind.QuickFix,
          edit: workspaceEdit(document, { title, kind: 'quickfix', edits, preferred: false }, client),
          diagnostics: [diagnosticOf(document, problem)],
        })),
      );
  }

  #publish(): void {
    const current = new Map(this.#configurations.inUse().map((file) => [this.#configurations.uriOf(file.path), file] as const));
    for (const uri of this.#shown.keys()) {
      if (!current.has(uri)) {
        this.#send(uri, []);
        this.#shown.delete(uri);
      }
    }
    for (const [uri, file] of current) {
      const document = documentOf(uri, file);
      const diagnostics = file.problems.map((problem) => diagnosticOf(document, problem));
      const shown = JSON.stringify(diagnostics);
      // A file without mistakes that never had one needs no word.
      if (shown !== (this.#shown.get(uri) ?? '[]')) {
        this.#send(uri, diagnostics);
      }
      this.#shown.set(uri, shown);
    }
  }

  #send(uri: string, diagnostics: Diagnostic[]): void {
    void sendFindings(this.#connection, { uri, diagnostics });
  }
}
