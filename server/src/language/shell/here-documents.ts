/** The body of a here-document as a script of its own. */
import type { HereDoc } from './script.ts';
import { holesIn, payloadSource, type ShellSource } from './shell-source.ts';
import { ValueBuilder } from './value-builder.ts';

/** What the program reads from the here-document; expansions in an unquoted one are holes. */
export function hereDocSource(source: ShellSource, { body, delimiter }: HereDoc): ShellSource {
  const builder = new ValueBuilder(source, body.pos);
  if (delimiter?.quoted === true || body.parts === undefined) {
    builder.text(body.pos, body.end, delimiter?.quoted === true ? 'all' : 'document');
  } else {
    for (const part of body.parts) {
      if (part.type === 'Literal') {
        builder.text(part.pos, part.end, 'document');
      } else {
        builder.hole(part.pos, part.end);
      }
    }
  }
  const holes = builder.allHoles(holesIn(source, body.pos, body.end));
  return payloadSource(source.region, builder.value, builder.placed(), holes);
}
