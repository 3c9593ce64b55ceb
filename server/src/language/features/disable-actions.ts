/** Quick fixes that write a comment which switches a rule off: for one command, one block, or the whole file. */
import { lineStart } from '../text/lines.ts';
import { isDockerProgram } from '../command/programs.ts';
import { isAboutDirectives } from '../rules/lint-directives.ts';
import type { Finding } from '../rules/rule.ts';
import { placeAbove } from '../shell/comment-place.ts';
import type { DirectiveKind } from '../shell/directives.ts';
import { isScript } from '../shell/document-kind.ts';
import { opensMarkup } from '../shell/markup-code.ts';
import type { Region } from '../shell/region.ts';
import { offsetInDocument, offsetInRegion, stretchOf } from '../shell/region-places.ts';
import { applyEdits, insert, type TextEdit } from '../text/edit.ts';
import { touches, type Span } from '../text/span.ts';
import { meets, type CodeAction } from './code-actions.ts';
import { withLineEnding } from './fix-all.ts';
import { directivesOf } from './ignoring.ts';
import { isValid } from './scoped-directives.ts';
import { analyse, findingsOf, type Snapshot } from './snapshot.ts';

/** How the document itself writes comments. */
export type CommentStyle = 'html' | 'mdx';

/** So far the tag that opens code may stand in front of it. */
const longestOpening = 1_000;

function documentComment(words: string, style: CommentStyle): string {
  return style === 'mdx' ? `{/* ${words} */}` : `<!-- ${words} -->`;
}

/** Names the rule in a directive that stands there already. */
function extended(snapshot: Snapshot, ruleId: string, kinds: readonly DirectiveKind[], at: number | undefined, ofDocument: boolean): TextEdit | undefined {
  const found = directivesOf(snapshot).find(({ directive, block }) => {
    const { kind, scope, ids } = directive;
    const isHere = at === undefined || (scope !== undefined && scope.start <= at && at <= scope.end);
    const isSame = isScript(snapshot.kind) || (block === undefined) === ofDocument;
    return kind !== undefined && kinds.includes(kind) && ids.length > 0 && isValid(directive) && isHere && isSame;
  });
  const last = found?.directive.ids.at(-1);
  return last === undefined ? undefined : insert(last.span.end, `,${ruleId}`);
}

function commentInBlock(region: Region, offset: number, ruleId: string): TextEdit {
  const place = placeAbove(region, offsetInRegion(region, offset), isDockerProgram);
  const sign = region.dialect === 'cmd' ? 'REM' : '#';
  return insert(offsetInDocument(region, place.offset), `${sign} gantry disable-next-line=${ruleId}\n${region.linePrefix}${place.indentation}`);
}

/** A comment of the document above the block, where one inside would look like a part of the session. */
function commentAboveBlock({ text }: Snapshot, { start, origin }: Region, ruleId: string, style: CommentStyle): TextEdit {
  if (origin === 'markup') {
    const above = text.slice(Math.max(0, start - longestOpening), start);
    const tagAt = start - (opensMarkup.exec(above)?.[0] ?? '').trimStart().length;
    return insert(tagAt, `${documentComment(`gantry disable-next-line ${ruleId}`, style)}\n${text.slice(lineStart(text, tagAt), tagAt)}`);
  }
  const codeLine = lineStart(text, start);
  const line = origin === 'fence' ? lineStart(text, codeLine - 1) : codeLine;
  const lead = /^[\s>]*(?:(?:[*+-]|\d+[.)])[ \t]+)*/.exec(text.slice(line, start))?.[0] ?? '';
  const prefix = origin === 'fence' ? lead : lead.slice(0, Math.max(0, lead.length - 4));
  return insert(line + prefix.length, `${documentComment(`gantry disable-next-line ${ruleId}`, style)}\n${prefix.replace(/[^\s>]/g, ' ')}`);
}

/** Whether the edit leaves out this finding, and nothing of another rule or command. */
function silences(snapshot: Snapshot, edit: TextEdit, { ruleId }: Finding): boolean {
  const count = (findings: readonly Finding[], own: boolean): number => findings.filter((finding) => (finding.ruleId === ruleId) === own).length;
  const before = findingsOf(snapshot);
  const after = findingsOf(analyse(applyEdits(snapshot.text, [edit]), snapshot.kind, snapshot.settings, snapshot));
  return count(after, true) < count(before, true) && count(after, false) === count(before, false);
}

function forLine(snapshot: Snapshot, finding: Finding, style: CommentStyle): { title: string; edit: TextEdit } | undefined {
  const { ruleId, subject } = finding;
  const region = snapshot.regions.find((analysed) => touches(stretchOf(analysed.region), subject?.start ?? -1))?.region;
  if (subject === undefined || region === undefined || isAboutDirectives(ruleId)) {
    return undefined;
  }
  const isSession = region.isSession === true;
  const known = extended(snapshot, ruleId, ['disable-next-line', 'disable-line'], subject.start, isSession);
  if (!isSession) {
    return { title: `Disable ${ruleId} for this line`, edit: known ?? commentInBlock(region, subject.start, ruleId) };
  }
  const edit = known ?? commentAboveBlock(snapshot, region, ruleId, style);
  // Blocks in the components of some Markdown dialects have no place for a comment above them.
  return silences(snapshot, edit, finding) ? { title: `Disable ${ruleId} for this block`, edit } : undefined;
}

/** What stands above the first line that can be a comment: the mark of the byte order, the interpreter, the front matter. */
function headOf({ text, kind }: Snapshot): number {
  const head = isScript(kind) ? /^\ufeff?(?:#![^\n]*(?:\n|$))?/ : /^\ufeff?(?:---[ \t]*\r?\n(?:[^]*?\n)?---[ \t]*(?:\r?\n|$))?/;
  return head.exec(text)?.[0].length ?? 0;
}

function forFile(snapshot: Snapshot, { ruleId }: Finding, style: CommentStyle): { title: string; edit: TextEdit } {
  const head = headOf(snapshot);
  const known = extended(snapshot, ruleId, ['disable-file'], undefined, true);
  const comment = isScript(snapshot.kind) ? `# gantry disable-file=${ruleId}` : documentComment(`gantry disable-file ${ruleId}`, style);
  const lineBreak = /[^\n\ufeff]$/.test(snapshot.text.slice(0, head)) ? '\n' : '';
  return { title: `Disable ${ruleId} for this file`, edit: known ?? insert(head, `${lineBreak}${comment}\n`) };
}

/** The ways to switch off the finding by a comment. */
export function disableActions(snapshot: Snapshot, finding: Finding, style: CommentStyle): CodeAction[] {
  return [forLine(snapshot, finding, style), forFile(snapshot, finding, style)].flatMap((action) =>
    action === undefined ? [] : { title: action.title, kind: 'quickfix', edits: withLineEnding([action.edit], snapshot.text), preferred: false, finding },
  );
}

/** The same for all findings that the span touches, each way once. */
export function disableActionsAt(snapshot: Snapshot, span: Span, style: CommentStyle): CodeAction[] {
  const offered = new Map<string, CodeAction>();
  for (const finding of findingsOf(snapshot).filter((one) => meets(one.span, span))) {
    for (const action of disableActions(snapshot, finding, style)) {
      const key = JSON.stringify([action.title, action.edits]);
      offered.set(key, offered.get(key) ?? action);
    }
  }
  return [...offered.values()];
}
