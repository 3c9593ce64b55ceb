/** What is known of images that many people run: how they start, and so what a hardened container must leave them. */
import { namedImage } from '../command/named-image.ts';
import { memoized } from '../command/memoized.ts';

export interface ImageFamily {
  /** Starts an init of its own as process 1. */
  readonly ownInit?: true;
  /** Why the user is not to be set: the image steps down itself, or its files belong to a certain user. */
  readonly ownUser?: string;
  /** Capabilities that it needs as long as it starts as root. */
  readonly capabilities?: readonly string[];
  /** Folders beside /tmp and /run that it writes to and that are no volumes. */
  readonly writes?: readonly string[];
  /** Writes all over its image when it starts. */
  readonly writesToImage?: true;
}

const stepsDown = 'the image starts as root to prepare its files and then steps down itself';
const hasUser = 'the image runs as a user of its own';
const rootVolumes = 'the volumes of the image belong to root';

const supervised: ImageFamily = {
  ownInit: true,
  ownUser: stepsDown,
  writesToImage: true,
  capabilities: ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'KILL', 'SETGID', 'SETUID'],
};
const database: ImageFamily = { ownUser: stepsDown, capabilities: ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'SETGID', 'SETUID'] };
const apache: ImageFamily = { ownUser: stepsDown, capabilities: ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'NET_BIND_SERVICE', 'SETGID', 'SETUID'] };
const proxy: ImageFamily = { ownUser: rootVolumes, capabilities: ['NET_BIND_SERVICE'] };
const unprivileged: ImageFamily = { ownUser: hasUser };

/** By repository without registry; a trailing `/` stands for a whole namespace. */
const families: readonly (readonly [family: ImageFamily, repositories: readonly string[]])[] = [
  [
    supervised,
    ['linuxserver/', 'hotio/', 'crazymax/', 'jlesage/', 'home-assistant/', 'homeassistant/', 'pihole/pihole', 'jc21/nginx-proxy-manager', 'blakeblackshear/frigate', 'gitlab/gitlab-ce', 'gitlab/gitlab-ee', 'phusion/baseimage'],
  ],
  [
    database,
    [
      'postgres', 'postgis/postgis', 'timescale/timescaledb', 'pgvector/pgvector', 'mysql', 'mariadb', 'percona', 'percona/percona-server', 'mongo', 'redis', 'redis/redis-stack', 'valkey/valkey',
      'rabbitmq', 'cassandra', 'couchdb', 'influxdb', 'neo4j', 'ghost', 'zookeeper', 'gitea/gitea',
    ],
  ],
  [{ ownUser: stepsDown, capabilities: ['CHOWN', 'NET_BIND_SERVICE', 'SETGID', 'SETUID'], writes: ['/var/cache/nginx'] }, ['nginx']],
  [{ ownUser: stepsDown, capabilities: ['NET_BIND_SERVICE', 'SETGID', 'SETUID'], writes: ['/usr/local/apache2/logs'] }, ['httpd']],
  [apache, ['wordpress', 'drupal', 'joomla', 'php', 'matomo']],
  [{ ...apache, writesToImage: true }, ['nextcloud', 'phpmyadmin', 'phpmyadmin/phpmyadmin']],
  [{ ownUser: stepsDown, capabilities: ['CHOWN', 'IPC_LOCK', 'SETFCAP', 'SETGID', 'SETUID'] }, ['vault', 'hashicorp/vault', 'consul', 'hashicorp/consul']],
  [proxy, ['caddy', 'traefik']],
  [{ ownUser: rootVolumes }, ['registry', 'portainer/portainer', 'portainer/portainer-ce', 'portainer/agent', 'louislam/uptime-kuma', 'containrrr/watchtower', 'vaultwarden/server']],
  [
    unprivileged,
    [
      'grafana/', 'prom/', 'elasticsearch', 'elasticsearch/elasticsearch', 'kibana', 'kibana/kibana', 'opensearchproject/', 'jenkins/jenkins', 'sonarqube', 'keycloak/keycloak', 'memcached', 'haproxy',
      'nginxinc/nginx-unprivileged', 'n8nio/n8n', 'selenium/', 'nodered/node-red',
    ],
  ],
  [{ ...unprivileged, writesToImage: true }, ['bitnami/', 'bitnamilegacy/']],
];

const byRepository = new Map(families.flatMap(([family, repositories]) => repositories.map((repository) => [repository, family] as const)));

const ordinary: ImageFamily = {};

/** What is known of the image that the command runs; nothing of most. */
export const familyOf = memoized((command): ImageFamily => {
  const repository = namedImage(command)?.name.path.replace(/^library\//, '');
  if (repository === undefined) {
    return ordinary;
  }
  const slash = repository.indexOf('/');
  return byRepository.get(repository) ?? (slash < 0 ? undefined : byRepository.get(repository.slice(0, slash + 1))) ?? ordinary;
});
