/**
 * Bundles dockerode by itself, so that the extension loads it with the first connection only, and without the packages that
 * Gantry never calls: an ssh client (connections over ssh use the user's own), BuildKit sessions, and contexts of builds.
 */
import type { BuildOptions, Plugin } from 'esbuild';
import { leftOut } from './left-out.ts';

/** Beside the extension's own bundle. */
export const dockerodeBundle = 'dist/dockerode.cjs';

const extrasLeftOut = leftOut({
  name: 'dockerode-extras-left-out',
  modules: ['ssh2', '@grpc/grpc-js', '@grpc/proto-loader', 'protobufjs', 'tar-fs', '@balena/dockerignore'],
  importers: /[\\/]node_modules[\\/](?:dockerode|docker-modem)[\\/]/,
  standIn: 'module.exports = {};',
});

/** In the extension's bundle: the library is another file. */
export const dockerodeApart: Plugin = {
  name: 'dockerode-apart',
  setup(build) {
    build.onResolve({ filter: /^dockerode$/ }, () => ({ path: './dockerode.cjs', external: true }));
  },
};

/** The library's own bundle. Its streams are Node's: `readable-stream` is a copy of them for old versions of Node. */
export const dockerode: BuildOptions = {
  entryPoints: ['dockerode'],
  outfile: dockerodeBundle,
  plugins: [extrasLeftOut],
  alias: { 'readable-stream': 'node:stream' },
};
