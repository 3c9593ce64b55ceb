/** The mounts of another container, taken over: `--volumes-from`. */
import { code } from '../../text/markdown.ts';
import { dockerOnly, part, suggestNames, suggestWords } from './scan/parsed.ts';
import { cut, whole } from './scan/slice.ts';
import { optionGroup, wrongOption } from './scan/volume-spec.ts';
import type { ValueGrammar, ValueProblem } from './value-grammar.ts';
import { volumeOptionMeaning, volumeOptionMeanings } from './volume-options.ts';

function judge(value: string): ValueProblem[] {
  const { after: mode } = cut(whole(value), ':');
  if (value === '') {
    return [{ start: 0, end: 0, code: 'invalid-volume-spec', refusedBy: 'engine', message: 'The container whose mounts are taken over is missing.' }];
  }
  if (mode === undefined || mode.text === '') {
    return [];
  }
  const wrong = wrongOption(mode);
  const forbidden = mode.text.split(',').find((option) => ['propagation', 'copy'].includes(optionGroup(option) ?? ''));
  if (wrong === undefined && forbidden === undefined) {
    return [];
  }
  const message = `${code(mode.text)} is not a mode here: use \`ro\` or \`rw\`, and \`z\` or \`Z\` for SELinux.`;
  return [{ start: mode.start, end: mode.end, code: 'invalid-volume-spec', refusedBy: 'engine', message }];
}

export const volumesFrom: ValueGrammar = {
  kind: 'volumes-from',
  form: '`container[:mode]`, mode `ro` or `rw`',
  example: 'web:ro',
  parse: (value, context) => {
    const { before: container, after: mode } = cut(whole(value), ':');
    const parts = container.text === '' ? [] : [part(container.start, container.end, 'container', `All volumes and host folders of ${code(container.text)}, at the same paths; the container must exist but need not run.`)];
    if (mode !== undefined) {
      const meaning = mode.text.split(',').map((option) => volumeOptionMeaning(option) ?? '').join(' ').trim();
      parts.push(...(meaning === '' ? [] : [part(mode.start, mode.end, 'mode', meaning)]));
    }
    return { parts, problems: dockerOnly(context, judge(value)) };
  },
  names: (value) => [{ kind: 'container', name: cut(whole(value), ':').before.text }],
  suggest: (value, cursor, context) => {
    const colon = value.indexOf(':');
    return colon >= 0 && cursor > colon
      ? suggestWords(volumeOptionMeanings.filter(({ text }) => ['readWrite', 'selinux'].includes(optionGroup(text) ?? '')), colon + 1, value.length)
      : suggestNames(context, 'container', value.slice(0, cursor), 0, colon < 0 ? value.length : colon);
  },
};
