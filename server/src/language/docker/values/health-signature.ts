/** Signature help for the health check flags, which only make sense together. */
import type { ValueContext, ValueParameter, ValueSignature } from './value-grammar.ts';

interface HealthFlag extends ValueParameter {
  readonly flag: string;
}

const flags: readonly HealthFlag[] = [
  { flag: 'health-cmd', label: '--health-cmd COMMAND', documentation: 'Runs in a shell inside the container; exit code 0 means healthy, anything else is a failure.' },
  { flag: 'health-interval', label: '--health-interval 30s', documentation: 'Pause between two checks.' },
  { flag: 'health-timeout', label: '--health-timeout 30s', documentation: 'A check that takes longer is killed and counts as a failure.' },
  { flag: 'health-retries', label: '--health-retries 3', documentation: 'Failures in a row until the container counts as unhealthy.' },
  { flag: 'health-start-period', label: '--health-start-period 0s', documentation: 'Time to start up, during which failures do not count.' },
  { flag: 'health-start-interval', label: '--health-start-interval 5s', documentation: 'Pause between checks during the start period; needs Engine 25.' },
];

/** The health check as a whole, with the flag being typed as the active one. */
export function healthSignature(_value: string, _cursor: number, context: ValueContext): ValueSignature {
  return {
    label: flags.map(({ label }) => label).join(' '),
    documentation: 'A health check only marks the container as healthy or unhealthy: Docker itself does not restart it. The values shown are the defaults.',
    parameters: flags.map(({ label, documentation }) => ({ label, documentation })),
    active: Math.max(0, flags.findIndex(({ flag }) => flag === context.flag)),
  };
}
