/** A copy of the repository as a stranger's machine would clone it, and folders to check with it. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../scripts/build.ts';

/** Copies the files that git knows or would add, without what is ignored. */
export function checkout(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'gantry-checkout-'));
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: projectRoot, encoding: 'utf8' });
  for (const file of listed.split('\0').filter((name) => name !== '')) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    cpSync(path.join(projectRoot, file), path.join(folder, file), { force: true });
  }
  return folder;
}

/** A user's repository: one script with a mistake in a folder with a blank, and one without. */
export function userRepository(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'gantry-user-'));
  mkdirSync(path.join(folder, 'ops scripts'));
  writeFileSync(path.join(folder, 'ops scripts', 'deploy.sh'), '#!/bin/sh\ndocker run --memroy 1g nginx:1.27\n');
  writeFileSync(path.join(folder, 'stop.sh'), '#!/bin/sh\ndocker stop --time 30 web\n');
  writeFileSync(path.join(folder, 'clean.sh'), '#!/bin/sh\ndocker ps\n');
  return folder;
}
