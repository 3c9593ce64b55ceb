/** Reports signals that Linux does not know, and the `kill -9` of the shell. */
import type { DockerCommand } from '../command/docker-command.ts';
import { signals } from '../docker/generated/cli.ts';
import { code } from '../text/markdown.ts';
import type { RuleContext } from './rule.ts';
import { valueRule } from './value-rule.ts';

/** The signal in the word `-9`, `-HUP` or `-SIGTERM`; undefined for other words. */
export function signalBehindDash(word: string): string | undefined {
  const text = /^-(\d{1,2}|[A-Z][A-Z\d]+)$/.exec(word)?.[1];
  const known = signals.names.some(({ name, number }) => text === name || text === `SIG${name}` || text === String(number));
  return known ? text : undefined;
}

/** `docker kill -9 web` is not the `kill` of the shell: the signal is a value of `--signal`. */
function signalAsFlag(command: DockerCommand, { report }: RuleContext): void {
  if (command.facts?.id !== 'kill' || command.help || command.engine === 'podman') {
    return;
  }
  for (const { word } of command.problems) {
    const signal = word.kind === 'literal' ? signalBehindDash(word.value) : undefined;
    if (signal !== undefined) {
      report({
        span: word.span,
        message: `${code(word.value)} is not a flag of \`docker kill\`. Write \`-s ${signal}\`.`,
        fixes: [{ title: `Write \`-s ${signal}\``, safe: true, edits: [{ span: word.span, newText: `-s ${signal}` }] }],
      });
    }
  }
}

export const invalidSignal = valueRule({
  id: 'invalid-signal',
  title: 'The signal does not exist, or is not given as a value',
  refusedBy: 'engine',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'Signals are named as in `kill -l`, with or without `SIG`, or by their number. A signal that the engine does not know makes it refuse the container or the kill. Unlike the `kill` of a shell, `docker kill` takes the signal with `-s`.',
    references: ['[signal(7)](https://man7.org/linux/man-pages/man7/signal.7.html)', '[docker container kill, --signal](https://docs.docker.com/reference/cli/docker/container/kill/#signal)'],
  },
  examples: [
    { bad: 'docker kill ⟦-9⟧ web', fixed: 'docker kill -s 9 web' },
    { bad: 'docker run --stop-signal ⟦SIGTREM⟧ nginx:1.27', fixed: 'docker run --stop-signal SIGTERM nginx:1.27' },
  ],
  silent: ['docker kill -s HUP web', 'docker kill --signal=SIGUSR1 web', 'docker run --stop-signal rtmin+3 nginx:1.27', 'docker kill -s $SIGNAL web', 'kill -9 docker'],
  also: { causes: [{ commands: ['kill'], problems: ['unknown-shorthand'] }], check: signalAsFlag },
});
