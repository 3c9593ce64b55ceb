/** What `docker inspect --format` prints for a template, found out without docker. */
import { decode, decodeRaw } from './decode.ts';
import { editions } from './edition.ts';
import { Evaluation, type Reading } from './evaluate.ts';
import { parseTemplate } from './parse-template.ts';
import { type Span, TemplateError } from './template-error.ts';

export type Answer = { readonly kind: 'text'; readonly text: string } | (Span & { readonly kind: 'mistake' | 'unknown'; readonly message: string });

/** `answers`: what each version of docker says, where they do not agree. */
export type Extraction = Answer | { readonly kind: 'versions'; readonly answers: readonly { readonly version: string; readonly answer: Answer }[] };

function answered(work: () => string): Answer {
  try {
    return { kind: 'text', text: work() };
  } catch (error) {
    if (error instanceof TemplateError) {
      return { kind: error.kind, message: error.message, ...error.span };
    }
    throw error;
  }
}

/** A description, as each version of docker reads it. */
export class Description {
  /** For each version the reading with types, which is tried first, and the one without. */
  readonly readings: readonly (readonly [typed: Reading, raw: Reading])[];

  /** `documents`: for each edition what an engine tells a client of its version; a single one where all are told the same. */
  constructor(...documents: readonly Readonly<Record<string, unknown>>[]) {
    this.readings = editions.map((edition, index) => {
      const document = documents[index] ?? documents.at(-1);
      return [
        { edition, root: decode(edition.root, document), missingKeys: 'nothing' },
        { edition, root: decodeRaw(document), missingKeys: 'mistake' },
      ];
    });
  }

  /** Never throws: a template that cannot be evaluated has an answer as well. */
  extract(template: string): Extraction {
    const whole = { start: 0, end: template.length };
    if (template === '' || template === 'json') {
      return { kind: 'unknown', message: 'This prints the whole description: Inspect shows it', ...whole };
    }
    return combined(this.readings.map(([typed, raw]) => ({ version: typed.edition.version, answer: answerOf(template, typed, raw) })));
  }
}

function evaluated(template: string, reading: Reading): Answer {
  return answered(() => {
    const evaluation = new Evaluation(reading, [{ name: '$', value: reading.root }]);
    evaluation.list(parseTemplate(template, reading.edition.go), reading.root);
    return evaluation.text;
  });
}

/** Docker tries again without types what failed with them. */
function answerOf(template: string, typed: Reading, raw: Reading): Answer {
  const first = evaluated(template, typed);
  return first.kind === 'mistake' ? evaluated(template, raw) : first;
}

function combined(answers: readonly { readonly version: string; readonly answer: Answer }[]): Extraction {
  const [first, ...others] = answers.map(({ answer }) => answer);
  const doubtful = answers.find(({ answer }) => answer.kind === 'unknown');
  if (first === undefined || doubtful !== undefined) {
    return doubtful?.answer ?? { kind: 'text', text: '' };
  }
  const agree = others.every((answer) => answer.kind === first.kind && (answer.kind !== 'text' || first.kind !== 'text' || answer.text === first.text));
  return agree ? (answers.at(-1)?.answer ?? first) : { kind: 'versions', answers };
}
