/** Reports a log driver without the options that say where the logs go. */
import { lastUse, usesOf } from '../command/docker-command.ts';
import { requiredLogOptions } from '../docker/values/words/log-options.ts';
import { code } from '../text/markdown.ts';
import { createsWholly } from './containers.ts';
import type { Rule } from './rule.ts';

export const missingLogOption: Rule = {
  id: 'missing-log-option',
  title: 'The log driver is not told where the logs go',
  refusedBy: 'engine',
  severity: { script: 'warning', markdown: 'info' },
  docs: {
    why: 'Drivers that send logs to a server need to know it: `gelf` its address, `awslogs` a log group, `splunk` an address and a token. Without, the engine refuses the container or fails to start it. The engine adds what its `daemon.json` says of this driver, but only where the driver is the default of that engine, so the same line works on one host and fails on the next.',
    whenToIgnore: 'All engines that the command runs on have the driver as their default, with these options.',
    references: ['[Configure logging drivers](https://docs.docker.com/engine/logging/configure/)', '[Graylog Extended Format logging driver](https://docs.docker.com/engine/logging/drivers/gelf/)'],
  },
  examples: [
    { bad: 'docker run -d ⟦--log-driver gelf⟧ shop:2.4\n' },
    { bad: 'docker run -d ⟦--log-driver=awslogs⟧ --log-opt awslogs-region=eu-central-1 shop:2.4\n' },
    { bad: 'docker run -d ⟦--log-driver splunk⟧ --log-opt splunk-url=https://logs.example.com:8088 shop:2.4\n' },
  ],
  silent: [
    ...['docker run -d --log-driver gelf --log-opt gelf-address=udp://logs.example.com:12201 shop:2.4\n', 'docker run -d --log-driver gelf --log-opt "$LOG_TO" shop:2.4\n', 'docker run -d --log-driver gelf $LOG_OPTIONS shop:2.4\n'],
    ...['docker run -d --log-driver syslog shop:2.4\n', 'docker run -d --log-driver fluentd shop:2.4\n', 'docker run -d --log-driver "$DRIVER" shop:2.4\n', 'docker run -d --log-driver gelf --log-driver local shop:2.4\n', 'podman run -d --log-driver gelf shop:2.4\n'],
  ],
  causes: [{ commands: ['run', 'create'], flags: ['log-driver'] }],
  check: (command, context) => {
    const driver = lastUse(command, 'log-driver');
    const required = driver?.value.literal === true ? (requiredLogOptions.get(driver.value.text) ?? []) : [];
    const options = usesOf(command, 'log-opt').map(({ value }) => value);
    if (driver === undefined || required.length === 0 || options.some(({ literal }) => !literal) || command.engine === 'podman' || !createsWholly(command, context)) {
      return;
    }
    const missing = required.filter((key) => !options.some(({ text }) => text.startsWith(`${key}=`)));
    if (missing.length > 0) {
      const flags = missing.map((key) => code(`--log-opt ${key}=…`)).join(' and ');
      context.report({ span: driver.span, message: `The driver ${code(driver.value.text)} needs ${flags}, unless the engine has it as its default driver with ${missing.length === 1 ? 'that option' : 'these options'}; the container does not start otherwise.` });
    }
  },
};
