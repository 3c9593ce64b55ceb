/** A throw-away authority, and certificates of it for an engine and its clients. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TlsMaterial } from '../../../client/src/engine/endpoint.ts';

function openssl(folder: string, ...args: readonly string[]): void {
  execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
}

/** Writes `ca.pem`, and `cert.pem` with `key.pem`, which serve the engine at loopback and its client alike. */
export function makeCertificates(folder: string): void {
  openssl(folder, 'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=Gantry test authority', '-keyout', 'ca-key.pem', '-out', 'ca.pem');
  openssl(folder, 'req', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=localhost', '-keyout', 'key.pem', '-out', 'request.pem');
  writeFileSync(path.join(folder, 'extensions'), 'subjectAltName=DNS:localhost,IP:127.0.0.1,IP:127.0.0.2\nextendedKeyUsage=serverAuth,clientAuth\n');
  openssl(folder, 'x509', '-req', '-days', '2', '-in', 'request.pem', '-CA', 'ca.pem', '-CAkey', 'ca-key.pem', '-CAcreateserial', '-extfile', 'extensions', '-out', 'cert.pem');
}

/** What a client needs that `makeCertificates` has written into the folder. */
export function clientMaterial(folder: string): Required<TlsMaterial> {
  const [ca = '', cert = '', key = ''] = ['ca.pem', 'cert.pem', 'key.pem'].map((name) => readFileSync(path.join(folder, name), 'utf8'));
  return { ca, cert, key, verify: true };
}

/** The flags with which an engine lets in only those who have such a certificate. */
export function serverFlags(folder: string): string[] {
  return ['--tlsverify', '--tlscacert', path.join(folder, 'ca.pem'), '--tlscert', path.join(folder, 'cert.pem'), '--tlskey', path.join(folder, 'key.pem')];
}
