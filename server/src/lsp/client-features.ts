/** What the editor at the other end can do, read once from its `initialize` request. */
import { MarkupKind, type InitializeParams } from 'vscode-languageserver/node';
import { fileURLToPath } from 'node:url';
import { takesMarkdown } from './markup.ts';
import { fieldOf } from './protocol.ts';

export interface ClientFeatures {
  /** Where the editor renders Markdown. */
  readonly markdown: { readonly hover: boolean; readonly completion: boolean; readonly signature: boolean };
  readonly snippets: boolean;
  readonly completionTags: boolean;
  /** Shows a word on each entry of the list; elsewhere it stands above the documentation of the one that is looked at. */
  readonly labelDetails: boolean;
  readonly versionedEdits: boolean;
  /** Edits with tab stops, in editors that indent the lines of a snippet like the line where it is inserted. */
  readonly snippetEdits: boolean;
  /** Edits with a word on what they may break. */
  readonly annotatedEdits: boolean;
  /** Asks for the edits of an action when the user has chosen it. */
  readonly resolvesEdits: boolean;
  readonly pullsConfiguration: boolean;
  readonly registersConfiguration: boolean;
  /** Tells the server of changes of files that it names. */
  readonly watchesFiles: boolean;
  /** Edits that make a new file. */
  readonly createsFiles: boolean;
  /** The command that asks for completion again, in editors that have one. */
  readonly suggestCommand: string | undefined;
  /** The scheme of the addresses at which the editor itself shows the pages of rules. */
  readonly rulePageScheme: string | undefined;
  /** Folders whose files rules may ask about; none in a workspace that the user does not trust. */
  readonly folders: readonly string[];
  /** Settings for editors that cannot be asked for them. */
  readonly initialSettings: unknown;
}

/** The path of a `file:` address; undefined for any other. */
export function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

interface Options {
  readonly settings?: unknown;
  readonly trusted?: unknown;
  readonly rulePageScheme?: unknown;
  /** True from our extension. The name of an editor does not tell: there are many that are made of VS Code. */
  readonly codeEditor?: unknown;
}

function optionsOf(params: InitializeParams): Options {
  const options: unknown = params.initializationOptions;
  return typeof options === 'object' && options !== null ? options : {};
}

/** An editor that knows one folder at a time names it as the root. */
function foldersOf(params: InitializeParams): string[] {
  const root = fieldOf(params, 'rootUri');
  const folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (typeof root === 'string' ? [root] : []);
  return folders.flatMap((uri) => pathOf(uri) ?? []);
}

export function clientFeatures(params: InitializeParams): ClientFeatures {
  const { textDocument, workspace } = params.capabilities;
  const item = textDocument?.completion?.completionItem;
  const action = textDocument?.codeAction;
  const options = optionsOf(params);
  const isCodeEditor = options.codeEditor === true;
  const folders = options.trusted === false ? [] : foldersOf(params);
  return {
    // Before editors could name formats, hovers were Markdown and all other prose was plain.
    markdown: {
      hover: takesMarkdown(textDocument?.hover?.contentFormat, MarkupKind.Markdown),
      completion: takesMarkdown(item?.documentationFormat, MarkupKind.PlainText),
      signature: takesMarkdown(textDocument?.signatureHelp?.signatureInformation?.documentationFormat, MarkupKind.PlainText),
    },
    snippets: item?.snippetSupport === true,
    completionTags: item?.tagSupport !== undefined,
    labelDetails: item?.labelDetailsSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true && isCodeEditor,
    annotatedEdits: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    resolvesEdits: action?.dataSupport === true && action.resolveSupport?.properties.includes('edit') === true,
    pullsConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    createsFiles: workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.resourceOperations?.includes('create') === true,
    suggestCommand: isCodeEditor ? 'editor.action.triggerSuggest' : undefined,
    rulePageScheme: typeof options.rulePageScheme === 'string' && /^[a-z][a-z\d+.-]*$/.test(options.rulePageScheme) ? options.rulePageScheme : undefined,
    folders,
    initialSettings: options.settings,
  };
}
