/** A pick whose text counts: its rows follow what is typed, and some of them complete it. */
import * as vscode from 'vscode';
import type { ComposeQuestion, ComposeRow } from '../containers/ui.ts';
import { withoutIcons } from './pick-text.ts';

interface Row<T> extends vscode.QuickPickItem {
  readonly row: ComposeRow<T>;
}

function itemOf<T>(row: ComposeRow<T>): Row<T> {
  return {
    label: withoutIcons(row.label),
    ...(row.description !== undefined && { description: withoutIcons(row.description) }),
    ...(row.detail !== undefined && { detail: withoutIcons(row.detail) }),
    // The rows are what the text asks for already: the pick must not filter them by it again.
    alwaysShow: true,
    row,
  };
}

export function compose<T>({ title, placeholder, rows }: ComposeQuestion<T>): Promise<T | undefined> {
  const pick = vscode.window.createQuickPick<Row<T>>();
  pick.title = title;
  pick.placeholder = placeholder;
  pick.ignoreFocusOut = true;
  const refresh = () => {
    const items = rows(pick.value).map(itemOf);
    pick.items = items;
    const active = items.find(({ row }) => row.active === true) ?? items[0];
    pick.activeItems = active === undefined ? [] : [active];
  };
  return new Promise((resolve) => {
    pick.onDidChangeValue(refresh);
    pick.onDidAccept(() => {
      const choice = pick.activeItems[0]?.row.choice;
      if (choice !== undefined && 'value' in choice) {
        resolve(choice.value);
        pick.hide();
      } else if (choice !== undefined) {
        pick.value = choice.text;
        refresh();
      }
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    refresh();
    pick.show();
  });
}
