/** Endpoints that commands get by the variable `DOCKER_HOST`. */
import type { DockerCommand } from '../command/docker-command.ts';
import { valueSpan } from '../shell/shell-command.ts';
import type { Span } from '../text/span.ts';
import type { RuleContext } from './rule.ts';
import { isStraight } from './straight-line.ts';

export interface AssignedEndpoint {
  readonly address: string;
  readonly addressSpan: Span;
}

export interface ExportedEndpoint extends AssignedEndpoint {
  /** The statement that sets the variable. */
  readonly statement: Span;
}

/** `DOCKER_HOST=… docker ps`. */
export function assignedEndpoints({ shell }: DockerCommand): AssignedEndpoint[] {
  return shell.assignments.flatMap(({ name, value }) => (name === 'DOCKER_HOST' && value.kind === 'literal' ? [{ address: value.value, addressSpan: valueSpan(value) }] : []));
}

const exported = /^[ \t]*(export[ \t]+DOCKER_HOST=|\$env:DOCKER_HOST[ \t]*=[ \t]*|(?:set|SET)[ \t]+DOCKER_HOST=)(["']?)([^\s"'`$;&|<>%]+)\2(?=[ \t]*(?:$|[;&|#]))/gm;

/** Those set between the docker command in front of this one and this one, which it is then told about. */
export function exportedEndpoints(command: DockerCommand, { region, commands }: RuleContext): ExportedEndpoint[] {
  const from = commands[commands.indexOf(command) - 1]?.shell.span.end ?? 0;
  const to = command.shell.span.start;
  return [...region.text.slice(from, to).matchAll(exported)].flatMap((match) => {
    const [whole, keyword = '', quote = '', address = ''] = match;
    const start = from + match.index + (/^[ \t]*/.exec(whole)?.[0].length ?? 0);
    const statement = { start, end: from + match.index + whole.length };
    const at = start + keyword.length + quote.length;
    return isStraight(region, statement, to) ? [{ address, addressSpan: { start: at, end: at + address.length }, statement }] : [];
  });
}
