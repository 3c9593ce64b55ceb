/** Mounts written as key and value fields: `--mount`. */
import { code } from '../../text/markdown.ts';
import { powerOfSocket, socketMeaning } from '../engine-socket.ts';
import { parseBoolean } from './bool.ts';
import { judgeMountByEngine } from './mount-engine.ts';
import { judgeMount } from './mount-judge.ts';
import { mountTypes } from './mount-keys.ts';
import { mountSignature, namesInMount, suggestMount } from './mount-suggestions.ts';
import { describeBytes, parseByteSize } from './scan/byte-size.ts';
import { atLeast } from './scan/cli-release.ts';
import { type MountField, type MountSpec, readMount } from './scan/mount-fields.ts';
import { dockerOnly, part } from './scan/parsed.ts';
import { soundFixes } from './scan/sound-fixes.ts';
import type { ValueContext, ValueGrammar, ValuePart, ValueProblem } from './value-grammar.ts';

function sourceMeaning(text: string, type: string): string {
  switch (type) {
    case 'bind': {
      const power = powerOfSocket(text);
      if (power !== undefined) {
        return socketMeaning(text, power);
      }
      return `${code(text)} of the machine that runs the engine. It must exist, or the command fails; \`-v\` would create an empty folder instead.`;
    }
    case 'image':
      return `The image ${code(text)}, which must be on this host.`;
    default:
      return type === 'npipe' ? `The named pipe ${code(text)} of the host.` : `The volume ${code(text)}: created when missing, kept when the container is removed.`;
  }
}

function meaningOf({ known, value }: MountField, type: string): string | undefined {
  if (known === undefined) {
    return undefined;
  }
  const text = value?.text ?? '';
  switch (known.name) {
    case 'type':
      return mountTypes.find((word) => word.text === text.toLowerCase())?.meaning;
    case 'source':
      return text === '' ? undefined : sourceMeaning(text, type);
    case 'target':
      return text === '' ? undefined : `Appears in the container at ${code(text)} and hides what the image has there.`;
    case 'tmpfs-size': {
      const size = parseByteSize(text, '29.8.0-dev');
      return size === undefined ? known.meaning : `At most ${describeBytes(size.bytes)}.`;
    }
    default: {
      if (known.bare === true && parseBoolean(text) === false) {
        return 'Off: the same as leaving the key out.';
      }
      const chosen = known.values?.find((word) => word.text === text)?.meaning;
      return chosen === undefined || known.bare === true ? known.meaning : `${known.meaning} ${code(text)}: ${chosen}`;
    }
  }
}

function explain(spec: MountSpec): ValuePart[] {
  const anonymous = spec.type === 'volume' && !spec.fields.some(({ known, value }) => known?.name === 'source' && value?.text !== '');
  return spec.fields.flatMap((entry) => {
    const meaning = meaningOf(entry, spec.type);
    const label = entry.known?.name ?? '';
    const extra = anonymous && label === 'target' ? ' No source is named, so the volume is anonymous: its data is hard to find again.' : '';
    return meaning === undefined ? [] : [part(entry.field.start, entry.field.end, label, meaning + extra)];
  });
}

function judgeByCli(value: string, context: ValueContext): ValueProblem[] {
  return judgeMount(value, readMount(value, atLeast(context.version, 29, 3)), context);
}

function parse(value: string, context: ValueContext): ReturnType<ValueGrammar['parse']> {
  const spec = readMount(value, atLeast(context.version, 29, 3));
  const byCli = soundFixes(value, judgeMount(value, spec, context), (fixed) => judgeByCli(fixed, context));
  const refused = byCli.some(({ refusedBy }) => refusedBy !== 'nobody');
  return { parts: explain(spec), problems: dockerOnly(context, refused ? byCli : [...byCli, ...judgeMountByEngine(value, spec, context)]) };
}

export const mount: ValueGrammar = {
  kind: 'mount',
  form: 'fields `key=value` with commas and no blanks: `type=bind|volume|tmpfs|image`, `source` (`src`), `target` (`dst`), `readonly`, and keys of the type',
  example: 'type=bind,src=/srv/app/config,dst=/etc/app,readonly',
  parse,
  suggest: suggestMount,
  names: namesInMount,
  signature: mountSignature,
};
