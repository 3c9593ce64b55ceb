/** One editor's session: what the server can do, and which function answers which request. */
import {
  CodeActionKind,
  PositionEncodingKind,
  TextDocuments,
  TextDocumentSyncKind,
  type CodeActionContext,
  type Connection,
  type InitializeResult,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { completionTriggers } from '../language/features/completion.ts';
import { signatureTriggers } from '../language/features/signature-help.ts';
import type { Snapshot } from '../language/features/snapshot.ts';
import { clientFeatures, type ClientFeatures } from './client-features.ts';
import { codeActionsFor, fixAllKind } from './code-actions.ts';
import { completionsAt, resolveCompletion } from './completion.ts';
import { Configuration } from './configuration.ts';
import { hoverAt } from './hover.ts';
import { documentOf, offsetOf, spanOf } from './protocol.ts';
import { Publisher } from './publisher.ts';
import { defaultServerSettings, type ServerSettings } from './settings.ts';
import { signatureAt } from './signature-help.ts';
import { Snapshots } from './snapshots.ts';

const capabilities: InitializeResult['capabilities'] = {
  positionEncoding: PositionEncodingKind.UTF16,
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  hoverProvider: true,
  completionProvider: { triggerCharacters: [...completionTriggers], resolveProvider: true },
  signatureHelpProvider: { triggerCharacters: [...signatureTriggers] },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind] },
};

/** What `initialize` brings about. */
interface Session {
  readonly client: ClientFeatures;
  readonly snapshots: Snapshots;
  readonly publisher: Publisher;
}

/** Wires the connection; it answers once the caller lets it listen. */
export function startSession(connection: Connection, version: string): void {
  const documents = new TextDocuments(TextDocument);
  let session: Session | undefined;
  let settings: ServerSettings = defaultServerSettings;

  const publish = (uri: string): void => session?.publisher.schedule(uri, () => documents.get(uri));
  const configuration = new Configuration(connection, (changed) => {
    settings = changed;
    session?.snapshots.use(changed);
    documents.keys().forEach(publish);
  });

  connection.onInitialize((params): InitializeResult => {
    const client = clientFeatures(params);
    settings = configuration.begin(client);
    const snapshots = new Snapshots(settings, client.folders);
    session = { client, snapshots, publisher: new Publisher(connection, snapshots) };
    return { capabilities, serverInfo: { name: 'Gantry', version } };
  });
  connection.onInitialized(() => configuration.initialized());
  connection.onDidChangeConfiguration((params) => configuration.changed(params.settings));

  documents.onDidChangeContent(({ document }) => publish(document.uri));
  documents.onDidClose(({ document }) => {
    session?.snapshots.forget(document.uri);
    session?.publisher.clear(document.uri);
  });

  /** Runs `answer` on the document of a request; the fallback answers for documents that are not ours to read. */
  function on<T>(params: unknown, fallback: T, answer: (document: TextDocument, snapshot: Snapshot, client: ClientFeatures) => T): T {
    const document = documentOf(documents, params);
    const snapshot = session?.snapshots.of(document);
    return session === undefined || snapshot === undefined ? fallback : answer(document, snapshot, session.client);
  }

  connection.onHover((params) =>
    on(params, null, (document, snapshot, client) => {
      const offset = offsetOf(document, params);
      return settings.hover ? hoverAt(document, snapshot, offset, client) : null;
    }),
  );
  connection.onCompletion((params) =>
    on(params, null, (document, snapshot, client) => {
      const offset = offsetOf(document, params);
      return settings.completion ? completionsAt(document, snapshot, offset, params.context?.triggerCharacter, client) : null;
    }),
  );
  connection.onCompletionResolve(resolveCompletion);
  connection.onSignatureHelp((params) => on(params, null, (document, snapshot) => signatureAt(snapshot, offsetOf(document, params))));
  connection.onCodeAction((params) =>
    on(params, [], (document, snapshot, client) => {
      const context: Partial<CodeActionContext> = params.context;
      return codeActionsFor(document, snapshot, spanOf(document, params), { diagnostics: [], ...context }, client);
    }),
  );

  documents.listen(connection);
}
