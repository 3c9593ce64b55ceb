/**
 * Bundles the extension, the language server and the command line into `dist/`, without dependencies, and the pages of the rules.
 * `npm run build` keeps source maps for debugging; `--release` (used for the package) minifies and leaves them out.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build, type BuildOptions } from 'esbuild';
import { asciiBundle } from './ascii-only.ts';
import { dockerode, dockerodeApart } from './bundled-dockerode.ts';
import { clientFeaturesLeftOut, clientVersionCheckLeftOut, protocol, protocolApart } from './bundled-protocol.ts';
import { notices } from './notices.ts';
import { plainReexports } from './plain-reexports.ts';
import { ruleProseLeftOut } from './without-rule-prose.ts';

export const projectRoot = fileURLToPath(new URL('..', import.meta.url));
const dist = path.join(projectRoot, 'dist');

const shebang = { js: '#!/usr/bin/env node' };

const bundles: readonly BuildOptions[] = [
  { entryPoints: ['client/src/extension.ts'], outfile: 'dist/extension.cjs', external: ['vscode'], plugins: [dockerodeApart, protocolApart, clientFeaturesLeftOut, clientVersionCheckLeftOut] },
  { entryPoints: ['client/stats-page/page.ts'], outfile: 'dist/stats-page.js', platform: 'browser', format: 'iife', target: 'es2022' },
  dockerode,
  protocol,
  { entryPoints: ['server/src/lsp/main.ts'], outfile: 'dist/server.cjs', banner: shebang, plugins: [protocolApart, ruleProseLeftOut] },
  { entryPoints: ['server/src/cli/main.ts'], outfile: 'dist/gantry.cjs', banner: shebang },
];

function version(): string {
  const manifest = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as { version: string };
  return manifest.version;
}

/** The pages of the rules in one file: packed one by one, or as a zip packs them, they would take more room. */
function rulePages(): Uint8Array {
  const folder = path.join(projectRoot, 'docs/rules');
  return brotliCompressSync(JSON.stringify(Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]))));
}

/** Writes `dist/` anew. */
export async function buildAll({ release }: { readonly release: boolean }): Promise<void> {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist);
  const common: BuildOptions = {
    absWorkingDir: projectRoot,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    // Some dependencies ship a CommonJS wrapper that esbuild cannot see through beside their ES modules.
    mainFields: ['module', 'main'],
    // A bundle that is loaded later is required as the extension itself is.
    supported: { 'dynamic-import': false },
    define: { GANTRY_VERSION: JSON.stringify(version()) },
    sourcemap: release ? false : 'linked',
    minify: release,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  };
  const results = await Promise.all(bundles.map((bundle) => build({ ...common, ...bundle, plugins: [...(bundle.plugins ?? []), plainReexports, ...(release ? [asciiBundle] : [])] })));
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {}));
  writeFileSync(path.join(dist, 'rule-pages.json.br'), rulePages());
  writeFileSync(path.join(dist, 'THIRD-PARTY-NOTICES.txt'), notices(projectRoot, inputs));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildAll({ release: process.argv.includes('--release') });
}
