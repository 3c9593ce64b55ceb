/** Finds a value, or a part of one, that stands where the image belongs: a second one, one that a blank cut in two, one that lacks its quotes. */
import type { DockerCommand } from '../command/docker-command.ts';
import { namedImage } from '../command/named-image.ts';
import type { Span } from '../text/span.ts';
import { cutValue } from './cut-value.ts';
import { judgedValues } from './flag-values.ts';
import type { Fix, RuleContext } from './rule.ts';
import { flagBefore, strayedValue } from './strayed-value.ts';
import { unquotedText } from './unquoted-text.ts';

export interface ValueInImagePlace {
  readonly span: Span;
  readonly message: string;
  readonly fixes: readonly Fix[];
  /** The value has a mistake of its own, whose rule tells of the blank too. */
  readonly isToldWithValue: boolean;
}

export function valueInImagePlace(command: DockerCommand, { region, version }: Pick<RuleContext, 'region' | 'version'>): ValueInImagePlace | undefined {
  const { image } = command;
  if (image?.kind !== 'literal' || command.process.length === 0) {
    return undefined;
  }
  const isRefused = (namedImage(command)?.problems ?? []).length > 0;
  const strayed = strayedValue(command, isRefused);
  if (strayed !== undefined) {
    return { span: image.span, message: strayed.message, fixes: [strayed.fix], isToldWithValue: false };
  }
  const use = flagBefore(command, image);
  const cut = use === undefined ? undefined : cutValue(command, use, version);
  if (cut !== undefined) {
    const fix = { ...cut.fix, safe: isRefused };
    return { span: cut.span, message: cut.message, fixes: [fix], isToldWithValue: judgedValues(command, version).some(({ use: judged, parsed }) => judged === use && parsed.problems.length > 0) };
  }
  const text = unquotedText(command, region);
  return text?.words.includes(image) === true ? { span: text.span, message: text.message, fixes: text.fixes, isToldWithValue: false } : undefined;
}
