/** Reads aloud the labels of the container, of which some have dozens. */
import { code } from '../../text/markdown.ts';
import type { Clause } from './clause.ts';
import { counted, listed, valuesOf } from './phrases.ts';

const mostNamed = 3;

export const labels: Clause = {
  flags: () => ['label', 'label-file'],
  say(command) {
    const own = valuesOf(command, 'label');
    const files = valuesOf(command, 'label-file').map((value) => `those in ${code(value)}`);
    const named = own.length > mostNamed ? [counted(own.length, 'label')] : own.length === 0 ? [] : [`the label${own.length === 1 ? '' : 's'} ${listed(own.map((value) => code(value)))}`];
    const all = [...named, ...(named.length === 0 ? files.map((file) => file.replace(/^those/, 'the labels')) : files)];
    return all.length === 0 ? undefined : `it carries ${listed(all)}`;
  },
};
