/**
 * Bundles the Language Server Protocol by itself: the extension and the language server are two processes that read the same
 * file. Of the client's half the extension holds the features that our server has.
 */
import type { BuildOptions, Plugin } from 'esbuild';
import { leftOut } from './left-out.ts';

/** In the bundles of both sides: the protocol, with the connection below it and its types, is another file. */
export const protocolApart: Plugin = {
  name: 'protocol-apart',
  setup(build) {
    build.onResolve({ filter: /^vscode-(?:languageserver-protocol|languageserver-types|jsonrpc)(?:\/node)?$/ }, () => ({ path: './protocol.cjs', external: true }));
  },
};

/** What connects both sides; its entry exports everything of the packages below it. */
export const protocol: BuildOptions = { entryPoints: ['vscode-languageserver-protocol/node'], outfile: 'dist/protocol.cjs' };

/** Features of the client's library that ask for what our server does not offer: they stand for themselves and do nothing. */
export const clientFeaturesLeftOut = leftOut({
  name: 'client-features-left-out',
  modules: [
    './callHierarchy',
    './codeLens',
    './colorProvider',
    './declaration',
    './definition',
    './diagnostic',
    './documentHighlight',
    './documentLink',
    './documentSymbol',
    './executeCommand',
    './fileOperations',
    './foldingRange',
    './formatting',
    './implementation',
    './inlayHint',
    './inlineCompletion',
    './inlineValue',
    './linkedEditingRange',
    './notebook',
    './reference',
    './rename',
    './selectionRange',
    './semanticTokens',
    './textDocumentContent',
    './typeDefinition',
    './typeHierarchy',
    './workspaceSymbol',
  ],
  importers: /[\\/]vscode-languageclient[\\/]lib[\\/]common[\\/](?:api|client)\.js$/,
  standIn: `
    class NotOffered {
      fillClientCapabilities() {}
      initialize() {}
      getState() { return { kind: 'static' }; }
      clear() {}
    }
    module.exports = new Proxy({}, { get: () => NotOffered });
  `,
});

/** The client's library asks whether VS Code is new enough, which VS Code does itself, by `engines` of the manifest, before it installs the extension. */
export const clientVersionCheckLeftOut = leftOut({
  name: 'client-version-check-left-out',
  modules: ['semver/functions/parse', 'semver/functions/satisfies'],
  importers: /[\\/]vscode-languageclient[\\/]lib[\\/]node[\\/]main\.js$/,
  standIn: 'module.exports = () => ({});',
});
