/** Packs `gantry.vsix` from a fresh release build, and refuses to ship anything that users have no use for. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { buildAll, projectRoot } from './build.ts';
import { extensionReadme } from './extension-readme.ts';
import { packCloser } from './pack-closer.ts';

const readmePath = 'dist/README.md';

export const vsixPath = path.join(projectRoot, 'gantry.vsix');

const sizeLimit = 665_000;

const required = ['dist/extension.cjs', 'dist/dockerode.cjs', 'dist/protocol.cjs', 'dist/server.cjs', 'dist/stats-page.js', 'dist/rule-pages.json.br', 'dist/THIRD-PARTY-NOTICES.txt', 'media/icon.png', 'media/walkthrough/read.svg', 'snippets/docker.json', 'schemas/completion.schema.json', 'schemas/package.schema.json'];

const allowed =
  /^(?:package(?:\.nls)?\.json|CHANGELOG\.md|LICENSE|dist\/(?:dockerode|extension|protocol|server)\.cjs|dist\/stats-page\.js|dist\/rule-pages\.json\.br|dist\/THIRD-PARTY-NOTICES\.txt|dist\/README\.md|media\/(?:icon\.png|(?:walkthrough\/)?[\w-]+\.(?:css|svg))|snippets\/[\w-]+\.json|schemas\/[\w.-]+\.json)$/;

/** Throws when the package would hold a file that is not meant for users, lack one that it needs, or be too large. */
export async function packExtension(): Promise<void> {
  await buildAll({ release: true });
  writeFileSync(path.join(projectRoot, readmePath), extensionReadme(readFileSync(path.join(projectRoot, 'README.md'), 'utf8')));
  // The README of the repository is always listed; the other one is packed.
  const files = (await listFiles({ cwd: projectRoot, packageManager: PackageManager.None })).filter((file) => file !== 'README.md');
  const strangers = files.filter((file) => !allowed.test(file));
  const missing = required.filter((file) => !files.includes(file));
  if (strangers.length > 0) {
    throw new Error(`gantry.vsix would hold what users have no use for: ${strangers.join(', ')}. Adapt .vscodeignore.`);
  }
  if (missing.length > 0) {
    throw new Error(`gantry.vsix would lack ${missing.join(', ')}.`);
  }
  await createVSIX({
    cwd: projectRoot,
    packagePath: vsixPath,
    readmePath,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  await packCloser(vsixPath);
  const { size } = statSync(vsixPath);
  console.log(`gantry.vsix: ${files.length} files, ${Math.ceil(size / 1000)} kB`);
  if (size > sizeLimit) {
    throw new Error(`gantry.vsix is over ${sizeLimit / 1000} kB.`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await packExtension();
}
