/** Collects the licences of the packages that a bundle holds. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface PackageManifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/** The folder of the package that a bundled file comes from: the part up to the name after the last `node_modules`. */
function packageFolder(input: string): string | undefined {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
}

function licenceText(folder: string): string {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.|-|$)/i.test(name));
  return file === undefined ? '' : readFileSync(path.join(folder, file), 'utf8').trim();
}

/** The notices file for the bundled files, named relative to `root` as in esbuild's metafile. Throws when a licence is unknown. */
export function notices(root: string, inputs: readonly string[]): string {
  const folders = [...new Set(inputs.flatMap((input) => packageFolder(input) ?? []))].sort();
  const sections = folders.map((folder) => {
    const manifestPath = path.join(root, folder, 'package.json');
    if (!existsSync(manifestPath)) {
      throw new Error(`${folder} is bundled but has no package.json.`);
    }
    const { name, version, license } = JSON.parse(readFileSync(manifestPath, 'utf8')) as PackageManifest;
    if (license === undefined) {
      throw new Error(`${name} is bundled but names no licence.`);
    }
    const text = licenceText(path.join(root, folder));
    return `${name} ${version} (${license})\n\n${text === '' ? `Licensed under ${license}; the package holds no licence text.` : text}\n`;
  });
  const head = 'Gantry is MIT licensed. Its bundles hold the packages below, each under its own licence.\n';
  return [head, ...sections].join(`\n${'-'.repeat(80)}\n\n`);
}
