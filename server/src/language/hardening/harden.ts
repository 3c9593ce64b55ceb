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

function together(subject: Subject, measures: readonly Measure[], title: string): Hardening[] {
  const chosen = measures.flatMap((measure) => {
    const offer = measure.offers(subject).find(({ joinsAll }) => joinsAll);
    return offer === undefined ? [] : [{ measure, offer }];
  });
  const edits = editsFor(subject, chosen.map(({ offer }) => offer));
  return edits.length === 0 ? [] : [{ title, edits, measures: chosen.map(({ measure }) => measure) }];
}

/** All that the command lacks in one change, and the same with its ports left open where that makes a difference. */
export function hardenWhole(subject: Subject): Hardening[] {
  if (!makesContainer(subject.command)) {
    return [];
  }
  const lacking = absentMeasures(subject);
  const keepingPorts = lacking.filter(({ id }) => id !== 'loopback');
  const isOpen = keepingPorts.length < lacking.length;
  return [...together(subject, lacking, 'Harden this command'), ...(isOpen ? together(subject, keepingPorts, 'Harden, keep ports public') : [])];
}

/** Each measure that the command lacks by itself, in every way it can be taken; the title names its risk. */
export function hardenSingly(subject: Subject): Hardening[] {
  if (!makesContainer(subject.command)) {
    return [];
  }
  return absentMeasures(subject).flatMap((measure) =>
    measure.offers(subject).flatMap((offer) => {
      const edits = editsFor(subject, [offer]);
      return edits.length === 0 ? [] : [{ title: `${offer.title} (mind: ${measure.risk})`, edits, measures: [measure] }];
    }),
  );
}
