/** Reports log options that the log driver does not know, or that several were put into one flag. */
import { literalValue, usesOf, type DockerCommand, type FlagUse } from '../command/docker-command.ts';
import { removeFlag } from '../command/edits.ts';
import type { Fix, RuleContext } from './rule.ts';
import { splitFix } from './split-value.ts';
import { valueRule } from './value-rule.ts';

function severalOptions({ value }: FlagUse): string[] | undefined {
  const options = value.text.split(/\s*,\s*/);
  return options.length > 1 && options.every((option) => /^[a-z][a-z-]*=[^,=]+$/.test(option)) ? options : undefined;
}

/** `--log-opt max-size 10m`: the value becomes the image. */
function valueApart(command: DockerCommand, use: FlagUse): boolean {
  const { value } = use;
  const next = command.shell.words[command.shell.words.indexOf(value.word) + 1];
  return /^[a-z][a-z-]+$/.test(value.text) && next !== undefined && next === command.image && next.kind === 'literal' && command.process.length > 0;
}

/** The driver `none` keeps no logs and takes no options: either they go, or it does. */
function fixesForNone(command: DockerCommand, { region }: RuleContext): Fix[] {
  return [
    { title: 'Remove every `--log-opt`', safe: false, edits: usesOf(command, 'log-opt').flatMap((use) => removeFlag(command, use, region)) },
    { title: 'Remove `--log-driver none`', safe: false, edits: usesOf(command, 'log-driver').flatMap((use) => removeFlag(command, use, region)) },
  ];
}

export const invalidLogOptions = valueRule({
  id: 'invalid-log-options',
  title: 'The log driver does not take this option',
  refusedBy: 'engine',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'Each log driver knows its own options, and each `--log-opt` sets one as `key=value`. An unknown key, or several in one value, makes the engine refuse the container; wrong sizes and counts are found only when it starts. The driver `none` takes no options at all.',
    references: ['[Configure logging drivers](https://docs.docker.com/engine/logging/configure/)', '[JSON file logging driver](https://docs.docker.com/engine/logging/drivers/json-file/)'],
  },
  examples: [
    { bad: 'docker run -d --log-driver json-file --log-opt ⟦max-sise⟧=10m nginx:1.27', fixed: 'docker run -d --log-driver json-file --log-opt max-size=10m nginx:1.27' },
    { bad: 'docker run -d --log-driver none --log-opt ⟦max-size=10m⟧ nginx:1.27', fixed: 'docker run -d --log-driver none nginx:1.27' },
  ],
  silent: [
    'docker run -d --log-opt max-size=10m --log-opt max-file=3 nginx:1.27',
    'docker run -d --log-driver none nginx:1.27',
    'docker run -d --log-driver my-plugin --log-opt anything=1 nginx:1.27',
    'docker run -d --log-driver "$DRIVER" --log-opt max-size=10m nginx:1.27',
  ],
  fixes: (use, _problem, command, context) => {
    if (literalValue(command, 'log-driver') === 'none') {
      return fixesForNone(command, context);
    }
    const options = severalOptions(use);
    if (options !== undefined) {
      return [splitFix(command, use, options, 'Give each option a flag of its own')];
    }
    if (!valueApart(command, use)) {
      return [];
    }
    const image = command.image;
    return image === undefined ? [] : [{ title: 'Join the two words with `=`', safe: true, edits: [{ span: { start: use.value.word.span.end, end: image.span.start }, newText: '=' }] }];
  },
});
