/** Reads which networks a container is to join, for rules about flags that depend on them. */
import { usesOf, type DockerCommand, type FlagUse } from '../command/docker-command.ts';
import { readCsv } from '../docker/values/scan/csv.ts';

export interface NetworkChoice {
  readonly use: FlagUse;
  /** `host`, `container:web`, or the name of a network. */
  readonly mode: string;
  /** The properties of the long form, `alias` or `ip`, besides `name`. */
  readonly properties: ReadonlySet<string>;
}

function readChoice(use: FlagUse): NetworkChoice {
  const { text } = use.value;
  if (!/\w=\w/.test(text)) {
    return { use, mode: text, properties: new Set() };
  }
  const fields = readCsv(text.toLowerCase()).fields.map((field) => {
    const [key = '', ...rest] = field.text.split('=');
    return { key: key.trim(), value: rest.join('=').trim() };
  });
  return {
    use,
    mode: fields.find(({ key }) => key === 'name')?.value ?? '',
    properties: new Set(fields.flatMap(({ key }) => (key === 'name' ? [] : [key]))),
  };
}

/** The networks in the order given; undefined when one of them is known only at run time. */
export function networkChoices(command: DockerCommand): readonly NetworkChoice[] | undefined {
  const uses = usesOf(command, 'network');
  return uses.some(({ value }) => !value.literal) ? undefined : uses.map(readChoice).filter(({ mode }) => mode !== '');
}

/** Whether somebody made the network with `docker network create`. */
export function isUserDefined(mode: string): boolean {
  return !['', 'default', 'bridge', 'host', 'none'].includes(mode) && !mode.startsWith('container:');
}
