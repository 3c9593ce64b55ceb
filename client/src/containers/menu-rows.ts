/** Which rows a command is meant for, by what VS Code hands over with it. */

/** `lost`: a menu was used while its list was drawn anew, and VS Code did not find the row any more. Whatever is selected may be another one. */
export type Chosen<T> = { readonly kind: 'nothing' } | { readonly kind: 'lost' } | { readonly kind: 'rows'; readonly rows: readonly T[] };

/** What is told then. */
export const lostRow = 'The list changed in that moment, and the row was lost. Choose again.';

/** The palette hands over nothing; a menu its row, and all selected ones where it is among them. */
export function chosenRows<T extends object>(handed: readonly unknown[]): Chosen<T> {
  if (handed.length === 0) {
    return { kind: 'nothing' };
  }
  const [row, selected] = handed;
  const rows: readonly unknown[] = Array.isArray(selected) && selected.length > 0 ? selected : [row];
  const found = rows.filter((each): each is T => typeof each === 'object' && each !== null);
  return found.length < rows.length ? { kind: 'lost' } : { kind: 'rows', rows: found };
}
