/** Reports flags whose value was left out. */
import type { DockerCommand } from '../command/docker-command.ts';
import { code } from '../text/markdown.ts';
import { brokenContinuation } from './broken-continuation.ts';
import { leftOutValue } from './left-out-value.ts';
import type { Rule, RuleContext } from './rule.ts';
import { atMostWarning } from './value-rule.ts';

function check(command: DockerCommand, context: RuleContext): void {
  if (command.facts === undefined || command.help || command.openEnded || command.template || brokenContinuation(command, context.region) !== undefined) {
    return;
  }
  for (const { code: kind, span, word } of command.problems) {
    if (kind === 'missing-flag-value') {
      context.report({ span, message: `${code(word.value)} is the last word, but it needs a value behind it.` });
    }
  }
  const leftOut = leftOutValue(command, context.version);
  if (leftOut !== undefined) {
    const { use, taken, isAccepted } = leftOut;
    const rest = taken === 'image' ? ', so no image is left' : isAccepted ? ', which is no flag then' : '';
    const message = `\`${use.spelling}\` needs a value and takes ${code(use.value.text)} for it${rest}. Put its value behind it.`;
    context.report({ span: use.nameSpan, message, ...(isAccepted ? { severity: atMostWarning(missingFlagValue.severity) } : {}) });
  }
}

export const missingFlagValue: Rule = {
  id: 'missing-flag-value',
  title: 'A flag lacks its value',
  refusedBy: 'cli',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'A flag that takes a value takes the next word, whatever it is: the next flag, or the image. The error is then about that word or about a missing image, and not about the flag that caused it. `--user -d` is even accepted: the container then runs in the foreground, as a user named `-d`, until the engine finds none.',
    references: ['[docker, option types](https://docs.docker.com/reference/cli/docker/#option-types)', '[pflag, command line flag syntax](https://pkg.go.dev/github.com/spf13/pflag#hdr-Command_line_flag_syntax)'],
  },
  examples: [{ bad: 'docker run -d ⟦--name⟧' }, { bad: 'docker run -d ⟦--memory⟧ nginx' }, { bad: 'docker run ⟦-m⟧ --rm alpine:3.20 date' }, { bad: 'docker logs web ⟦--tail⟧' }, { bad: 'docker run ⟦--network⟧ --rm alpine:3.20 date' }, { bad: 'docker run ⟦--name⟧ -d nginx:1.27' }, { bad: 'docker exec ⟦-u⟧ -it web sh' }, { bad: 'docker logs ⟦--tail⟧ -f web' }],
  silent: ['docker run -d --name web', 'docker run --memory "$LIMIT"', 'docker run -d --name $NAME', 'docker run --memory <size>', 'docker run --label -no-such alpine:3.20', 'docker commit -m -- web shop/web:1.0', 'docker run --memory-swap -1 alpine:3.20', 'docker run "$@" --name'],
  check,
};
