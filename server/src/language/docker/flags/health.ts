/** Flags that define the health check. */
import type { FlagTheme } from './flag-prose.ts';

const units = 'A unit is needed: `30` is refused, `30s` is right.';

export const healthFlags: FlagTheme = {
  'health-cmd': {
    what: 'A shell command that the engine runs in the container again and again; exit code 0 means healthy.',
    byDefault: 'by default that of the image',
    why: 'A running process is not yet a working service: a deadlock, a lost database connection or a full queue do not end it. `docker ps --filter health=unhealthy` and deployment scripts then see what the process list hides.',
    mind: 'The engine only marks the container: unhealthy is not restarted. The command runs inside, so slim images without curl always fail ("curl: not found", 127), and without a shell none can run. A check that also tests the database makes all services unhealthy at once when that is down. Each run costs a process; heavy ones show in the load.',
    example: 'docker run -d --name shop-api --health-cmd "wget -qO /dev/null http://127.0.0.1:3000/healthz" --health-interval 15s --health-timeout 3s --health-retries 3 --health-start-period 30s registry.example.com/shop/api:2.4.1',
    related: ['health-interval', 'health-timeout', 'health-retries', 'health-start-period', 'restart'],
  },
  'health-interval': {
    what: 'Time between the end of one check and the start of the next; 30 s by default.',
    byDefault: 'by default that of the image, else `30s`',
    why: 'Times the retries it is how long a broken service goes unnoticed: with the defaults about a minute and a half.',
    mind: `${units} The first check, too, waits a whole interval, so with \`5m\` a deployment waits five minutes to become healthy; \`--health-start-interval\` with a start period cures that. With one second and hundreds of containers the host is busy with checks.`,
    example: 'docker run -d --name web --health-cmd "curl -fsS http://127.0.0.1/" --health-interval 15s nginx:1.27.4',
    related: ['health-start-interval', 'health-retries', 'health-timeout', 'health-cmd'],
  },
  'health-timeout': {
    what: 'How long one check may take before it counts as failed; 30 s by default.',
    byDefault: 'by default that of the image, else `30s`',
    why: 'A service that answers after 20 seconds is down for its users; a short timeout says so.',
    mind: `${units} On a busy host a start of a process alone can take a second, so \`1s\` gives false alarms just when load is high.`,
    example: 'docker run -d --name web --health-cmd "curl -fsS http://127.0.0.1/" --health-timeout 3s nginx:1.27.4',
    related: ['health-interval', 'health-retries', 'health-cmd'],
  },
  'health-retries': {
    what: 'So many failures in a row make the container unhealthy; 3 by default.',
    byDefault: 'by default that of the image, else `3`',
    why: 'One slow answer during a garbage collection should not raise an alarm.',
    mind: '0 does not mean "at once" but "as in the image, else 3"; use 1. A single success sets the count back, so a service that fails two checks out of three stays healthy for ever.',
    example: 'docker run -d --name web --health-cmd "curl -fsS http://127.0.0.1/" --health-retries 2 nginx:1.27.4',
    related: ['health-interval', 'health-timeout', 'health-cmd'],
  },
  'health-start-period': {
    what: 'For this long after the start failures do not count; the first success ends it early.',
    byDefault: 'by default that of the image, else `0s`',
    why: 'A Java service or a database that replays its journal takes a minute to come up, and would be called unhealthy, and rolled back by the deployment, before it was ready.',
    mind: `${units} It does not delay the checks, it only forgives them. Generous values cost nothing when the service comes up well, but hide for just as long that it never will.`,
    example: 'docker run -d --name search --health-cmd "curl -fsS http://127.0.0.1:9200/_cluster/health" --health-start-period 90s docker.elastic.co/elasticsearch/elasticsearch:8.17.3',
    related: ['health-start-interval', 'health-interval', 'health-cmd'],
  },
  'health-start-interval': {
    what: 'Time between checks during the start period; 5 s by default.',
    byDefault: 'by default that of the image, else `5s`',
    why: 'A deployment goes on seconds after the service is ready, while in normal operation the checks stay rare.',
    mind: `${units} Without \`--health-start-period\` there is no start period and it has no effect. Engines before 25.0 refuse it.`,
    example: 'docker run -d --name shop-db --health-cmd "pg_isready -U shop" --health-start-period 60s --health-start-interval 2s --health-interval 30s postgres:16.8',
    related: ['health-start-period', 'health-interval', 'health-cmd'],
  },
  'no-healthcheck': {
    what: 'Switches off the health check that the image brings along.',
    why: 'A worker made from the image of a web server has no port to answer on, and would be unhealthy for ever.',
    mind: 'Together with any `--health-…` option it is refused. A deployment that waits for "healthy" then waits until its own timeout, because there is no health status at all.',
    example: 'docker run -d --name shop-worker --no-healthcheck registry.example.com/shop/api:2.4.1 ./worker',
    related: ['health-cmd'],
  },
};
