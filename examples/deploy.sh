#!/usr/bin/env bash
# Deploys a small web shop. Some of these commands are wrong on purpose: open this file in
# VS Code with Gantry, or run `gantry lint examples`, and see what is said about each.
set -euo pipefail

version="${1:?usage: deploy.sh VERSION}"

docker network inspect shop >/dev/null 2>&1 || docker network create shop

# --- Stop what runs now ---------------------------------------------------------------

# --time is on its way out; -t is understood by every release of the CLI.
docker stop --time 30 shop-api
docker kill -9 shop-worker || true
docker rm --force shop-api shop-worker || true

# --- The database ---------------------------------------------------------------------

# A comma makes ",ro" part of the path: data lands in a writable folder of that name.
docker run -d \
  --name shop-db \
  --network shop \
  --restart on-failure:5 \
  --memory 1g --memory-swap 1g \
  --shm-size 256m \
  --health-cmd "pg_isready -U shop" --health-interval 10 \
  --env-file /etc/shop/db.env \
  -v shop-data:/var/lib/postgresql/data \
  -v /srv/shop/init:/docker-entrypoint-initdb.d,ro \
  postgres:16.4

# --- The API --------------------------------------------------------------------------

# Ready for production: nothing to say about this one.
docker run -d \
  --name shop-api \
  --network shop \
  --restart unless-stopped \
  --memory 512m --memory-swap 512m --cpus 1.5 --pids-limit 200 \
  --read-only --tmpfs /tmp:size=64m,noexec \
  --cap-drop ALL --security-opt no-new-privileges \
  --user 1001:1001 \
  -p 127.0.0.1:8080:8080 \
  --env-file /etc/shop/api.env \
  --log-opt max-size=10m --log-opt max-file=3 \
  "registry.example.com/shop/api:${version}"

# --- The worker -----------------------------------------------------------------------

# A typing error in a flag, a limit in bytes, a policy that does not exist.
docker run -d --name shop-worker --network shop --memroy 256m registry.example.com/shop/worker:4.2
docker run -d --name shop-mailer --network shop --memory 512 --restart allways registry.example.com/shop/mailer:4.2

# --rm and a restart policy exclude each other.
docker run -d --rm --restart always --name shop-cron registry.example.com/shop/cron:4.2

# --- The proxy ------------------------------------------------------------------------

# Docker publishes on addresses, not on names; and with the host's network it publishes nothing at all.
docker run -d --name shop-proxy --network shop -p localhost:8080:80 -p 8443:443/tpc nginx:1.27
docker run -d --name shop-metrics --network host -p 9100:9100 prom/node-exporter:v1.8.2

# --- One-off jobs ---------------------------------------------------------------------

# Quotes keep ~ and $PWD from being expanded.
docker run --rm -v '$PWD/migrations:/migrations' "registry.example.com/shop/migrate:${version}" up
docker run --rm --mount "type=bind, source=/srv/seed, target=/seed" alpine:3.20 ls /seed

# Asks a question that nobody answers when cron runs this.
docker container prune

# Arrays are followed: the finding stands on the array's own word.
args=(-d --name shop-search --network shop)
args+=(--ulimit nofile=unlimited --cap-add NET_BIND)
docker run "${args[@]}" opensearchproject/opensearch:2.17.0

if docker ps --filter "name=shop-api" --filter "status=runing" --quiet | grep -q .; then
  docker exec shop-api 'curl -fsS localhost:8080/health'
fi
