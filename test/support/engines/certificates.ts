/** A throw-away authority, and certificates of it for an engine and its clients. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

function openssl(folder: string, ...args: readonly string[]): void {
  execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
}

/** Writes `ca.pem`, and `cert.pem` with `key.pem`, which serve the engine at loopback and its client alike. */
export function makeCertificates(folder: string): void {
  openssl(folder, 'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=Gantry test authority', '-keyout', 'ca-key.pem', '-out', 'ca.pem');
  openssl(folder, 'req', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=localhost', '-keyout', 'key.pem', '-out', 'request.pem');
  writeFileSync(path.join(folder, 'extensions'), 'subjectAltName=DNS:localhost,IP:127.0.0.1\nextendedKeyUsage=serverAuth,clientAuth\n');
  openssl(folder, 'x509', '-req', '-days', '2', '-in', 'request.pem', '-CA', 'ca.pem', '-CAkey', 'ca-key.pem', '-CAcreateserial', '-extfile', 'extensions', '-out', 'cert.pem');
}
