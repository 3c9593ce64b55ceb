/** Reads the explorer's settings as the user wrote them: a value that cannot be used keeps its default and is told. */
import { defaultExplorerSettings, groupingSettings, sortSettings, statusBarSettings, type ExplorerSettings } from '../../../shared/explorer-settings.ts';

/** `value` gives a setting below `gantry`; `complain` takes one sentence for each that cannot be used. */
export function readExplorerSettings(value: (name: string) => unknown, complain: (message: string) => void): ExplorerSettings {
  const read = <T>(name: string, fallback: T, wanted: string, accept: (given: unknown) => T | undefined): T => {
    const given = value(name);
    const accepted = given === undefined || given === null ? fallback : accept(given);
    if (accepted === undefined) {
      complain(`gantry.${name} is ${JSON.stringify(given).slice(0, 80)} instead of ${wanted}; ${JSON.stringify(fallback)} applies.`);
    }
    return accepted ?? fallback;
  };
  const text = (name: string, fallback: string) => read(name, fallback, 'a text', (given) => (typeof given === 'string' ? given.trim() : undefined));
  const choice = <T extends string>(name: string, fallback: T, choices: readonly T[]) => read(name, fallback, `one of ${choices.join(', ')}`, (given) => choices.find((each) => each === given));
  const { containers, engine, engines } = defaultExplorerSettings;
  return {
    containers: {
      enable: read('containers.enable', containers.enable, 'true or false', (given) => (typeof given === 'boolean' ? given : undefined)),
      groupBy: choice('containers.groupBy', containers.groupBy, groupingSettings),
      groupByLabel: text('containers.groupByLabel', containers.groupByLabel),
      sortBy: choice('containers.sortBy', containers.sortBy, sortSettings),
      statusBar: choice('containers.statusBar', containers.statusBar, statusBarSettings),
    },
    engine: {
      host: text('engine.host', engine.host),
      context: text('engine.context', engine.context),
      ssh: text('engine.ssh', engine.ssh) || engine.ssh,
    },
    engines: read('engines', engines, '"current", "all" or a list of contexts', enginesOf),
  };
}

function enginesOf(given: unknown): ExplorerSettings['engines'] | undefined {
  if (given === 'current' || given === 'all') {
    return given;
  }
  return Array.isArray(given) && given.every((name) => typeof name === 'string') ? given : undefined;
}
