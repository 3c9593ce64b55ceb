/** Packs `gantry.vsix` from a fresh release build, and refuses to ship anything that users have no use for. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { buildAll, projectRoot } from './build.ts';

export const vsixPath = path.join(projectRoot, 'gantry.vsix');

const sizeLimit = 500_000;

const shipped =
  /^(?:package(?:\.nls)?\.json|README\.md|CHANGELOG\.md|LICENSE|dist\/(?:extension|server)\.cjs|dist\/THIRD-PARTY-NOTICES\.txt|media\/[\w-]+\.(?:png|svg)|snippets\/[\w-]+\.json|docs\/(?:[\w-]+\/)*[\w-]+\.md)$/;

await buildAll({ release: true });
const files = await listFiles({ cwd: projectRoot, packageManager: PackageManager.None });
const strangers = files.filter((file) => !shipped.test(file));
const missing = ['dist/extension.cjs', 'dist/server.cjs', 'dist/THIRD-PARTY-NOTICES.txt'].filter((file) => !files.includes(file));
if (strangers.length > 0 || missing.length > 0) {
  throw new Error(`The package would ship ${strangers.join(', ') || 'nothing strange'} and lack ${missing.join(', ') || 'nothing'}.`);
}
await createVSIX({
  cwd: projectRoot,
  packagePath: vsixPath,
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});
const { size } = statSync(vsixPath);
console.log(`gantry.vsix: ${String(files.length)} files, ${String(Math.ceil(size / 1000))} kB`);
if (size > sizeLimit) {
  throw new Error(`gantry.vsix is over ${String(sizeLimit / 1000)} kB. Look at what the bundles hold: esbuild's --analyze names it.`);
}
