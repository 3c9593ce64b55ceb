/** Checks of one feature at the cursor `‸` of a text. */
import assert from 'node:assert/strict';
import { complete, withoutPlaceholders, type CompletionItem } from '../../../server/src/language/features/completion.ts';
import { hover } from '../../../server/src/language/features/hover.ts';
import { signatureHelp } from '../../../server/src/language/features/signature-help.ts';
import { analyse, type Snapshot } from '../../../server/src/language/features/snapshot.ts';
import type { DocumentKind } from '../../../server/src/language/shell/document-kind.ts';
import { defaultSettings } from '../../support/commands.ts';
import { mark, marked } from '../../support/markers.ts';

/** A Markdown document begins like one; everything else is a script. */
function kindOf(text: string): DocumentKind {
  return /^(?:#+ |```|~~~|> |- |\d\. |Use |\t| {4})/.test(text) ? 'markdown' : 'shell';
}

export function snapshotOf(text: string): Snapshot {
  return analyse(text, kindOf(text), defaultSettings);
}

/** The hover at the cursor holds all of `expected` and none of `absent`; `⟦ ⟧` mark its span. */
export function checkHover(source: string, expected: readonly string[], absent: readonly string[] = []): void {
  const { text, cursor, ranges } = marked(source);
  const found = hover(snapshotOf(text), cursor);
  assert.ok(found !== undefined, `no hover in: ${source}`);
  for (const piece of expected) {
    assert.ok(found.markdown.includes(piece), `${source}\nlacks: ${piece}\nin:\n${found.markdown}`);
  }
  for (const piece of absent) {
    assert.ok(!found.markdown.includes(piece), `${source}\nholds: ${piece}\nin:\n${found.markdown}`);
  }
  if (ranges.length > 0) {
    assert.equal(mark(text, [found.span]), mark(text, ranges));
  }
}

export function checkNoHover(source: string): void {
  const { text, cursor } = marked(source);
  assert.equal(hover(snapshotOf(text), cursor)?.markdown, undefined, source);
}

export interface ExpectedCompletions {
  /** Labels that the user sees. */
  readonly includes?: readonly string[];
  readonly excludes?: readonly string[];
  /** The labels at the top of the list, in order. */
  readonly first?: readonly string[];
  /** The text after the item with the label of the key is taken; `…` in front or behind stands for the rest of the text. */
  readonly applied?: Readonly<Record<string, string>>;
  /** Nothing at all is offered. */
  readonly none?: true;
  /** The character that asked; absent when the user did. */
  readonly trigger?: string;
}

/** What an editor shows: items whose filter text goes on from what is typed. */
function shown(text: string, cursor: number, items: readonly CompletionItem[]): CompletionItem[] {
  return items.filter(({ span, filterText }) => filterText.startsWith(text.slice(span.start, cursor).replaceAll(/^['"]/g, '')));
}

function apply(text: string, { span, newText, snippet }: CompletionItem): string {
  return text.slice(0, span.start) + (snippet ? withoutPlaceholders(newText) : newText) + text.slice(span.end);
}

export function checkCompletion(source: string, expected: ExpectedCompletions): void {
  const { text, cursor } = marked(source);
  const items = shown(text, cursor, complete(snapshotOf(text), cursor, expected.trigger).items);
  const labels = items.map(({ label }) => label);
  if (expected.none === true) {
    assert.deepEqual(labels, [], source);
    return;
  }
  for (const label of expected.includes ?? []) {
    assert.ok(labels.includes(label), `${source}\nlacks ${label} among: ${labels.join('  ')}`);
  }
  for (const label of expected.excludes ?? []) {
    assert.ok(!labels.includes(label), `${source}\noffers ${label}`);
  }
  if (expected.first !== undefined) {
    assert.deepEqual(labels.slice(0, expected.first.length), expected.first, source);
  }
  for (const [label, after] of Object.entries(expected.applied ?? {})) {
    const item = items.find((candidate) => candidate.label === label);
    assert.ok(item !== undefined, `${source}\nlacks ${label} among: ${labels.join('  ')}`);
    assert.equal(apply(text, item), after, source);
  }
  for (const { span } of items) {
    assert.ok(span.start <= cursor && cursor <= span.end, `${source}\nan edit misses the cursor`);
  }
}

/** The parameter at the cursor is the one with the label `active`; undefined where no signature is shown. */
export function checkSignature(source: string, active: string | undefined): void {
  const { text, cursor } = marked(source);
  const signature = signatureHelp(snapshotOf(text), cursor);
  assert.equal(signature?.parameters[signature.active]?.label, active, source);
  let from = 0;
  for (const { label } of signature?.parameters ?? []) {
    const at = signature?.label.indexOf(label, from) ?? -1;
    assert.ok(at >= 0, `${label} does not stand in ${signature?.label ?? ''} in order`);
    from = at + label.length;
  }
}
