/** Offers to harden the command under the cursor: wholly, or measure by measure. */
import { hardenSingly, hardenWhole, type Hardening } from '../hardening/harden.ts';
import { defaultHardeningValues } from '../hardening/values.ts';
import { isDerailed } from '../rules/derailed.ts';
import { lintedCommandAt } from './linted-command.ts';
import type { Rewrite } from './rewrite.ts';
import type { Snapshot } from './snapshot.ts';
import type { Span } from '../text/span.ts';

/** What the change may break, for the preview of the edit. */
function risksOf({ measures }: Hardening): string {
  return measures.map(({ name, risk }) => `${name}: ${risk}.`).join('\n');
}

/** The hardenings of the command in the span, the whole first; none where it is no complete `run` or `create`. */
export function hardenRewrites(snapshot: Snapshot, span: Span): Rewrite[] {
  const found = lintedCommandAt(snapshot, span);
  const { version, hardening: values = defaultHardeningValues } = snapshot.settings;
  if (found === undefined || isDerailed(found.command, { region: found.region, version })) {
    return [];
  }
  const subject = { ...found, version, values };
  return [...hardenWhole(subject), ...hardenSingly(subject)].map((hardening) => ({ title: hardening.title, edits: hardening.edits, region: found.region, risks: risksOf(hardening) }));
}
