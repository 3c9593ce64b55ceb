/** What the empty view says in each state of the connection, and the way out of it. The manifest is generated from this table. */
import type { EngineErrorReason } from '../engine/errors.ts';

/** `none`, `empty` and `no-match` are words of connection-state.ts; the others are causes of a failed connection. */
export type WelcomeState = 'none' | 'empty' | 'no-match' | Exclude<EngineErrorReason, 'aborted' | 'conflict' | 'not-found'>;

const connection = '[Show Engine Connection](command:gantry.containers.showEngineConnection)';
const retry = '[Try Again](command:gantry.containers.refresh)';
const select = '[Select Engine…](command:gantry.containers.selectEngine)';

/** VS Code draws a link that stands alone on its line as a button; it knows no other Markdown here. */
function paragraphs(...parts: readonly string[]): string {
  return parts.join('\n\n');
}

export const welcomeTexts: Readonly<Record<WelcomeState, string>> = {
  none: paragraphs('The setting “gantry.engines” lists no context.', '[Open Settings](command:workbench.action.openSettings?%5B%22gantry.engines%22%5D)'),
  empty: paragraphs('The engine has no containers yet. Start one in a terminal, and it appears here:', 'docker run -d --name web -p 127.0.0.1:8080:80 nginx:1.27', connection),
  'no-match': paragraphs('No container passes the filter.', '[Show All Containers](command:gantry.containers.showAll)'),
  unreachable: paragraphs(
    'No engine answers. Start Docker Desktop, Podman or whatever you use; on Linux: sudo systemctl start docker. The list appears as soon as the engine is up.',
    retry,
    select,
    connection,
  ),
  'permission-denied': paragraphs(
    'The engine is there, but your user may not talk to it. On Linux either run the engine rootless, or add yourself to the group of its socket (sudo usermod -aG docker $USER) and sign in again. Mind that members of this group are as good as root.',
    '[Rootless Docker](https://docs.docker.com/engine/security/rootless/)',
    retry,
    connection,
  ),
  tls: paragraphs(
    'The TLS connection to the engine failed. Check that ca.pem belongs to the engine, that cert.pem and key.pem are yours and have not expired, and that the address is one that the certificate names.',
    retry,
    connection,
  ),
  ssh: paragraphs(
    'ssh did not reach the engine. In a terminal, ssh to this host has to work without asking anything, and the host needs docker on its PATH. A key with a passphrase needs an ssh agent.',
    retry,
    select,
    connection,
  ),
  'too-old': paragraphs('The engine is too old: Gantry needs Docker Engine 20.10 or Podman 4, or later.', select, connection),
  'timed-out': paragraphs('The engine does not answer in time. It may be frozen, overloaded, or behind a connection that drops packets.', retry, connection),
  'invalid-answer': paragraphs('Something answers, but not like a container engine. Another program may listen at this address.', select, connection),
  misconfigured: paragraphs('The engine\'s address, context or certificate path cannot be used.', select, connection),
  refused: paragraphs('The engine refuses to list its containers.', retry, connection),
  'engine-failed': paragraphs('The engine fails to list its containers.', retry, connection),
};
