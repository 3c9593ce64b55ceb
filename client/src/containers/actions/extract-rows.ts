/** The rows below a template that is being written: what it could become, and what it prints. */
import { closeTemplate } from '../../inspect/template/close-template.ts';
import { type Candidate, completeTemplate } from '../../inspect/template/complete-template.ts';
import type { Answer, Description } from '../../inspect/template/extract.ts';
import { readyTemplates } from '../../inspect/template/ready-templates.ts';
import type { ComposeRow } from '../ui.ts';
import { displayText, mask } from '../../text/display-text.ts';

/** More than anybody reads before typing on. */
const mostCandidates = 40;

/** A description as it is shown, with its secrets masked, and as it is. */
export interface Descriptions {
  readonly masked: Description;
  readonly whole: Description;
}

export interface Extracted {
  readonly template: string;
  /** Undefined where only docker knows the result. */
  readonly result?: { readonly text: string; readonly maskedText: string };
}

/** What stands for a result of which nothing can be shown. */

interface VersionedAnswer {
  /** Those that give it, the oldest first; none where all do. */
  readonly versions: readonly string[];
  readonly answer: Answer;
}

function saysTheSame(one: Answer, other: Answer): boolean {
  return one.kind === 'text' || other.kind === 'text' ? one.kind === other.kind && 'text' in one && 'text' in other && one.text === other.text : one.message === other.message;
}

function answersOf(description: Description, template: string): readonly VersionedAnswer[] {
  const extraction = description.extract(template);
  if (extraction.kind !== 'versions') {
    return [{ versions: [], answer: extraction }];
  }
  return extraction.answers.reduce<readonly VersionedAnswer[]>((known, { version, answer }) => {
    const last = known.at(-1);
    return last !== undefined && saysTheSame(last.answer, answer) ? [...known.slice(0, -1), { ...last, versions: [...last.versions, version] }] : [...known, { versions: [version], answer }];
  }, []);
}

/** What is shown of the answer of these versions. */
function maskedAnswer(masked: Description, template: string, [version]: readonly string[]): Answer | undefined {
  const extraction = masked.extract(template);
  return extraction.kind === 'versions' ? extraction.answers.find((each) => each.version === version)?.answer : extraction;
}

/** The template around a place in it, with a sign in front of what is wrong. */
function placeIn(template: string, { start }: { readonly start: number }): string {
  return `Column ${start + 1}: ${template.slice(Math.max(0, start - 30), start)}▸${template.slice(start, start + 40)}`;
}

function rowFor({ masked }: Descriptions, template: string, { versions, answer }: VersionedAnswer): ComposeRow<Extracted> {
  const prefix = versions.length === 0 ? '' : `docker ${[...new Set([versions[0], versions.at(-1)])].join(' to ')}: `;
  switch (answer.kind) {
    case 'mistake':
      return { label: displayText(`${prefix}${answer.message}.`), detail: displayText(placeIn(template, answer)) };
    case 'unknown':
      return { label: 'Copy the line for docker: only docker knows this result', detail: displayText(`${answer.message}. ${placeIn(template, answer)}`), choice: { value: { template } } };
    case 'text': {
      const shown = maskedAnswer(masked, template, versions);
      const maskedText = shown?.kind === 'text' ? shown.text : mask;
      const lines = maskedText.split('\n').filter((line) => line !== '');
      const more = lines.length > 1 ? `${lines.length} lines` : '';
      const secrets = maskedText === answer.text ? '' : 'secrets are masked';
      return {
        label: prefix + (displayText(lines[0] ?? '', 120) || '(an empty text)'),
        description: [more, secrets].filter((each) => each !== '').join(', '),
        detail: displayText(`Result of ${template}`),
        choice: { value: { template, result: { text: answer.text, maskedText } } },
      };
    }
  }
}

function candidateRow(text: string, { start, end, text: replacement, label, type, sample }: Candidate, active: boolean): ComposeRow<Extracted> {
  return { label: displayText(label), description: displayText(sample === '' ? type : `${type}: ${sample}`), choice: { text: text.slice(0, start) + replacement + text.slice(end) }, ...(active && { active }) };
}

function candidateRows(description: Description, text: string): readonly ComposeRow<Extracted>[] {
  return completeTemplate(description, text, text.length).slice(0, mostCandidates).map((candidate, index) => candidateRow(text, candidate, index === 0));
}

/** Nothing of a template yet: those that are ready, by the words of their titles, and the fields by name. */
function beginningRows({ masked }: Descriptions, text: string, last: string | undefined): readonly ComposeRow<Extracted>[] {
  const ready = [...(last === undefined ? [] : [{ title: 'The one before', template: last }]), ...readyTemplates].filter(({ title, template }) => `${title} ${template}`.toLowerCase().includes(text.trim().toLowerCase()));
  const rows = ready.map(({ title, template }) => ({ label: title, description: displayText(template, 120), choice: { text: template } }));
  const name = text.trim();
  return [...rows, ...(name === '' ? [] : candidateRows(masked, `{{${/^[.$(]/.test(name) ? '' : '.'}${name}`).map(({ label, description = '', choice }) => ({ label, description, ...(choice && { choice }) })))];
}

export function extractRows(descriptions: Descriptions, text: string, last: string | undefined): readonly ComposeRow<Extracted>[] {
  if (!text.includes('{{')) {
    return beginningRows(descriptions, text, last);
  }
  const template = closeTemplate(text);
  const results = answersOf(descriptions.whole, template).map((answer) => rowFor(descriptions, template, answer));
  // While a name is being written, Enter completes it.
  return [...results, ...(text.endsWith('}') ? [] : candidateRows(descriptions.masked, text))];
}
