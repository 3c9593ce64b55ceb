/** Every command of the CLI, also those that Gantry does not explain, and the plugins that Docker ships: enough to tell a slip from a command. */
import { commandPaths } from './cli-facts.ts';

/** By `docker --help` of CLI 20.10 to 29, with commands that are hidden or were there once. */
const others = [
  ...['builder', 'build', 'bake', 'checkpoint', 'completion', 'config', 'container', 'context', 'daemon', 'deploy', 'events', 'help', 'history', 'image', 'images', 'import', 'info', 'load', 'login', 'logout'],
  ...['manifest', 'network', 'node', 'plugin', 'pull', 'push', 'rmi', 'save', 'search', 'secret', 'service', 'stack', 'swarm', 'system', 'tag', 'trust', 'version', 'volume'],
];

/** Plugins of Docker Engine, Docker Desktop and its experiments. */
const plugins = [
  ...['agent', 'ai', 'app', 'assemble', 'buildx', 'cloud', 'compose', 'debug', 'desktop', 'dev', 'engine', 'extension', 'feedback', 'gateway', 'harmonia', 'hub', 'init', 'lint', 'machine', 'mcp', 'model', 'offload'],
  ...['pass', 'pushrm', 'registry', 'sandbox', 'sbom', 'scan', 'scout', 'slim', 'squash'],
];

/** What may follow `docker`. A plugin of somebody else may, too. */
export const topLevelWords: ReadonlySet<string> = new Set([...commandPaths().flatMap(([first, second]) => (second === undefined && first !== undefined ? [first] : [])), ...others, ...plugins]);

/** What may follow `docker container`; nothing else does. */
export const containerWords: ReadonlySet<string> = new Set(commandPaths().flatMap(([first, second]) => (first === 'container' && second !== undefined ? [second] : [])));
