/** The contract on a Docker Engine that speaks TLS only with those who have a certificate. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connectEngine } from '../../../client/src/engine/dockerode-engine.ts';
import { clientMaterial, makeCertificates, serverFlags } from '../../support/engines/certificates.ts';
import { dockerDaemon } from '../../support/engines/docker-daemon.ts';
import { tunnelIntoNamespace } from '../../support/engines/tunnel.ts';
import { contract } from './contract.ts';
import { Missing } from './subject.ts';

contract('Docker Engine over TLS', async () => {
  if (!existsSync('/usr/sbin/dockerd') || process.getuid?.() !== 0) {
    throw new Missing('there is no dockerd to start, or not as root');
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'gantry-tls-'));
  makeCertificates(folder);
  const daemon = dockerDaemon(() => ['--host', 'tcp://127.0.0.1:2376', ...serverFlags(folder)]);
  await daemon.start();
  const tunnel = await tunnelIntoNamespace(daemon.pid(), 2376);
  return {
    product: 'docker',
    cli: daemon.cli,
    connect: (options) => connectEngine({ kind: 'tcp', host: '127.0.0.1', port: tunnel.port, tls: clientMaterial(folder) }, options),
    stop: async () => {
      await tunnel.stop();
      await daemon.dispose();
      rmSync(folder, { recursive: true, force: true });
    },
  };
});
