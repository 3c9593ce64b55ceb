/** Turns measures into edits of a command: one of them, or all that it lacks at once. */
import { editsOverlap, type TextEdit } from '../text/edit.ts';
import type { Measure, Offer, Subject } from './measure.ts';
import { absentMeasures } from './measures.ts';
import { makesContainer } from './subject.ts';
import { writeFlags } from './write-flags.ts';

/** A change of the command that the user may choose. */
export interface Hardening {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly measures: readonly Measure[];
}

function editsFor({ command, region }: Subject, offers: readonly Offer[]): TextEdit[] {
  const edits = [...writeFlags(command, region, offers.flatMap(({ flags }) => flags)), ...offers.flatMap((offer) => offer.edits)];
  return editsOverlap(edits) ? [] : edits;
}

/** All that the command lacks in one change, and the same with its ports left open where that makes a difference. */
export function hardenWhole(subject: Subject, lacking = absentMeasures(subject)): Hardening[] {
  if (!makesContainer(subject.command)) {
    return [];
  }
  const chosen = lacking.flatMap(({ measure }) => {
    const offer = measure.offers(subject).find(({ joinsAll }) => joinsAll);
    return offer === undefined ? [] : [{ measure, offer }];
  });
  const all = editsFor(subject, chosen.map(({ offer }) => offer));
  if (all.length === 0) {
    return [];
  }
  const whole = { title: 'Harden this command', edits: all, measures: chosen.map(({ measure }) => measure) };
  const keeping = chosen.filter(({ measure }) => measure.id !== 'loopback');
  const addresses = new Set(chosen.flatMap(({ measure, offer }) => (measure.id === 'loopback' ? offer.edits : [])));
  const kept = all.filter((edit) => !addresses.has(edit));
  return addresses.size === 0 || kept.length === 0 ? [whole] : [whole, { title: 'Harden, keep ports public', edits: kept, measures: keeping.map(({ measure }) => measure) }];
}

/** Each measure that the command lacks by itself, in every way it can be taken; the title names its risk. */
export function hardenSingly(subject: Subject): Hardening[] {
  if (!makesContainer(subject.command)) {
    return [];
  }
  return absentMeasures(subject).flatMap(({ measure }) =>
    measure.offers(subject).flatMap((offer) => {
      const edits = editsFor(subject, [offer]);
      return edits.length === 0 ? [] : [{ title: `${offer.title} (mind: ${measure.risk})`, edits, measures: [measure] }];
    }),
  );
}
