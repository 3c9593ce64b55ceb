/** Names that Compose files, other tools and common sense have for what a flag of docker does. */

const synonyms: Readonly<Record<string, string>> = {
  background: 'detach',
  container_name: 'name',
  'container-name': 'name',
  cwd: 'workdir',
  daemon: 'detach',
  directory: 'workdir',
  environment: 'env',
  env_file: 'env-file',
  lines: 'tail',
  mem: 'memory',
  mem_limit: 'memory',
  port: 'publish',
  ports: 'publish',
  remove: 'rm',
  stdin_open: 'interactive',
  working_dir: 'workdir',
  'working-dir': 'workdir',
};

/** The long name of the flag that is called so elsewhere. */
export function flagCalled(name: string): string | undefined {
  return Object.hasOwn(synonyms, name) ? synonyms[name] : undefined;
}
