/** The contract on Podman's socket for clients of the Docker API. */
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
  return { product: 'podman', cli: service.cli, connect: (options) => connectEngine({ kind: 'unix', path: service.socket }, options), stop: () => service.stop() };
});
