/** The contract on Docker behind ssh, through the ssh program of this machine. */
import { existsSync } from 'node:fs';
import { connectEngine } from '../../../client/src/engine/dockerode-engine.ts';
import { docker, missingEngine } from '../../support/docker-engine.ts';
import { sshServer } from '../../support/engines/ssh-server.ts';
import { contract } from './contract.ts';
import { Missing } from './subject.ts';

contract('Docker Engine over ssh', async () => {
  const reason = existsSync('/usr/sbin/sshd') ? await missingEngine() : 'there is no ssh server to start';
  if (reason !== undefined) {
    throw new Missing(reason);
  }
  const server = await sshServer();
  return { product: 'docker', cli: docker, connect: (options) => connectEngine({ kind: 'ssh', destination: server.alias }, { ...options, ssh: server.options }), stop: () => server.stop() };
});
