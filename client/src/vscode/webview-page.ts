/** The frame of our pages: nothing loads but a style sheet of the extension and, where one is named, a single script of it. */
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

export interface WebviewPage {
  readonly webview: vscode.Webview;
  readonly extension: vscode.Uri;
  readonly title: string;
  /** The file in `media/`. */
  readonly style: string;
  /** HTML. */
  readonly body?: string;
  /** The file in `dist/`. */
  readonly script?: string;
}

export function webviewPage({ webview, extension, title, style, body = '', script }: WebviewPage): string {
  const nonce = randomBytes(16).toString('base64');
  const address = (...parts: string[]) => webview.asWebviewUri(vscode.Uri.joinPath(extension, ...parts)).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}${script === undefined ? '' : `; script-src 'nonce-${nonce}'`}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${address('media', style)}">
<title>${title}</title>
</head>
<body>${body}${script === undefined ? '' : `<script nonce="${nonce}" src="${address('dist', script)}"></script>`}</body>
</html>`;
}
