/** Commands that a shell in the container runs: the health check. */
import { code } from '../../text/markdown.ts';
import { healthSignature } from './health-signature.ts';
import { suggestWords, wholePart, type Word } from './scan/parsed.ts';
import type { ValueGrammar } from './value-grammar.ts';

const checks: readonly Word[] = [
  { text: 'curl -fsS http://localhost:8080/health || exit 1', snippet: 'curl -fsS http://localhost:${1:8080}/${2:health} || exit 1', meaning: 'An HTTP service, where the image has curl. `-f` fails on status 400 and above.' },
  { text: 'wget -qO- http://localhost:8080/health || exit 1', snippet: 'wget -qO- http://localhost:${1:8080}/${2:health} || exit 1', meaning: 'An HTTP service in an Alpine or BusyBox image.' },
  { text: 'pg_isready -U postgres', snippet: 'pg_isready -U ${1:postgres}', meaning: 'PostgreSQL accepts connections.' },
  { text: 'redis-cli ping', meaning: 'Redis answers.' },
];

export const shellCommand: ValueGrammar = {
  kind: 'shell-command',
  form: "a command line for the container's `/bin/sh`",
  example: "'curl -fsS http://localhost:8080/health || exit 1'",
  parse: (value) => ({
    parts: wholePart(value, 'command', `Run as ${code(`/bin/sh -c '${value}'`)} in the container: the image needs a shell and every program named here. Exit code 0 means healthy.`),
    problems: [],
  }),
  suggest: (value) => (value === '' ? suggestWords(checks, 0, 0) : []),
  signature: healthSignature,
};
