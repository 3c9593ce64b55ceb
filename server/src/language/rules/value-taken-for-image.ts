/** A second value behind a flag that takes one, where the CLI takes it for the image without a word. */
import { namedImage } from '../command/named-image.ts';
import { isDerailed } from './derailed.ts';
import type { Rule } from './rule.ts';
import { valueInImagePlace } from './value-in-image-place.ts';

export const valueTakenForImage: Rule = {
  id: 'value-taken-for-image',
  title: 'Part of the value of a flag taken for the image',
  refusedBy: 'engine',
  severity: { script: 'warning', markdown: 'warning' },
  docs: {
    why: 'Each value needs its flag: `-p 80:80 443:443` publishes one port, and `443:443` becomes the image, number as its name and number as its tag. Docker then tries to pull it, and says that access is denied or that it does not exist. What was meant as the image becomes the program. The same happens to a value with blanks that is not in quotes.',
    references: ['[docker container run, --publish](https://docs.docker.com/reference/cli/docker/container/run/#publish)'],
  },
  examples: [
    { bad: 'docker run -d -p 80:80 ⟦443:443⟧ nginx:1.27\n', fixed: 'docker run -d -p 80:80 -p 443:443 nginx:1.27\n' },
    { bad: 'docker run --dns 10.0.0.2 ⟦10.0.0.3⟧ alpine:3.20 nslookup db\n', fixed: 'docker run --dns 10.0.0.2 --dns 10.0.0.3 alpine:3.20 nslookup db\n' },
    { bad: 'docker run --add-host db:10.0.0.5 ⟦cache:10.0.0.6⟧ shop:2.4\n', fixed: 'docker run --add-host db:10.0.0.5 --add-host cache:10.0.0.6 shop:2.4\n' },
    { bad: 'docker run -e ⟦GREETING=hello brave world⟧ shop:2.4\n', fixed: 'docker run -e GREETING="hello brave world" shop:2.4\n' },
    { bad: 'docker run -d -e ⟦SCHEDULE=0 3 * * *⟧ shop/backup:2.4\n', fixed: 'docker run -d -e SCHEDULE="0 3 * * *" shop/backup:2.4\n' },
    { bad: 'docker run -d --health-cmd ⟦redis-cli ping⟧ redis:7.4\n', fixed: 'docker run -d --health-cmd "redis-cli ping" redis:7.4\n' },
    { bad: 'docker run -d -p ⟦8080 80⟧ nginx:1.27\n', fixed: 'docker run -d -p 8080:80 nginx:1.27\n' },
    { bad: 'docker run -e ⟦DEBUG: true⟧ shop:2.4\n', fixed: 'docker run -e DEBUG=true shop:2.4\n' },
    { bad: 'docker run --restart ⟦on-failure 5⟧ shop:2.4\n', fixed: 'docker run --restart on-failure:5 shop:2.4\n' },
    { bad: 'docker run -P ⟦8080:80⟧ nginx:1.27\n', fixed: 'docker run -p 8080:80 nginx:1.27\n' },
  ],
  silent: ['docker run -d -p 80:80 -p 443:443 nginx:1.27\n', 'docker run -p 80:80 app:2 serve\n', 'docker run -p 80:80 443:443\n', 'docker run --add-host db:10.0.0.5 app:1.0.0.2 -v\n', 'podman run -p 80:80 $PORTS nginx:1.27\n', 'docker run -e A=1 tools/dive nginx:1.27\n', 'docker run -e A=1 alpine:3.20 echo nginx:1.27\n', 'docker run -e A=1 curl nc -z db:5432\n', 'docker run -e A=hello world shop:2.4\n', 'docker run -e "A=hello" brave world shop:2.4\n'],
  causes: [{ commands: ['run', 'create'] }],
  check: (command, context) => {
    if ((namedImage(command)?.problems ?? []).length > 0 || isDerailed(command, context)) {
      return;
    }
    const value = valueInImagePlace(command, context);
    if (value !== undefined && !value.isToldWithValue) {
      context.report(value);
    }
  },
};
