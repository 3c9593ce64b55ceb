/**
 * Keeps one lasting object for each row on the screen. VS Code redraws only rows that it is handed the very object of, while
 * the tree makes new nodes with each change.
 */
import type { TreeNode } from './node.ts';

export interface Row {
  /** As of the last change. */
  node: TreeNode;
}

const top = '';

export class TreeRows {
  readonly #rows = new Map<string, Row>();
  /** Ids of the rows below a row, as they were last listed. */
  readonly #below = new Map<string, readonly string[]>();

  /** The rows of these nodes, which stand below `parent` or, without one, at the top. Forgets the rows that stood there before. */
  list(nodes: readonly TreeNode[], parent: Row | undefined): Row[] {
    const place = parent?.node.id ?? top;
    const listed = new Set(nodes.map(({ id }) => id));
    const before = this.#below.get(place) ?? [];
    this.#below.set(place, [...listed]);
    before.filter((id) => !listed.has(id)).forEach((id) => this.#forget(id, place));
    return nodes.map((node) => this.row(node));
  }

  /** The row of the node, made where there is none. */
  row(node: TreeNode): Row {
    const known = this.#rows.get(node.id);
    if (known !== undefined) {
      known.node = node;
      return known;
    }
    const row = { node };
    this.#rows.set(node.id, row);
    return row;
  }

  /** Those of the nodes that are on the screen, brought up to date. */
  shown(nodes: readonly TreeNode[]): Row[] {
    return nodes.flatMap((node) => (this.#rows.has(node.id) ? this.row(node) : []));
  }

  get size(): number {
    return this.#rows.size;
  }

  /** A row that has moved below another parent meanwhile is kept. */
  #forget(id: string, place: string): void {
    if ([...this.#below].some(([other, ids]) => other !== place && ids.includes(id))) {
      return;
    }
    this.#rows.delete(id);
    const below = this.#below.get(id) ?? [];
    this.#below.delete(id);
    below.forEach((each) => this.#forget(each, id));
  }
}
