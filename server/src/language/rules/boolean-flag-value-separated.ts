/** Reports `--rm false IMAGE`: a boolean flag takes no word, so `false` becomes the image. */
import type { DockerCommand } from '../command/docker-command.ts';
import { removeWord } from '../command/edits.ts';
import { replace } from '../text/edit.ts';
import { code } from '../text/markdown.ts';
import type { Fix, Rule, RuleContext } from './rule.ts';
import { booleanWord } from './boolean-word.ts';

function check(command: DockerCommand, { report, region }: RuleContext): void {
  if (command.facts === undefined || command.help) {
    return;
  }
  const found = booleanWord(command);
  if (found === undefined) {
    return;
  }
  const { use, word } = found;
  const on = /^(?:true|yes|on|1)$/i.test(word.value);
  const becomes = command.image === word ? 'the image' : 'an argument';
  const written = `${use.spelling}=${on ? 'true' : 'false'}`;
  const join: Fix = { title: `Write ${code(written)}`, safe: true, edits: [replace({ start: use.nameSpan.end, end: word.span.end }, `=${on ? 'true' : 'false'}`)] };
  const drop: Fix = { title: `Remove ${code(word.value)}`, safe: true, edits: removeWord(command, word, region) };
  report({
    span: word.span,
    message: `\`${use.spelling}\` takes no separate value, so ${code(word.value)} becomes ${becomes}. Write ${code(written)}${on ? ' or leave it out' : ''}.`,
    fixes: /^(?:yes|on)$/i.test(word.value) ? [drop] : [join],
  });
}

export const booleanFlagValueSeparated: Rule = {
  id: 'boolean-flag-value-separated',
  title: 'The value of a boolean flag stands apart and becomes the image',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'warning' },
  docs: {
    why: 'Boolean flags take a value only behind `=`. In `--rm false nginx` the flag is on, and Docker tries to run an image named `false`.',
    references: ['[docker, boolean options](https://docs.docker.com/reference/cli/docker/#boolean)'],
  },
  examples: [
    { bad: 'docker run --rm ⟦false⟧ alpine:3.20 date', fixed: 'docker run --rm=false alpine:3.20 date' },
    { bad: 'docker run -d --init ⟦yes⟧ nginx:1.27', fixed: 'docker run -d --init nginx:1.27' },
    { bad: 'docker run -dit ⟦true⟧ nginx:1.27', fixed: 'docker run -dit=true nginx:1.27' },
  ],
  silent: ['docker run --rm=false alpine:3.20 date', 'docker run --rm true', 'docker run --rm -e A=1 true date', 'docker run --rm alpine:3.20 true', 'docker run --rm 1password/op:2 op --version'],
  check,
};
