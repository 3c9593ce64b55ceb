/** The rows below a template that is being written: what it could become, and what it prints. */
import { closeTemplate } from '../../inspect/template/close-template.ts';
import { type Candidate, completeTemplate } from '../../inspect/template/complete-template.ts';
import type { Answer, Description } from '../../inspect/template/extract.ts';
import { readyTemplates } from '../../inspect/template/ready-templates.ts';
import type { ComposeRow } from '../ui.ts';
import { displayText } from '../display-text.ts';

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
const mask = '••••••';

interface VersionedAnswer {
  readonly version: string | undefined;
  readonly answer: Answer;
}

function answersOf(description: Description, template: string): readonly VersionedAnswer[] {
  const extraction = description.extract(template);
  return extraction.kind === 'versions' ? extraction.answers : [{ version: undefined, answer: extraction }];
}

/** The template around a place in it, with a sign in front of what is wrong. */
function placeIn(template: string, { start }: { readonly start: number }): string {
  return `Column ${start + 1}: ${template.slice(Math.max(0, start - 30), start)}▸${template.slice(start, start + 40)}`;
}

function rowFor({ masked }: Descriptions, template: string, { version, answer }: VersionedAnswer): ComposeRow<Extracted> {
  const prefix = version === undefined ? '' : `docker ${version}: `;
  switch (answer.kind) {
    case 'mistake':
      return { label: displayText(`${prefix}${answer.message}.`), detail: displayText(placeIn(template, answer)) };
    case 'unknown':
      return { label: 'Copy the line for docker: only docker knows this result', detail: displayText(`${answer.message}. ${placeIn(template, answer)}`), choice: { value: { template } } };
    case 'text': {
      const shown = answersOf(masked, template).find((each) => each.version === version)?.answer;
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
