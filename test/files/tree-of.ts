/** What a folder holds, for comparing two of them: contents by checksum, modes, times and link targets; names as bytes. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir, readlink } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

export async function treeOf(folder: string): Promise<Record<string, string>> {
  const tree: Record<string, string> = {};
  const firstNames = new Map<number, string>();
  const walk = async (local: Buffer, name: Buffer): Promise<void> => {
    const stats = await lstat(local);
    const key = name.toString('latin1');
    const mode = (stats.mode & 0o7777).toString(8);
    if (stats.isDirectory()) {
      tree[key] = `folder ${mode}`;
      for (const child of await readdir(local, { encoding: 'buffer' })) {
        await walk(Buffer.concat([local, Buffer.from('/'), child]), Buffer.concat([name, Buffer.from('/'), child]));
      }
    } else if (stats.isSymbolicLink()) {
      tree[key] = `link to ${(await readlink(local, { encoding: 'buffer' })).toString('latin1')}`;
    } else if (stats.isFile()) {
      const hash = createHash('sha256');
      await pipeline(createReadStream(local), hash);
      const first = stats.nlink > 1 ? firstNames.get(stats.ino) : undefined;
      firstNames.set(stats.ino, first ?? key);
      tree[key] = `file ${mode} ${stats.size} ${Math.floor(stats.mtimeMs / 1000)} ${hash.digest('hex')}${first === undefined ? '' : ' again'}`;
    } else {
      tree[key] = 'special';
    }
  };
  await walk(Buffer.from(folder), Buffer.alloc(0));
  return tree;
}
