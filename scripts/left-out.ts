/** Leaves modules out of a bundle that are loaded there and do nothing for it: a stand-in takes their place. */
import type { Plugin } from 'esbuild';

export interface LeftOut {
  /** The stand-ins' name in a bundle that is not minified. */
  readonly name: string;
  /** As their importers write them. */
  readonly modules: readonly string[];
  /** The files whose imports are meant. */
  readonly importers: RegExp;
  /** The source of each stand-in. */
  readonly standIn: string;
}

/** The bundle fails when one of the modules is not imported: a library that has changed is to be looked at again. */
export function leftOut({ name, modules, importers, standIn }: LeftOut): Plugin {
  return {
    name,
    setup(build) {
      const unmet = new Set(modules);
      build.onResolve({ filter: /^/ }, ({ path, importer }) => {
        if (!modules.includes(path) || !importers.test(importer)) {
          return undefined;
        }
        unmet.delete(path);
        return { path, namespace: name };
      });
      build.onLoad({ filter: /^/, namespace: name }, () => ({ contents: standIn, loader: 'js' }));
      build.onEnd(() => ({ errors: [...unmet].map((module) => ({ text: `${module} is not imported any more; take it off the list of ${name}.` })) }));
    },
  };
}
