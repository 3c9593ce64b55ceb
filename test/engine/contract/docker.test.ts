/** The contract on Docker's own socket. */
import { connectEngine } from '../../../client/src/engine/dockerode-engine.ts';
import { docker, missingEngine } from '../../support/docker-engine.ts';
import { contract } from './contract.ts';
import { Missing } from './subject.ts';

contract('Docker Engine', async () => {
  const reason = await missingEngine();
  if (reason !== undefined) {
    throw new Missing(reason);
  }
  return { product: 'docker', cli: docker, connect: (options) => connectEngine({ kind: 'unix', path: '/var/run/docker.sock' }, options), stop: () => Promise.resolve() };
});
