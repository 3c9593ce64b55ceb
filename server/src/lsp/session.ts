/** One editor's session: what the server can do, and which function answers which request. */
import {
  CodeActionKind,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  PositionEncodingKind,
  ResponseError,
  TextDocuments,
  TextDocumentSyncKind,
  type CodeActionContext,
  type Connection,
  type InitializeResult,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { judgeRequest } from '../../../shared/judge-request.ts';
import { knownNamesNotification } from '../../../shared/known-names.ts';
import { completionTriggers, type EngineNames } from '../language/features/completion.ts';
import { signatureTriggers } from '../language/features/signature-help.ts';
import type { Snapshot } from '../language/features/snapshot.ts';
import { clientFeatures, type ClientFeatures } from './client-features.ts';
import { codeActionsFor } from './code-actions.ts';
import { completionsAt, resolveCompletion } from './completion.ts';
import { ConfigurationProblems } from './configuration-problems.ts';
import { EditorSettings } from './editor-settings.ts';
import { fixAllKind, fixAllTarget, resolvedFixAll } from './fix-all.ts';
import { hoverAt } from './hover.ts';
import { judgeCommand } from './judge-command.ts';
import { knownNamesOf } from './known-names.ts';
import { documentOf, offsetOf, spanOf } from './protocol.ts';
import { Publisher } from './publisher.ts';
import { ruleLinks, type RuleLinks } from './rule-links.ts';
import { defaultServerSettings, type ServerSettings } from './settings.ts';
import { signatureAt } from './signature-help.ts';
import { Snapshots } from './snapshots.ts';
import { WorkspaceConfigurations } from './workspace-configurations.ts';

const capabilities: InitializeResult['capabilities'] = {
  positionEncoding: PositionEncodingKind.UTF16,
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  hoverProvider: true,
  completionProvider: { triggerCharacters: [...completionTriggers], resolveProvider: true },
  signatureHelpProvider: { triggerCharacters: [...signatureTriggers] },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind], resolveProvider: true },
};

/** What `initialize` brings about. */
interface Session {
  readonly client: ClientFeatures;
  readonly links: RuleLinks;
  readonly snapshots: Snapshots;
  readonly publisher: Publisher;
  readonly configurations: WorkspaceConfigurations;
  readonly problems: ConfigurationProblems;
}

/** Files whose changes may change findings: configuration files by their names, and any JSON that they extend. */
const watchedFiles = '**/*.{json,jsonc}';

/** Wires the connection; it answers once the caller lets it listen. `rulePages` is the folder of the rules' documentation. */
export function startSession(connection: Connection, version: string, rulePages: string): void {
  const documents = new TextDocuments(TextDocument);
  let session: Session | undefined;
  let isShutDown = false;
  let settings: ServerSettings = defaultServerSettings;
  let engineNames: EngineNames = {};

  const publish = (uri: string): void => {
    if (session?.configurations.owns(uri) !== true) {
      session?.publisher.schedule(uri, () => documents.get(uri));
    }
    session?.problems.schedule();
  };
  const readAgain = (): void => {
    session?.configurations.forget();
    session?.snapshots.use(settings);
    documents.keys().forEach(publish);
    session?.problems.schedule();
  };
  const editorSettings = new EditorSettings(connection, (changed) => {
    settings = changed;
    session?.snapshots.use(changed);
    documents.keys().forEach(publish);
  });

  connection.onInitialize((params): InitializeResult => {
    const client = clientFeatures(params);
    settings = editorSettings.begin(client);
    const configurations = new WorkspaceConfigurations(client.folders, documents);
    const snapshots = new Snapshots(settings, client.folders, configurations);
    const links = ruleLinks(client.rulePageScheme, rulePages);
    session = { client, links, snapshots, publisher: new Publisher(connection, snapshots, links), configurations, problems: new ConfigurationProblems(connection, configurations) };
    return { capabilities, serverInfo: { name: 'Gantry', version } };
  });
  connection.onInitialized(async () => {
    // An editor that refuses to watch, or has left meanwhile, is no reason to do without the rest.
    const watching = session?.client.watchesFiles === true ? connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: watchedFiles }] }) : undefined;
    await Promise.allSettled([watching, editorSettings.initialized()]);
  });
  connection.onShutdown(() => {
    isShutDown = true;
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => session?.configurations.concerns(uri) === true)) {
      readAgain();
    }
  });
  connection.onDidChangeConfiguration((params) => editorSettings.changed(params.settings));

  documents.onDidChangeContent(({ document }) => {
    if (session?.configurations.owns(document.uri) === true) {
      readAgain();
    } else {
      publish(document.uri);
    }
  });
  documents.onDidClose(({ document }) => {
    session?.snapshots.forget(document.uri);
    if (session?.configurations.owns(document.uri) === true) {
      readAgain();
      return;
    }
    session?.publisher.clear(document.uri);
  });

  /** The session between `initialize` and `shutdown`; throws the error that answers a request at any other time. */
  function begun(): Session {
    if (session === undefined) {
      throw new ResponseError(ErrorCodes.ServerNotInitialized, 'The server is not initialized yet.');
    }
    if (isShutDown) {
      throw new ResponseError(ErrorCodes.InvalidRequest, 'The server was asked to shut down.');
    }
    return session;
  }

  /** Runs `answer` on the document of a request; the fallback answers for documents that are not ours to read. */
  function on<T>(params: unknown, fallback: T, answer: (document: TextDocument, snapshot: Snapshot, client: ClientFeatures) => T): T {
    const { snapshots, client } = begun();
    const document = documentOf(documents, params);
    const snapshot = snapshots.of(document);
    return snapshot === undefined ? fallback : answer(document, snapshot, client);
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
      return settings.completion ? completionsAt(document, snapshot, offset, params.context?.triggerCharacter, client, engineNames) : null;
    }),
  );
  connection.onNotification(knownNamesNotification, (params: unknown) => {
    engineNames = knownNamesOf(params);
  });
  connection.onRequest(judgeRequest, (params: unknown) => judgeCommand(params, (text) => begun().snapshots.ofCommand(text)));
  connection.onCompletionResolve((item) => resolveCompletion(item, begun().client));
  connection.onSignatureHelp((params) => on(params, null, (document, snapshot, client) => signatureAt(snapshot, offsetOf(document, params), client)));
  connection.onCodeAction((params) => {
    const { client, configurations, links, problems, snapshots } = begun();
    const document = documentOf(documents, params);
    const snapshot = snapshots.of(document);
    if (snapshot === undefined) {
      return configurations.owns(document.uri) ? problems.actions(document, spanOf(document, params), client) : [];
    }
    const context: Partial<CodeActionContext> = params.context;
    const surroundings = { client, configurations, links, settled: (ruleId: string) => Object.hasOwn(settings.rules, ruleId) };
    return codeActionsFor(document, snapshot, spanOf(document, params), { diagnostics: [], ...context }, surroundings);
  });

  connection.onCodeActionResolve((action) => {
    const uri = fixAllTarget(action);
    return uri === undefined ? action : on({ textDocument: { uri } }, action, (document, snapshot, client) => resolvedFixAll(action, document, snapshot, client));
  });

  documents.listen(connection);
}
