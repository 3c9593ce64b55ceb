/** Paths inside the container, such as the working directory. */
import { code } from '../../text/markdown.ts';
import { dockerOnly, suggestedFix, wholePart, wholeProblem, wordsForWholeValue } from './scan/parsed.ts';
import type { ValueGrammar } from './value-grammar.ts';

/** Windows containers have paths such as `C:\app` and `\app`. */
const windowsPath = /^(?:[A-Za-z]:|\\)/;

export const containerPath: ValueGrammar = {
  kind: 'container-path',
  form: 'an absolute path in the container',
  example: '/app',
  parse: (value, context) => {
    const parts = wholePart(value, 'directory', `The process starts in ${code(value)} of the container.${context.command === 'exec' ? '' : ' A missing directory is created, owned by root.'}`);
    if (value === '' || value.startsWith('/') || windowsPath.test(value)) {
      return { parts, problems: [] };
    }
    const message = `${code(value)} is relative; the engine wants an absolute path.`;
    const absolute = `/${value.replace(/^(?:\.\/)+/, '')}`;
    const fixes = value.startsWith('.') && !value.startsWith('./') ? [] : [suggestedFix(absolute)];
    return { parts, problems: dockerOnly(context, [wholeProblem(value, { code: 'relative-workdir', refusedBy: 'engine', message }, fixes)]) };
  },
  suggest: wordsForWholeValue([
    { text: '/app', meaning: 'Where many images keep the program.' },
    { text: '/src', meaning: 'Where sources are often mounted.' },
    { text: '/work', meaning: 'A neutral place for one-off tools.' },
  ]),
};
