/** What we teach about a command as a whole: its purpose, what the engine does in each container state, and its exit codes. */

/** A container's status as `docker ps` and the engine name it. */
export type ContainerState = 'created' | 'running' | 'paused' | 'restarting' | 'removing' | 'exited' | 'dead';

export interface StateOutcome {
  readonly state: ContainerState;
  /** What happens when the command meets a container in this state. */
  readonly outcome: string;
}

export interface ExitCode {
  /** `0`, `125`, or `128+n` for a process that a signal ended. */
  readonly code: string;
  readonly meaning: string;
}

export interface CommandProse {
  /** What it does, in one or two sentences. */
  readonly what: string;
  /** When one reaches for it. */
  readonly why?: string;
  /** The pitfall, with the symptom. */
  readonly mind?: string;
  /** The lifecycle table, for commands that act on a container. */
  readonly states?: readonly StateOutcome[];
  readonly exitCodes?: readonly ExitCode[];
  /** A command that could go to production. */
  readonly example: string;
  /** The page of Docker's reference. */
  readonly reference: string;
}

/** As written in the theme files; the reference is looked up. */
export type CommandText = Omit<CommandProse, 'reference' | 'states'> & {
  readonly states?: Readonly<Record<Exclude<ContainerState, 'removing'>, string>> & { readonly removing?: string };
};

/** Prose of one theme by command id. */
export type CommandTheme = Readonly<Record<string, CommandText>>;

const lifecycle: readonly ContainerState[] = ['created', 'running', 'paused', 'restarting', 'removing', 'exited', 'dead'];

/** The outcomes as a table, in the order of a container's life. */
export function stateTable(states: NonNullable<CommandText['states']>): StateOutcome[] {
  return lifecycle.flatMap((state) => {
    const outcome = states[state];
    return outcome === undefined ? [] : [{ state, outcome }];
  });
}
