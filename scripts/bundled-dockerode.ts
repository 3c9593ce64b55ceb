/**
 * Bundles dockerode by itself, so that the extension loads it with the first connection only, and without the packages that
 * Gantry never calls: an ssh client (connections over ssh use the user's own), and BuildKit sessions.
 */
import type { Plugin } from 'esbuild';

/** Beside the extension's own bundle. */
export const dockerodeBundle = 'dist/dockerode.cjs';

const neverCalled = /^(?:ssh2|@grpc\/grpc-js|@grpc\/proto-loader|protobufjs)$/;

/** In the extension's bundle: the library is another file. */
export const dockerodeApart: Plugin = {
  name: 'dockerode-apart',
  setup(build) {
    build.onResolve({ filter: /^dockerode$/ }, () => ({ path: './dockerode.cjs', external: true }));
  },
};

/** In the library's bundle: each package stands for itself as an empty module. */
export const extrasLeftOut: Plugin = {
  name: 'dockerode-extras-left-out',
  setup(build) {
    build.onResolve({ filter: neverCalled }, ({ path }) => ({ path, namespace: 'left-out' }));
    build.onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'module.exports = {};', loader: 'js' }));
  },
};
