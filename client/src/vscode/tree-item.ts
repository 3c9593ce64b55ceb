/** Draws a row of the tree. */
import * as vscode from 'vscode';
import type { NodeView } from '../containers/node.ts';

const states: Readonly<Record<NodeView['expandable'], vscode.TreeItemCollapsibleState>> = {
  no: vscode.TreeItemCollapsibleState.None,
  collapsed: vscode.TreeItemCollapsibleState.Collapsed,
  expanded: vscode.TreeItemCollapsibleState.Expanded,
};

export function treeItem(id: string, { label, description, accessibleLabel, icon, expandable, capabilities }: NodeView): vscode.TreeItem {
  const item = new vscode.TreeItem(label, states[expandable]);
  item.id = id;
  item.description = description;
  item.accessibilityInformation = { label: accessibleLabel };
  item.contextValue = capabilities.join(' ');
  if (icon !== undefined) {
    item.iconPath = new vscode.ThemeIcon(icon.id, icon.color === undefined ? undefined : new vscode.ThemeColor(icon.color));
  }
  return item;
}

/** Containers and engines write into tooltips, so nothing in them is a command, a picture or HTML. */
export function tooltip(markdown: string): vscode.MarkdownString {
  const text = new vscode.MarkdownString(markdown);
  text.isTrusted = false;
  text.supportHtml = false;
  return text;
}
