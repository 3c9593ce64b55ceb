/** Turns what Node, TLS and the engine's HTTP answers say into an `EngineError`: a cause, a plain sentence, the raw text. */
import type { Endpoint } from './endpoint.ts';
import { describeEndpoint } from './endpoint.ts';
import { EngineError, type EngineErrorReason } from './errors.ts';
import { refusalOf } from './refusal.ts';

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

function reasonOf(error: NodeJS.ErrnoException, endpoint: Endpoint, answered: boolean): EngineErrorReason {
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
  // An engine that takes no certificate of ours may hang up instead of saying so. Who hangs up earlier is no engine, but what leads to one.
  if (endpoint.kind === 'tcp' && endpoint.tls !== undefined && code === 'ECONNRESET' && !answered && !error.message.includes('before secure TLS connection')) {
    return 'tls';
  }
  return byCode[code] ?? 'unreachable';
}

/** A failure below HTTP. `answered`: the engine has answered before, so certificates fit. */
export function transportError(error: unknown, endpoint: Endpoint, answered = false): EngineError {
  if (error instanceof EngineError) {
    return error;
  }
  const failure = error instanceof Error ? error : new Error(String(error));
  return connectionError(reasonOf(failure, endpoint, answered), endpoint, failure.message);
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

/** An answer that is no success. */
export function statusError(status: number, body: string, endpoint: Endpoint): EngineError {
  const message = messageOf(body);
  // What a Go program says that listens with TLS.
  if (status === 400 && message.includes('HTTP request to an HTTPS server')) {
    return connectionError('tls', endpoint, message);
  }
  if (status < 400) {
    return connectionError('invalid-answer', endpoint, `The answer has the status ${status}.`);
  }
  const details = rawDetails(message);
  const { reason, sentence } = refusalOf(status, details);
  return new EngineError(reason, sentence, details, status);
}
