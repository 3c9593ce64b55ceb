/** Tells where in a script a comment may stand, and which stretches are one command to its author. */
import type { Span } from '../text/span.ts';
import { deepest } from './nesting.ts';
import { forEachChild, type ParsedScript, type SyntaxNode } from './script.ts';

/** A stretch in which a `#` begins a comment, or in which it does not. */
interface Stretch extends Span {
  readonly holdsComments: boolean;
}

const simple: ReadonlySet<SyntaxNode['type']> = new Set(['Command', 'Pipeline', 'AndOr', 'Time', 'Negation']);

/** Whether the node is one command, or several in a row without a compound command among them. */
function isSimple(node: SyntaxNode): boolean {
  let all = simple.has(node.type);
  if (all && node.type !== 'Command') {
    forEachChild(node, (child) => {
      all &&= isSimple(child);
    });
  }
  return all;
}

/** The end of the node and of the here-documents that it reads. */
function endOf(node: SyntaxNode): number {
  let end = node.type === 'HereDoc' ? (node.closing ?? node.body).end : node.end;
  if (node.type !== 'Word' && node.type !== 'Assignment') {
    forEachChild(node, (child) => {
      end = Math.max(end, endOf(child));
    });
  }
  return end;
}

export class ScriptLayout {
  readonly #stretches: Stretch[] = [];
  readonly #units: Span[] = [];

  /** Several scripts are parts of one text, read apart. */
  constructor(scripts: Iterable<ParsedScript>) {
    for (const script of scripts) {
      this.#visit(script, 0);
    }
  }

  /** Simple commands, pipelines and `&&` lists with all their lines and here-documents, those in substitutions too. */
  get units(): readonly Span[] {
    return this.#units;
  }

  /** Whether a comment that begins at the offset is one, and changes nothing around it. */
  holdsComment(offset: number): boolean {
    return this.enclosing(offset) === undefined;
  }

  /** The word, command or here-document around the offset in which a comment cannot stand. */
  enclosing(offset: number): Span | undefined {
    let inner: Stretch | undefined;
    for (const stretch of this.#stretches) {
      if (stretch.start < offset && offset < stretch.end && (inner === undefined || stretch.start >= inner.start)) {
        inner = stretch;
      }
    }
    return inner?.holdsComments === false ? inner : undefined;
  }

  #visit(node: SyntaxNode, depth: number): void {
    switch (node.type) {
      case 'Statement':
        if (isSimple(node.command)) {
          this.#units.push({ start: node.pos, end: endOf(node.command) });
        }
        break;
      case 'Pipeline':
      case 'AndOr':
        // Among compound commands each simple one stands for itself.
        forEachChild(node, (child) => {
          if (!isSimple(node) && isSimple(child)) {
            this.#units.push({ start: child.pos, end: endOf(child) });
          }
        });
        break;
      case 'Command':
        this.#stretches.push({ start: node.pos, end: node.end, holdsComments: false });
        break;
      case 'HereDocBody':
        this.#stretches.push({ start: node.pos - 1, end: node.end, holdsComments: false });
        break;
      case 'Word':
        this.#stretches.push({ start: node.pos, end: node.end, holdsComments: false });
        // A comment inside a substitution ends with its line, so there is more than one.
        if (!node.text.includes('\n')) {
          return;
        }
        break;
      case 'CommandExpansion':
      case 'ProcessSubstitution':
        // The places in a script with escaped backticks are not those of the text.
        if (depth === deepest || node.script === undefined || node.script.source !== undefined) {
          return;
        }
        this.#stretches.push({ start: node.pos + 1, end: node.end, holdsComments: true });
        this.#visit(node.script, depth + 1);
        return;
      case 'ArrayValue':
        this.#stretches.push({ start: node.pos, end: node.end, holdsComments: true });
        break;
      default:
    }
    forEachChild(node, (child) => {
      this.#visit(child, depth);
    });
  }
}
