/** A number of log files without a size at which a new one begins: the first grows for ever. */
import { insertFlag } from '../command/edits.ts';
import { lastUse, usesOf, type DockerCommand } from '../command/docker-command.ts';
import type { Rule } from './rule.ts';

/** The driver that writes without bound unless a size is given; `local` has one of its own. */
function usesJsonFile(command: DockerCommand): boolean {
  const driver = lastUse(command, 'log-driver')?.value;
  return driver === undefined || (driver.literal && driver.text === 'json-file');
}

export const logMaxFileWithoutSize: Rule = {
  id: 'log-max-file-without-size',
  title: 'Number of log files without a size',
  refusedBy: 'nobody',
  severity: { script: 'info', markdown: 'info' },
  docs: {
    why: '`max-file` says how many log files are kept, `max-size` when the next one begins. Without a size the first file is never full: it grows until the disk is, and `max-file` never counts to two.',
    whenToIgnore: 'The configuration of the engine sets `max-size` for all containers.',
    references: ['[JSON file logging driver](https://docs.docker.com/engine/logging/drivers/json-file/)'],
  },
  examples: [{ bad: 'docker run -d ⟦--log-opt max-file=3⟧ nginx:1.27\n', fixed: 'docker run --log-opt max-size=10m -d --log-opt max-file=3 nginx:1.27\n' }],
  silent: ['docker run -d --log-opt max-size=10m --log-opt max-file=3 nginx:1.27\n', 'docker run -d --log-driver local --log-opt max-file=3 nginx:1.27\n', 'docker run -d --log-opt max-file=3 --log-opt "$SIZE" nginx:1.27\n', 'docker run -d $LOG_OPTS --log-opt max-file=3 nginx:1.27\n'],
  causes: [{ flags: ['log-opt'] }],
  check: (command, { region, report }) => {
    const options = usesOf(command, 'log-opt');
    const files = options.find(({ value }) => value.literal && value.text.startsWith('max-file='));
    const sized = options.some(({ value }) => !value.literal || value.text.includes('max-size'));
    if (files === undefined || sized || command.openEnded || !usesJsonFile(command)) {
      return;
    }
    report({
      span: files.span,
      message: 'Without `max-size` the first log file grows without end, so `max-file` has no effect. Add `--log-opt max-size=10m`.',
      fixes: [{ title: 'Add `--log-opt max-size=10m`', edits: insertFlag(command, region, '--log-opt max-size=10m'), safe: false }],
    });
  },
};
