/** Loaded into a process before all else: notes each file that it touches, program that it starts and host that it calls. */
import childProcess from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';

const record = fs.openSync(process.env['GANTRY_RECORD'] ?? '', 'a');

type Call = (...args: unknown[]) => unknown;

/** Replaces the functions of these names by ones that note their call first. */
function watch(owner: object, names: readonly string[], what: string): void {
  const functions = owner as Record<string, Call | undefined>;
  for (const name of names) {
    const original = functions[name];
    if (typeof original === 'function') {
      functions[name] = function (this: unknown, ...args) {
        fs.writeSync(record, `${JSON.stringify({ what, subject: args[0] instanceof URL ? args[0].pathname : args[0] })}\n`);
        return original.apply(this, args);
      };
    }
  }
}

const functionsOfFiles: Readonly<Record<string, readonly string[]>> = {
  'look at': ['access', 'exists', 'lstat', 'readlink', 'realpath', 'stat', 'watch', 'watchFile'],
  read: ['createReadStream', 'open', 'opendir', 'readdir', 'readFile'],
  write: ['appendFile', 'copyFile', 'cp', 'createWriteStream', 'link', 'mkdir', 'mkdtemp', 'rename', 'rm', 'rmdir', 'symlink', 'truncate', 'unlink', 'writeFile'],
};
for (const [what, names] of Object.entries(functionsOfFiles)) {
  watch(fs, names.flatMap((name) => [name, `${name}Sync`]), what);
  watch(fs.promises, names, what);
}
watch(childProcess, ['exec', 'execFile', 'execFileSync', 'execSync', 'fork', 'spawn', 'spawnSync'], 'start');
watch(net.Socket.prototype, ['connect'], 'connect');
