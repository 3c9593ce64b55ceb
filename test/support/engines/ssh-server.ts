/** An ssh server on loopback with throw-away keys, and what a client needs to reach it. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import type { SshOptions } from '../../../client/src/engine/ssh-agent.ts';
import { start, until } from './process.ts';

export interface SshServer {
  /** The alias in the client's configuration. */
  readonly alias: string;
  readonly options: SshOptions;
  stop(): Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function keyPair(folder: string, name: string): string {
  const file = path.join(folder, name);
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', file]);
  return file;
}

/** `changes` are lines of the client's configuration that come before the others, such as `IdentityFile none`. */
export async function sshServer(changes: readonly string[] = []): Promise<SshServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gantry-sshd-'));
  const inside = (name: string) => path.join(folder, name);
  const port = await freePort();
  const hostKey = keyPair(folder, 'host-key');
  const userKey = keyPair(folder, 'user-key');
  writeFileSync(inside('authorized'), readFileSync(`${userKey}.pub`));
  chmodSync(inside('authorized'), 0o600);
  writeFileSync(inside('known-hosts'), `[127.0.0.1]:${port} ${readFileSync(`${hostKey}.pub`, 'utf8')}`);
  // A server that was never started as a service lacks it.
  mkdirSync('/run/sshd', { recursive: true });
  const config = [`Port ${port}`, 'ListenAddress 127.0.0.1', `HostKey ${hostKey}`, `AuthorizedKeysFile ${inside('authorized')}`, `PidFile ${inside('sshd.pid')}`, 'StrictModes no', 'UsePAM no', 'PasswordAuthentication no', 'PermitRootLogin prohibit-password'];
  writeFileSync(inside('sshd.conf'), `${config.join('\n')}\n`);
  const client = ['Host gantry-engine', ...changes, 'HostName 127.0.0.1', `Port ${port}`, `User ${userInfo().username}`, `IdentityFile ${userKey}`, 'IdentitiesOnly yes', `UserKnownHostsFile ${inside('known-hosts')}`, 'StrictHostKeyChecking yes'];
  writeFileSync(inside('client.conf'), `${client.join('\n  ')}\n`);
  const server = start('/usr/sbin/sshd', ['-D', '-e', '-f', inside('sshd.conf')]);
  await until('the ssh server', () => server.output().includes('Server listening'), server);
  return {
    alias: 'gantry-engine',
    options: { arguments: ['-F', inside('client.conf')] },
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
