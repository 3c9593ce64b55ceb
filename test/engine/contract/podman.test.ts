/** The contract on Podman's socket for clients of the Docker API. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connectEngine } from '../../../client/src/engine/dockerode-engine.ts';
import { podmanService } from '../../support/engines/podman-service.ts';
import { contract } from './contract.ts';
import { Missing } from './subject.ts';

contract('Podman', async () => {
  if (!existsSync('/usr/bin/podman')) {
    throw new Missing('podman is not installed');
  }
  const service = await podmanService();
  return { product: 'podman', isPodman4: /^podman version 4\./.test(execFileSync('podman', ['--version'], { encoding: 'utf8' })), cli: service.cli, connect: (options) => connectEngine({ kind: 'unix', path: service.socket }, options), stop: () => service.stop() };
});
