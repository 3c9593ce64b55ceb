/** Which programs are read as docker command lines. */

/** The engine that the program name stands for, paths and `.exe` aside; undefined for other programs. */
export function engineOf(program: string): 'docker' | 'podman' | undefined {
  const name = /(?:^|[/\\])(docker|podman)(?:\.exe)?$/i.exec(program)?.[1]?.toLowerCase();
  return name === 'docker' || name === 'podman' ? name : undefined;
}

export function isDockerProgram(program: string): boolean {
  return engineOf(program) !== undefined;
}

/** A quick test that spares texts without any docker command from being parsed. */
export const mentionsDocker = /docker|podman/i;
