/** Containers ended by force, without time to finish what they are doing. */
import { replaceValue } from '../command/edits.ts';
import { isOn, lastUse, literalValue, usesOf, type DockerCommand } from '../command/docker-command.ts';
import { code } from '../text/markdown.ts';
import { replace } from '../text/edit.ts';
import { removeFlags } from './remove-flags.ts';
import type { Rule, RuleContext } from './rule.ts';
import { isStraight } from './straight-line.ts';

const isKill = (signal: string): boolean => /^(?:SIG)?KILL$|^9$/i.test(signal);

/** `docker kill web`, which sends SIGKILL. */
function checkKill(command: DockerCommand, { report }: RuleContext): void {
  const word = command.path.at(-1);
  if (word !== undefined && command.positionals.length > 0 && usesOf(command, 'signal').length === 0) {
    report({
      span: word.span,
      message: '`kill` ends the process at once: nothing is flushed, no connection is closed, files may be left damaged. `docker stop` asks first, and kills after ten seconds.',
      fixes: [{ title: 'Write `stop`', edits: [replace(word.span, 'stop')], safe: false }],
    });
  }
}

/** `docker stop -t 0 web`, which does the same. */
function checkTimeout(command: DockerCommand, { report }: RuleContext): void {
  const use = lastUse(command, 'timeout') ?? lastUse(command, 'time');
  if (use?.value.literal === true && /^[+-]?0+$/.test(use.value.text)) {
    report({
      span: use.span,
      message: 'With no time to stop the process is killed at once: nothing is flushed, no connection is closed. Give it some seconds.',
      fixes: [{ title: `Write ${code('10')}`, edits: replaceValue(command, use.value, '10'), safe: false }],
    });
  }
}

/** `--stop-signal SIGKILL`, and `docker stop -s KILL`. */
function checkSignal(command: DockerCommand, flag: string, { report, region }: RuleContext): void {
  const signal = literalValue(command, flag);
  const use = lastUse(command, flag);
  if (signal !== undefined && use !== undefined && isKill(signal)) {
    report({
      span: use.span,
      message: `With ${code(signal)} every stop is a kill: the process cannot finish what it is doing. Leave the flag out; the engine kills by itself after the time to stop.`,
      fixes: [{ title: `Remove ${code(use.spelling)}`, edits: removeFlags(command, usesOf(command, flag), region), safe: false }],
    });
  }
}

/** A service, started further up under this name, with a policy that keeps it running. */
function startsService(command: DockerCommand, name: string): boolean {
  const restart = literalValue(command, 'restart') ?? 'no';
  return command.facts?.id === 'run' && isOn(command, 'detach') && restart !== 'no' && literalValue(command, 'name') === name;
}

/** `docker rm -f web` of a service that the lines above started. */
function checkRemoval(command: DockerCommand, { report, region, commands }: RuleContext): void {
  const force = lastUse(command, 'force');
  const index = commands.indexOf(command);
  const service = command.positionals.find(
    (word) =>
      word.kind === 'literal' &&
      commands.slice(0, index).some((earlier) => startsService(earlier, word.value) && isStraight(region, earlier.shell.span, command.shell.span.start)),
  );
  const isStopped = commands.slice(0, index).some(({ facts, positionals }) => facts?.id === 'stop' && positionals.some(({ value }) => value === service?.value));
  if (force !== undefined && isOn(command, 'force') && service !== undefined && !isStopped) {
    report({ span: force.clustered ? force.word.span : force.span, message: `${code(service.value)} is running, and \`rm -f\` kills it at once. Call ${code(`docker stop ${service.value}`)} first.` });
  }
}

export const killInsteadOfStop: Rule = {
  id: 'kill-instead-of-stop',
  title: 'Container killed where it could be stopped',
  refusedBy: 'nobody',
  severity: { script: 'info', markdown: 'off' },
  docs: {
    why: 'SIGKILL ends a process between two instructions. Databases have to repair themselves at the next start, queues deliver twice, clients see broken connections. `docker stop` sends SIGTERM, waits ten seconds, and kills only what is still there; `-t` gives more time.',
    whenToIgnore: 'The container does not react any more, or nothing in it is worth keeping.',
    references: ['[docker container stop](https://docs.docker.com/reference/cli/docker/container/stop/)', '[docker container kill](https://docs.docker.com/reference/cli/docker/container/kill/)'],
  },
  examples: [
    { bad: 'docker ⟦kill⟧ web\n', fixed: 'docker stop web\n' },
    { bad: 'docker stop ⟦-t 0⟧ web\n', fixed: 'docker stop -t 10 web\n' },
    { bad: 'docker run -d ⟦--stop-signal SIGKILL⟧ shop:2.4\n', fixed: 'docker run -d shop:2.4\n' },
    { bad: 'docker run -d --restart always --name web nginx:1.27\nsleep 60\ndocker rm ⟦-f⟧ web\n' },
  ],
  silent: ['docker kill -s HUP web\n', 'docker stop web\n', 'docker stop -t 30 web\n', 'docker rm -f web\n', 'docker run -d --restart always --name web nginx:1.27\ndocker stop web\ndocker rm -f web\n', 'docker run -d --stop-signal SIGINT shop:2.4\n', 'docker stop -t "$SECONDS" web\n', 'docker kill <container>\n'],
  causes: [{ commands: ['kill'] }, { commands: ['rm'], flags: ['force'] }, { commands: ['stop', 'restart'], flags: ['timeout', 'time', 'signal'] }, { commands: ['run', 'create'], flags: ['stop-signal'] }],
  check: (command, context) => {
    if (command.help || command.template || command.problems.length > 0) {
      return;
    }
    const id = command.facts?.id;
    if (id === 'kill') {
      checkKill(command, context);
    } else if (id === 'rm') {
      checkRemoval(command, context);
    } else if (id === 'stop' || id === 'restart') {
      checkTimeout(command, context);
      checkSignal(command, 'signal', context);
    } else {
      checkSignal(command, 'stop-signal', context);
    }
  },
};
