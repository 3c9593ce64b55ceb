/** Keeps passwords out of the command line, where the shell history and the process list show them. */
import { removeFlag, replaceValue } from '../../command/edits.ts';
import { usesOf, type DockerCommand, type FlagUse } from '../../command/docker-command.ts';
import { secretIn, usualSecretWords } from '../../command/secret-values.ts';
import { quoteWord } from '../../command/quote.ts';
import { replace, type TextEdit } from '../../text/edit.ts';
import { absent, lacking, present, type Measure, type Subject } from '../measure.ts';

/** The variables that are given a secret. */
function secrets(command: DockerCommand): { readonly use: FlagUse; readonly name: string }[] {
  return usesOf(command, 'env').flatMap((use) => {
    const [, name = '', value = ''] = /^([^=]+)=(.*)$/s.exec(use.value.text) ?? [];
    const isSecret = use.value.literal && secretIn(name, value, usualSecretWords) !== undefined;
    return isSecret ? [{ use, name }] : [];
  });
}

/** One file takes the place of the first secret; the others go. */
function intoFile({ command, region, values }: Subject): TextEdit[] {
  const [first, ...others] = secrets(command);
  if (first === undefined || [first, ...others].some(({ use }) => use.clustered)) {
    return [];
  }
  const { word, value } = first.use;
  const span = { start: word.span.start, end: value.attached === 'next' ? value.word.span.end : word.span.end };
  return [replace(span, `--env-file ${quoteWord(values.envFile, command.shell.dialect)}`), ...others.flatMap(({ use }) => removeFlag(command, use, region))];
}

export const secretsOutside: Measure = {
  id: 'secrets',
  name: 'No secret in the command',
  flag: '--env-file',
  protects: 'Passwords stay out of shell history, process lists and version control.',
  risk: 'the values have to be set elsewhere before the command runs, or the container gets none',
  core: false,
  state: ({ command }) => {
    const [first] = secrets(command);
    return first === undefined ? present : usesOf(command, 'env-file').length === 0 ? absent : lacking(`-e ${first.name}`);
  },
  offers: (subject) => {
    const found = secrets(subject.command);
    // Through `sudo` or another shell the environment may not get there.
    const passesOn = !subject.command.shell.nested && subject.command.shell.wrappers.length === 0;
    const names = found.map(({ name }) => `\`-e ${name}\``).join(' ');
    const passed = found.flatMap(({ use, name }) => replaceValue(subject.command, use.value, '', name.length, use.value.text.length));
    const filed = intoFile(subject);
    return [
      ...(passesOn ? [{ title: `Pass ${names} through from the environment`, flags: [], edits: passed, joinsAll: false }] : []),
      ...(filed.length === 0 ? [] : [{ title: `Read secrets from \`--env-file ${subject.values.envFile}\``, flags: [], edits: filed, joinsAll: false }]),
    ];
  },
};
