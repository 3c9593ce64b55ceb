/** Which engines are the roots of the tree. */
import { defaultContext, listContexts, type ContextProblem } from './contexts.ts';
import type { Machine } from './machine.ts';
import { resolveContext, resolveEndpoint, type EngineSettings, type Resolution } from './resolve-endpoint.ts';

export interface EngineRoot {
  /** Unique among the roots. */
  readonly name: string;
  readonly resolution: Resolution;
  /** Resolves the same root anew: sockets and certificates come and go while an engine cannot be reached. */
  readonly resolve: () => Promise<Resolution>;
}

export interface EngineList {
  readonly roots: readonly EngineRoot[];
  /** Contexts that exist but cannot be used. */
  readonly problems: readonly ContextProblem[];
}

/** `current`: the engine that the CLI would use; `all`: that one first, then every other context; else the named contexts. */
export async function listEngines(machine: Machine, settings: EngineSettings, engines: 'current' | 'all' | readonly string[]): Promise<EngineList> {
  const { contexts, problems } = await listContexts(machine);
  if (engines === 'current') {
    return { roots: [await currentRoot(machine, settings)], problems };
  }
  if (engines === 'all') {
    const current = await currentRoot(machine, settings);
    const others = [defaultContext, ...contexts.map(({ name }) => name)].filter((name) => name !== current.name);
    return { roots: [current, ...(await Promise.all(others.map((name) => contextRoot(machine, settings, name))))], problems };
  }
  const names = [...new Set(engines.filter((name) => name !== ''))];
  return { roots: await Promise.all(names.map((name) => contextRoot(machine, settings, name))), problems };
}

async function currentRoot(machine: Machine, settings: EngineSettings): Promise<EngineRoot> {
  const resolve = () => resolveEndpoint(machine, settings);
  const resolution = await resolve();
  return { name: resolution.name, resolution, resolve };
}

async function contextRoot(machine: Machine, settings: EngineSettings, name: string): Promise<EngineRoot> {
  const resolve = () => resolveContext(machine, name, settings);
  return { name, resolution: await resolve(), resolve };
}
