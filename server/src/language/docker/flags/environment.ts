/** Flags that set variables in the environment of a process. */
import type { FlagTheme } from './flag-prose.ts';

export const environmentFlags: FlagTheme = {
  env: {
    what: 'Sets an environment variable; a name without `=` passes the value of your own shell on.',
    why: 'One image serves test and production, with what differs between them kept outside. `-e NAME` keeps the value itself out of the script and the shell history.',
    mind: 'Not a place for secrets: the value shows in `docker inspect`, in `/proc/1/environ`, in crash reports and to every child process. Mount a file instead; many images read `NAME_FILE`. `-e NAME` with the variable unset in your shell is silent, and the process gets no variable at all; under sudo that is the usual case. Quotes inside the word reach the program: `-e \'X="a"\'` includes them.',
    example: 'docker run -d --name shop-api -e NODE_ENV=production -e SENTRY_DSN registry.example.com/shop/api:2.4.1',
    related: ['env-file', 'volume'],
    on: {
      exec: {
        what: 'Sets an environment variable for this one process.',
        why: 'For a value that the command needs and the service must not keep, such as a pager setting or a debug level.',
        mind: 'The main process and later execs do not see it. Exec starts from the variables given to `run` and the image, not from those that the entrypoint script exported, so a tool may miss what the service has.',
        example: 'docker exec -e PGOPTIONS="-c statement_timeout=5s" shop-db psql -U shop -c "select count(*) from orders" orders',
        related: ['env-file', 'user', 'workdir'],
      },
    },
  },
  'env-file': {
    what: 'Reads environment variables from a file, one `NAME=value` per line.',
    why: 'Keeps a long list, and values you do not want in the shell history, out of the command; one file per environment.',
    mind: 'It is not a shell script: quotes become part of the value, `$HOME` stays as it is, blanks at the end count, and `export X=1` is an error. A password in quotes therefore fails to log in although the file "looks right". `-e` wins over the file. The values still show in `docker inspect`.',
    example: 'docker run -d --name shop-api --env-file ./deploy/production.env registry.example.com/shop/api:2.4.1',
    related: ['env'],
    on: {
      exec: {
        what: 'Reads environment variables for this one process from a file on the machine of the client.',
        mind: 'Quotes become part of the value and nothing is expanded. The file is read where the client runs, not in the container. Since client 20.10.',
        example: 'docker exec --env-file ./deploy/migrate.env shop-api ./migrate --to latest',
      },
    },
  },
};
