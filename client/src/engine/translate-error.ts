/** Turns what Node, TLS and the engine's HTTP answers say into an `EngineError`: a cause, a plain sentence, the raw text. */
import type { Endpoint } from './endpoint.ts';
import { describeEndpoint } from './endpoint.ts';
import { EngineError, type EngineErrorReason } from './errors.ts';

/** Raw text is shown on demand; more than this helps nobody. */
const detailsLimit = 4000;

const byCode: Readonly<Record<string, EngineErrorReason>> = {
  ENOENT: 'unreachable',
  ECONNREFUSED: 'unreachable',
  ENOTFOUND: 'unreachable',
  EAI_AGAIN: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENOTSOCK: 'unreachable',
  ECONNRESET: 'unreachable',
  EPIPE: 'unreachable',
  ETIMEDOUT: 'timed-out',
  EACCES: 'permission-denied',
  EPERM: 'permission-denied',
  EPROTO: 'tls',
};

const sentences: Readonly<Partial<Record<EngineErrorReason, (where: string) => string>>> = {
  unreachable: (where) => `No engine answers at ${where}.`,
  'permission-denied': (where) => `Your user may not open ${where}.`,
  tls: (where) => `The TLS connection to ${where} failed: the certificates do not fit.`,
  ssh: (where) => `ssh did not reach an engine at ${where}.`,
  'timed-out': (where) => `The engine at ${where} did not answer in time.`,
  'invalid-answer': (where) => `What answers at ${where} does not speak like a container engine.`,
};

/** Bounded, and free of control characters other than line breaks. */
export function rawDetails(text: string): string {
  return text.slice(0, detailsLimit).replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, ' ').trim();
}

export function connectionError(reason: EngineErrorReason, endpoint: Endpoint, details: string): EngineError {
  const where = describeEndpoint(endpoint);
  return new EngineError(reason, sentences[reason]?.(where) ?? `The engine at ${where} failed.`, rawDetails(details));
}

function reasonOf(error: NodeJS.ErrnoException, endpoint: Endpoint): EngineErrorReason {
  const code = error.code ?? '';
  if (error.message.startsWith('Max redirects exceeded')) {
    return 'invalid-answer';
  }
  if (code === 'EPROTO' || /CERT|SSL|TLS|ISSUER|SIGNED/.test(code)) {
    return 'tls';
  }
  if (/^HPE_/.test(code)) {
    // An engine that wants TLS answers a plain request with bytes that are no HTTP.
    return endpoint.kind === 'tcp' && endpoint.tls === undefined ? 'tls' : 'invalid-answer';
  }
  if (endpoint.kind === 'tcp' && endpoint.tls !== undefined && code === 'ECONNRESET') {
    return 'tls';
  }
  return byCode[code] ?? 'unreachable';
}

/** A failure below HTTP. */
export function transportError(error: unknown, endpoint: Endpoint): EngineError {
  if (error instanceof EngineError) {
    return error;
  }
  const failure = error instanceof Error ? error : new Error(String(error));
  return connectionError(reasonOf(failure, endpoint), endpoint, failure.message);
}

/** What the engine wrote into its answer, which every engine wraps in JSON. */
function messageOf(body: string): string {
  try {
    const { message, cause } = JSON.parse(body) as { readonly message?: unknown; readonly cause?: unknown };
    return typeof message === 'string' && message !== '' ? message : typeof cause === 'string' ? cause : body;
  } catch {
    return body;
  }
}

function reasonOfStatus(status: number, message: string): EngineErrorReason {
  // Both Docker and Podman answer 500 where the state of the container is the matter.
  if (status === 409 || /is not paused|is already paused|is not running|not in running state|can only kill running|container state improper|is restarting, wait/i.test(message)) {
    return 'conflict';
  }
  if (status === 404) {
    return 'not-found';
  }
  return status >= 500 ? 'engine-failed' : 'refused';
}

function sentenceOf(reason: EngineErrorReason, message: string): string {
  // A client says too much at once otherwise: the whole text is behind "Details".
  const first = rawDetails(message.split('\n')[0] ?? '').slice(0, 300);
  switch (reason) {
    case 'not-found':
      // Podman says nothing at all in some of its answers.
      return first === '' || /no such container/i.test(message) ? 'The container is gone: something else removed it.' : first;
    case 'conflict':
      return first || 'The state of the container does not allow it.';
    default:
      return first || 'The engine refused without a word.';
  }
}

/** An answer that is no success. */
export function statusError(status: number, body: string, endpoint: Endpoint): EngineError {
  const message = messageOf(body);
  // What a Go program says that listens with TLS.
  if (status === 400 && message.includes('HTTP request to an HTTPS server')) {
    return connectionError('tls', endpoint, message);
  }
  const reason = reasonOfStatus(status, message);
  return new EngineError(reason, sentenceOf(reason, message), rawDetails(message), status);
}
