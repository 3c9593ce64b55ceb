/** An editor for tests: speaks the protocol to a session over a pair of streams in this process. */
import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { rulePagesFolder } from '../../scripts/generate-rule-pages.ts';
import { startSession } from '../../server/src/lsp/session.ts';

export interface Editor {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** Messages of `window/logMessage`. */
  readonly log: readonly string[];
  open(uri: string, text: string, languageId?: string): Promise<void>;
  /** Replaces the whole text, or the range. */
  change(uri: string, version: number, text: string, range?: { start: { line: number; character: number }; end: { line: number; character: number } }): Promise<void>;
  /** The next findings for the document, of this version or a later one when given. */
  findings(uri: string, version?: number): Promise<PublishDiagnosticsParams>;
  position(uri: string, line: number, character: number): { textDocument: { uri: string }; position: { line: number; character: number } };
  /** What `workspace/configuration` answers from now on. */
  configure(section: unknown): Promise<void>;
  close(): void;
}

export interface EditorOptions {
  readonly initialize?: Partial<InitializeParams>;
  /** The section `gantry`; without it the editor cannot be asked. */
  readonly configuration?: unknown;
}

export async function startEditor(options: EditorOptions = {}): Promise<Editor> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const server = createConnection(ProposedFeatures.all, new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  startSession(server, '1.2.3', rulePagesFolder);
  server.listen();

  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const log: string[] = [];
  const received: PublishDiagnosticsParams[] = [];
  let waiting: (() => void)[] = [];
  let section = options.configuration;
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => void log.push(message));
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    received.push(params);
    const ready = waiting;
    waiting = [];
    ready.forEach((resolve) => resolve());
  });
  connection.onRequest('workspace/configuration', () => [section]);
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();

  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities: {
      workspace: { configuration: 'configuration' in options, didChangeConfiguration: { dynamicRegistration: true } },
      textDocument: { completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'], tagSupport: { valueSet: [1] } } } },
    },
    ...options.initialize,
  });
  await connection.sendNotification('initialized', {});

  return {
    connection,
    initialized,
    log,
    open: (uri, text, languageId = 'shellscript') => connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }),
    change: (uri, version, text, range) =>
      connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [range === undefined ? { text } : { text, range }] }),
    async findings(uri, version) {
      for (;;) {
        const index = received.findIndex((params) => params.uri === uri && (version === undefined || (params.version ?? 0) >= version));
        const found = received[index];
        if (found !== undefined) {
          const later = received.slice(index + 1);
          received.splice(0, received.length, ...received.slice(0, index).filter((params) => params.uri !== uri), ...later);
          return found;
        }
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
    position: (uri, line, character) => ({ textDocument: { uri }, position: { line, character } }),
    async configure(changed) {
      section = changed;
      await connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    },
    close() {
      connection.dispose();
      server.dispose();
      toServer.destroy();
      toClient.destroy();
    },
  };
}
