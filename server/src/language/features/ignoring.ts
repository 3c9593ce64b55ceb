/** Leaves out the findings that comments of the document switch off, and reports what is wrong with those comments. */
import { isAboutDirectives, lintDirectives } from '../rules/lint-directives.ts';
import type { DirectiveUse, Finding, Surface } from '../rules/rule.ts';
import type { Directive } from '../shell/directives.ts';
import { opensMarkup } from '../shell/markup-code.ts';
import type { Region } from '../shell/region.ts';
import { stretchOf } from '../shell/region-places.ts';
import { shift, type Span } from '../text/span.ts';
import { OpenDirectives } from './open-directives.ts';
import { ScopedDirectives } from './scoped-directives.ts';
import type { Snapshot } from './snapshot.ts';

/** A directive in terms of the document. */
export interface PlacedDirective {
  readonly directive: Directive;
  /** Where the directives of its block end with it; absent for those of the whole document. */
  readonly block?: Span;
}

function atDocument(directive: Directive, by: number): Directive {
  const { keyword, ids, span, scope } = directive;
  return {
    ...directive,
    keyword: { ...keyword, span: shift(keyword.span, by) },
    ids: ids.map((id) => ({ ...id, span: shift(id.span, by) })),
    span: shift(span, by),
    ...(scope && { scope: shift(scope, by) }),
  };
}

/** Between a comment of the document and the code of a block: blanks, quote and list marks, and the line that opens the block. */
const leadsToBlock = /^[^\S\n]*\r?\n(?:[\s>]*\n)?(?:[\s>*+-]|\d+[.)])*(?:(?:`{3,}|~{3,})[^\n]*\n[\s>]*)?$/;

function leads(between: string, { origin }: Region): boolean {
  return origin === 'markup' ? /^[^\S\n]*\r?\n\s*[<{]/.test(between) && opensMarkup.test(between) : leadsToBlock.test(between);
}

/** So far a block may begin below the comment about it. */
const nearby = 500;

/** The block right below a comment of the document. */
function blockBelow({ text, regions }: Snapshot, { span }: Directive): Span | undefined {
  const below = regions.find(({ region }) => region.start >= span.end && region.origin !== 'inline')?.region;
  const isNext = below !== undefined && below.start - span.end <= nearby && leads(text.slice(span.end, below.start), below);
  return isNext ? stretchOf(below) : undefined;
}

/** The directives of the document in order, each with the lines that it is about. */
export function directivesOf(snapshot: Snapshot): PlacedDirective[] {
  const isMarkdown = snapshot.kind === 'markdown';
  const inRegions = snapshot.regions.flatMap(({ region, directives }) =>
    directives.map((directive): PlacedDirective => ({
      directive: atDocument(directive, region.start),
      ...(isMarkdown && { block: stretchOf(region) }),
    })),
  );
  const ofDocument = snapshot.directives.map((directive): PlacedDirective => {
    const scope = directive.kind === 'disable-next-line' ? blockBelow(snapshot, directive) : undefined;
    return { directive: scope === undefined ? directive : { ...directive, scope } };
  });
  return ofDocument.length === 0 ? inRegions : [...inRegions, ...ofDocument].sort((a, b) => a.directive.span.start - b.directive.span.start);
}

/** What a directive silenced. */
type Uses = ReadonlyMap<Directive, ReadonlySet<string>>;

function useOf(directive: Directive, uses: Uses): DirectiveUse {
  const used = uses.get(directive);
  const unused = directive.ids.length === 0 ? (used === undefined ? 'everything' : []) : directive.ids.filter(({ text }) => used?.has(text) !== true);
  return { directive, unused };
}

/** The findings, in document order, without those that comments switch off, and with those about the comments. */
export function withoutIgnored(snapshot: Snapshot, surface: Surface, findings: readonly Finding[]): Finding[] {
  const placed = directivesOf(snapshot);
  const uses = new Map<Directive, Set<string>>();
  const use = (directive: Directive, ruleId: string): void => {
    const used = uses.get(directive);
    if (used === undefined) {
      uses.set(directive, new Set([ruleId]));
    } else {
      used.add(ruleId);
    }
  };
  const scoped = new ScopedDirectives(placed.map(({ directive }) => directive), use);
  const keep = (found: readonly Finding[]): Finding[] => {
    const open = new OpenDirectives(placed, use);
    const kept = found.filter((finding) => {
      const byName = isAboutDirectives(finding.ruleId);
      // Both are asked, so that neither counts as unused for the other's sake.
      const isOpen = open.silence(finding.ruleId, finding.span.start, byName);
      return !scoped.silence(finding, byName) && !isOpen;
    });
    open.follow(Infinity);
    return kept;
  };
  const left = keep(findings);
  const about = lintDirectives(placed.map(({ directive }) => useOf(directive, uses)), snapshot.text, surface, snapshot.settings);
  const sorted = about.sort((a, b) => a.span.start - b.span.start);
  return sorted.length === 0 ? left : [...left, ...keep(sorted)].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
