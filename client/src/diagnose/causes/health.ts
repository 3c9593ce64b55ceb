/** Causes that a health check tells. */
import { fieldsOf, listOf, numberOf, textOf, textsOf, timeOf } from '../../engine/json-value.ts';
import { maskedLine } from '../../inspect/mask-secrets.ts';
import type { Evidence } from '../evidence.ts';
import { type Cause, code } from '../finding.ts';

export interface Probe {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly exitCode: number;
  readonly output: string;
}

/** The last ones, oldest first; the engine keeps five. */
export function probesOf({ container: { document } }: Pick<Evidence, 'container'>): Probe[] {
  return listOf(fieldsOf(fieldsOf(document['State'])['Health'])['Log']).map(fieldsOf).map(({ Start, ExitCode, Output }) => ({ time: timeOf(Start) ?? 0, exitCode: numberOf(ExitCode) ?? 0, output: textOf(Output).trim() }));
}

/** `curl -f http://localhost/`, without secrets; undefined where there is no check. */
export function checkOf({ container: { document } }: Evidence): string | undefined {
  const [kind, ...words] = textsOf(fieldsOf(fieldsOf(document['Config'])['Healthcheck'])['Test']);
  return kind === 'CMD' || kind === 'CMD-SHELL' ? maskedLine(words.join(' ')) : undefined;
}

const unhealthy: Cause = (evidence) => {
  if (evidence.container.health !== 'unhealthy') {
    return undefined;
  }
  const last = probesOf(evidence).at(-1);
  const check = checkOf(evidence) ?? '';
  const output = last?.output ?? '';
  const program = check.split(' ')[0] ?? '';
  const proof = output === '' ? [] : [output];
  if (/exceeded timeout|context deadline exceeded/i.test(output)) {
    return {
      cause: 'health-check-timeout',
      title: `Its health check ${code(check)} takes too long`,
      explanation: 'Without `--health-timeout` a check has 30 seconds. A program that is busy answers late; one that hangs does not answer.',
      proof,
      steps: [{ text: 'Try it by hand.', action: 'shell' }, { text: 'See whether the processor or the memory is at its limit.', action: 'stats' }],
    };
  }
  if (last?.exitCode === 127 || last?.exitCode === 126 || /not found|no such file/i.test(output)) {
    return {
      cause: 'health-check-not-found',
      title: `Its health check needs ${code(program)}, which is not in the image`,
      explanation: 'A check runs inside the container. `curl` and `wget` are missing in most small images, so that the container is called unhealthy although it works.',
      proof,
      steps: [{ text: 'Use what is there: the client of the server itself (`pg_isready`, `redis-cli ping`), `wget` of busybox, or a check built into the program.' }],
    };
  }
  return {
    cause: 'health-check-failing',
    title: `Its health check ${code(check)} fails with exit code ${last?.exitCode ?? 'unknown'}`,
    explanation: 'The program runs, and does not do what it is there for. Docker only says so: it restarts no unhealthy container by itself, a swarm does.',
    proof,
    steps: [{ text: 'Read what it wrote meanwhile.', action: 'logs' }, { text: 'Run the check by hand.', action: 'shell' }, { text: 'Restart it when you know enough.', action: 'restart' }],
  };
};

export const healthCauses: readonly Cause[] = [unhealthy];
