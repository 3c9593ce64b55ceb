/** Which programs are read as docker command lines. */

/** Service scripts carry the name of what they start and stop: `/etc/init.d/docker restart` is no docker command. */
const serviceScript = /\/(?:init|rc)\.d\//;

/** The engine that the program name stands for, paths and `.exe` aside; undefined for other programs. `nvidia-docker` hands its words on to docker. */
export function engineOf(program: string): 'docker' | 'podman' | undefined {
  if (serviceScript.test(program)) {
    return undefined;
  }
  const name = /(?:^|[/\\])(?:nvidia-)?(docker|podman)(?:\.exe)?$/i.exec(program)?.[1]?.toLowerCase();
  return name === 'docker' || name === 'podman' ? name : undefined;
}

/** Whether the program is `nvidia-docker`, which adds the GPUs to what it hands on. */
export function addsGpus(program: string): boolean {
  return /(?:^|[/\\])nvidia-docker(?:\.exe)?$/i.test(program);
}

export function isDockerProgram(program: string): boolean {
  return engineOf(program) !== undefined;
}

/** A quick test that spares texts without any docker command from being parsed. */
export const mentionsDocker = /docker|podman/i;
