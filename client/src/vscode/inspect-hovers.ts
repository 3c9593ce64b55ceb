/** Explains fields in the description of a container. */
import * as vscode from 'vscode';
import { markdownCode } from '../text/markdown.ts';
import { explainField } from '../inspect/explain-field.ts';
import { reportScheme } from './reports.ts';
import { tooltip } from './tree-item.ts';

const name = /^\/(.+?)(?: with secrets)?\.inspect\.json$/;

export function registerInspectHovers(): vscode.Disposable {
  return vscode.languages.registerHoverProvider({ scheme: reportScheme, pattern: '**/*.inspect.json' }, {
    provideHover: (document, position) => {
      const reference = name.exec(document.uri.path)?.[1];
      const found = reference === undefined ? undefined : explainField(document.getText(), document.offsetAt(position), reference);
      return found === undefined ? undefined : new vscode.Hover(tooltip(`**${found.path}**\n\n${found.text}\n\n${markdownCode(found.command, 400)}`));
    },
  });
}
