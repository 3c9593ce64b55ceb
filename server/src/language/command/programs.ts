/** Which programs are read as docker command lines. */

/** Service scripts carry the name of what they start and stop: `/etc/init.d/docker restart` is no docker command. */
const serviceScript = /\/(?:init|rc)\.d\//;

type EngineName = 'docker' | 'podman';

function named(name: string | undefined): EngineName | undefined {
  const lower = name?.toLowerCase();
  return lower === 'docker' || lower === 'podman' ? lower : undefined;
}

/** `$DOCKER`, `${DOCKER_CMD:-docker}`; what stands behind the name is used where it is unset. */
const variable = /^\$(?:(\w+)|\{(\w+)(?::?[-=]([^{}]*))?\})$/;

/** Names of variables that hold the client: those of scripts that can do with either engine say nothing of which it is. */
const ofEngine = /^(?:\w*_)?(docker|podman)_?(?:cmd|command|bin|binary|exe|cli|client|path|program)?$/i;
const ofEither = /^(?:\w*_)?container_?(?:engine|runtime|cli|tool|cmd|command|bin|binary|exe|manager)$/i;

/** `$(command -v docker)`. */
const lookup = /^(?:\$\(|`)(?:which|command -v|type -[pP])\s+(docker|podman)(?:\)|`)$/;

/** `$HOME/bin/docker`. */
const below = /^\$(?:\w+|\{\w+\})[\w./-]*\/(?:nvidia-)?(docker|podman)$/;

function engineIn(program: string): EngineName | undefined {
  const [, bare, braced, otherwise = ''] = variable.exec(program) ?? [];
  const name = bare ?? braced;
  if (name === undefined) {
    return named((lookup.exec(program) ?? below.exec(program))?.[1]);
  }
  return named(ofEngine.exec(name)?.[1]) ?? engineOf(otherwise.replace(/^"(.*)"$/, '$1')) ?? (ofEither.test(name) ? 'podman' : undefined);
}

/** A name or a path. With `=` or a host in front of the path it is the value of a flag or a place elsewhere, in a table or an option list. */
const programFile = /^(?:(?:[a-z]:)?(?!-)[^=:]*[/\\])?(?:nvidia-)?(docker|podman)(?:\.exe)?$/i;

/**
 * The engine that the program stands for, paths and `.exe` aside; undefined for other programs. `nvidia-docker` hands its words
 * on to docker. A variable is one by its name or its default; where it may hold either, it is podman, of which less is claimed.
 */
export function engineOf(program: string): EngineName | undefined {
  const first = program.charAt(0);
  if (first === '$' || first === '`') {
    return engineIn(program);
  }
  return serviceScript.test(program) ? undefined : named(programFile.exec(program)?.[1]);
}

/** Whether the program is `nvidia-docker`, which adds the GPUs to what it hands on. */
export function addsGpus(program: string): boolean {
  return /(?:^|[/\\])nvidia-docker(?:\.exe)?$/i.test(program);
}

export function isDockerProgram(program: string): boolean {
  return engineOf(program) !== undefined;
}

/** A quick test that spares texts without any docker command from being parsed. */
export const mentionsDocker = /docker|podman|\$\{?\w*container_?(?:engine|runtime|cli|tool|cmd|command|bin|exe|manager)/i;
