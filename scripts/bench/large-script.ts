/** The script that the speed figures are about: 1,000 services with a `ps`, a `run` over six lines and a `stop` each; 10,003 lines. */
export const serviceCount = 1000;
const linesPerService = 10;
const headerLines = 3;

export function largeScript(): string {
  const lines = ['#!/usr/bin/env bash', 'set -euo pipefail', ''];
  for (let service = 0; service < serviceCount; service++) {
    lines.push(
      `# service ${service}`,
      `if ! docker ps --filter name=svc-${service} --format "{{.Names}}" | grep -q svc-${service}; then`,
      '  docker run -d \\',
      `    --name svc-${service} \\`,
      '    --memory 512m \\',
      `    -p ${8000 + service}:80 \\`,
      `    -e "DATABASE_URL=postgres://user:\${PASS}@db:5432/app${service}" \\`,
      `    myorg/svc-${service}:v${service % 7}.${service % 13}.1`,
      'fi',
      `docker stop --time 30 svc-${service} || true`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** Zero-based line of the n-th line of a service's block. */
export function lineOf(service: number, line: number): number {
  return headerLines + service * linesPerService + line;
}

/** A Markdown page of an ordinary README, different for each index. */
export function markdownPage(index: number): string {
  return [
    `# Service ${index}`,
    '',
    'Start it with',
    '',
    '```console',
    `$ docker run -d --name svc-${index} \\`,
    `    -p ${8000 + (index % 1000)}:80 \\`,
    '    --restart unless-stopped \\',
    `    myorg/svc-${index}:v1.${index % 13}`,
    '```',
    '',
    ...Array.from({ length: 20 }, (_, line) => `Paragraph ${line} says something about service ${index}, with \`code\` and a [link](https://example.com/${line}).`),
    '',
    '```yaml',
    `image: myorg/svc-${index}`,
    '```',
    '',
    '```sh',
    `docker stop --time 30 svc-${index}`,
    'docker container prune',
    '```',
    '',
  ].join('\n');
}
