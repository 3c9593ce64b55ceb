/** Reads the certificates of an endpoint. */
import { readFileSync } from 'node:fs';
import { EngineError } from './errors.ts';
import type { TlsMaterial } from './endpoint.ts';

export interface TlsOptions {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  readonly rejectUnauthorized: boolean;
}

function read(file: string | undefined): string | undefined {
  if (file === undefined) {
    return undefined;
  }
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new EngineError('tls', `The certificate file ${file} cannot be read.`, error instanceof Error ? error.message : String(error));
  }
}

/** Throws an EngineError where a file cannot be read. What is in them is never part of a message. */
export function tlsOptions({ ca, cert, key, verify }: TlsMaterial): TlsOptions {
  const texts = { ca: read(ca), cert: read(cert), key: read(key) };
  return { ...(texts.ca !== undefined && { ca: texts.ca }), ...(texts.cert !== undefined && { cert: texts.cert }), ...(texts.key !== undefined && { key: texts.key }), rejectUnauthorized: verify };
}
