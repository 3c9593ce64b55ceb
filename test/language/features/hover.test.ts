import { suite, test } from 'node:test';
import { checkHover, checkNoHover } from './check.ts';

const flags: readonly (readonly [source: string, ...expected: string[]])[] = [
  ['docker run ⟦--me‸mory⟧ 512m nginx', '**`--memory`**, **`-m`** · size · none by default', '*Why*', '*Mind*', '137', '*Value*', '```sh', '*Related*', '`--memory-swap`', '[Reference](https://docs.docker.com/'],
  ['docker run ⟦-‸m⟧ 512m nginx', '**`--memory`**'],
  ['docker run ⟦-‸m⟧512m nginx', '**`--memory`**'],
  ['docker run ⟦--memory‸⟧=512m nginx', '**`--memory`**'],
  ['docker run -i⟦‸t⟧d nginx', '**`--tty`**'],
  ['docker run -it⟦‸d⟧ nginx', '**`--detach`**', 'off by default'],
  ['docker run ⟦‸-i⟧td nginx', '**`--interactive`**'],
  ['docker run -it⟦‸p⟧ 80:80 nginx', '**`--publish`**'],
  ['docker run ⟦--r‸m⟧ nginx', '**`--rm`**', 'switch'],
  ['docker run --name web \\\n  ⟦--rest‸art⟧ always \\\n  nginx', '**`--restart`**'],
  ['docker run ⟦--n‸et⟧ host nginx', 'old spelling of `--network`'],
  ['docker stop ⟦--ti‸me⟧ 5 web', '**Deprecated** since Docker 28.0. Use `-t` instead, which every version knows; `--timeout` is new.\n'],
  ['docker logs ⟦-‸f⟧ web', '**`--follow`**'],
  ['docker rm ⟦-‸f⟧ web', '**`--force`**'],
  ['docker ps ⟦-‸f⟧ name=web', '**`--filter`**'],
  ['docker ⟦-‸H⟧ ssh://me@host ps', '**`--host`**', 'none by default'],
  ['docker ⟦-‸c⟧ staging ps', '**`--context`**'],
  ['docker run ⟦-‸c⟧ 512 nginx', '**`--cpu-shares`**'],
  ['docker run ⟦--mem‸roy⟧ 512m nginx', '`docker run` has no flag of this name. The closest is:\n\n**`--memory`**, **`-m`** · size'],
  ['docker run ⟦--mem‸roy⟧=512m nginx', '**`--memory`**'],
  ['docker run ⟦-na‸me⟧ web nginx', 'has no flag of this name', '**`--name`**'],
  ['docker ⟦--contxt‸⟧ staging ps', '`docker` has no flag of this name', '**`--context`**'],
  ['docker run ⟦--ann‸otation⟧ a=b nginx', 'Engine API 1.43 or newer', 'since Docker 24.0'],
  ['docker run ⟦--host‸name⟧ web nginx', '**`--hostname`**, **`-h`** · text · by default the first 12 digits of the container id'],
  ['docker run ⟦--net‸work⟧ shop nginx', '· repeatable · default `bridge`'],
  ['docker run ⟦--uli‸mit⟧ nofile=1024 nginx', '**`--ulimit`** · repeatable · none by default'],
  ['docker run ⟦--i‸p⟧ 10.0.0.5 nginx', '**`--ip`** · address · by default a free one of the network'],
  ['docker run ⟦--gp‸us⟧ all nginx', '**`--gpus`** · repeatable · none by default'],
  ['docker exec ⟦-‸u⟧ root web id', '· by default that of the container'],
  ['docker update ⟦--cpu-sha‸res⟧ 512 web', '**`--cpu-shares`**, **`-c`** · number · unchanged by default'],
  ['docker attach ⟦--detach-k‸eys⟧ ctrl-x web', 'default `ctrl-p,ctrl-q`'],
  ['docker ps ⟦-‸n⟧ 3', '· number · none by default'],
  ['docker run ⟦--kernel-mem‸ory⟧ 1g nginx', '**Deprecated** since Docker 20.10 (CLI warns since 29.0), gone in API 1.42 (Engine 23.0).\n'],
  ['docker start ⟦--checkpoint-d‸ir⟧ /a web', 'custom checkpointdir is not supported'],
  ['docker container run ⟦--pri‸vileged⟧ nginx', '**`--privileged`**'],
  ['OPTS="-d ⟦--r‸m⟧"\ndocker run $OPTS nginx', '**`--rm`**'],
  ['RUN="docker run"\n$RUN ⟦--r‸m⟧ nginx', '**`--rm`**'],
  ['podman run ⟦--pri‸vileged⟧ nginx', '**`--privileged`**'],
  ['sudo -E docker run ⟦--use‸r⟧ 1000 nginx', '**`--user`**'],
  ['x=$(docker inspect ⟦--for‸mat⟧ "{{.Id}}" web)', '**`--format`**'],
  ["bash -c 'docker run ⟦--ini‸t⟧ nginx'", '**`--init`**'],
  ['# Run\n\n```sh\n$ docker run ⟦--r‸m⟧ nginx\n```\n', '**`--rm`**'],
  ['- Run it:\n\n  ```console\n  $ docker run \\\n  >   ⟦--r‸m⟧ nginx\n  ```\n', '**`--rm`**'],
  ['Use `docker run ⟦--r‸m⟧ nginx` for that.\n', '**`--rm`**'],
  ['docker run ⟦--pri‸vileged⟧ <image>', '**`--privileged`**'],
  ['echo "😀"; docker run ⟦--pri‸vileged⟧ nginx', '**`--privileged`**'],
];

const values: readonly (readonly [source: string, ...expected: string[]])[] = [
  ['docker run -p ⟦127.0.‸0.1:80:80⟧ nginx', '- **host address** `127.0.0.1`: Only programs on this host reach it.'],
  ['docker run --mount ⟦type=volume,src=/da‸ta,dst=/x⟧ nginx', '- **source** `src=/data`: Docker refuses it as it is written.', '- target `dst=/x`: Appears'],
  ['docker run --mount ⟦type=bind,src=/a,dst=/b,readonly=fal‸se⟧ x', '**readonly** `readonly=false`: Off: the same as leaving the key out.'],
  ['docker run -v ⟦$PW‸D:/app⟧ nginx', '- **host path** `$PWD`: Bind mount'],
  ['docker run -v ⟦/var/run/docker.sock:/var/run/doc‸ker.sock⟧ x', 'hides what the image has there.\n'],
  ['docker run --health-cmd true --health-interval ⟦1m‸30s⟧ x', '1 minute of 1 minute 30 seconds in all.'],
  ['docker run --ulimit ⟦nofile=10‸24:1024⟧ x', 'In force at the start: 1,024 open files.\n', 'No process may raise it.'],
  ['docker run --security-opt ⟦no-new-privileges:fal‸se⟧ x', 'Off, as it is without the option.'],
  ['docker exec -e ⟦A=‸1⟧ web env', 'as it stands: `1`.\n'],
  ['docker ps --format "⟦{{.Na‸mes}}⟧"', '- **field** `.Names`: The name, and those given by links.'],
  ['docker run --log-opt ⟦max-size=10‸m⟧ nginx', '- **value** `10m`: 10,000,000 bytes (10 MB).'],
  ['docker container prune --filter ⟦until=24‸h⟧', '- **value** `24h`: 24 hours before now, by the clock of the engine.'],
  ['docker run -p ⟦127.0.0.1:80‸80:80/tcp⟧ nginx', '**host port** `8080`', '`127.0.0.1`', '`80`', '`tcp`', '`--publish`'],
  ['docker run -p ⟦8080:8‸0⟧ nginx', '**container port** `80`'],
  ['docker run --publish=⟦80‸80:80⟧ nginx', '`8080`'],
  ['docker run -p⟦80‸80:80⟧ nginx', '`8080`'],
  ['podman run -p ⟦80‸80:80⟧ nginx', 'bypass host firewalls such as ufw where podman runs as root'],
  ['podman run -v ⟦/sr‸v/a:/a⟧ nginx', 'It must exist.'],
  ['podman run --restart ⟦al‸ways⟧ nginx', 'After a reboot only a unit of systemd starts it'],
  ['podman run --userns ⟦keep-‸id:uid=1000⟧ nginx', 'has the same ids inside'],
  ['podman run --network ⟦pas‸ta⟧ nginx', 'the container appears with the addresses of the host'],
  ['podman run --network ⟦sh‸op⟧ nginx', '`podman network create`'],
  ['podman run --ulimit ⟦ho‸st⟧ nginx', 'The limits of the host'],
  ['docker run --restart ⟦on-failure:‸5⟧ nginx', '- policy `on-failure`', '- **restarts** `5`'],
  ['docker run --restart "⟦on-fail‸ure:5⟧" nginx', '- **policy** `on-failure`'],
  ['docker run -m ⟦51‸2m⟧ nginx', '512 MiB'],
  ['docker run --mount ⟦type=bind,s‸rc=/a,dst=/b,readonly⟧ nginx', '`/a`', '`/b`'],
  ['docker run --mount ⟦type=bind,s‸rc=/var/run/docker.sock,dst=/b,readonly⟧ nginx', "The engine's own socket", 'root on the host', 'Read-only or not makes no difference'],
  ['podman run -v ⟦/run/user/1000/pod‸man/podman.sock:/b:ro⟧ nginx', "The engine's own socket", 'the user who runs the engine'],
  ['docker run -v ⟦/srv/data:‸/data:ro⟧ nginx', '`/srv/data`', '`/data`', '`ro`'],
  ['docker run --health-interval ⟦1m‸30s⟧ nginx', '`--health-interval`'],
  ['docker run --cap-add ⟦NET_A‸DMIN⟧ nginx', '`NET_ADMIN`'],
  ['docker run --user ⟦1001:‸1001⟧ nginx', '`1001`'],
  ['docker kill -s ⟦HU‸P⟧ web', 'HUP'],
  ['docker run -e ⟦TOKEN=$‸X⟧ nginx', 'only known when the shell runs'],
  ['docker run -v ⟦$DA‸TA:/data⟧ nginx', 'A folder of the host where `$DATA` stands for a path, else a named volume.'],
  ['docker run --name ⟦<na‸me>⟧ nginx', 'left for the reader to fill in'],
];

const variables: readonly (readonly [source: string, ...expected: string[]])[] = [
  ['IMAGE=nginx:1.27\ndocker run ⟦$IM‸AGE⟧', 'the image', '`$IMAGE` is set above:\n\n- line 1: `IMAGE=nginx:1.27`'],
  ['PORT=8080\ndocker run -p ⟦$PO‸RT:80⟧ nginx', '- line 1: `PORT=8080`'],
  ['OPTS="-d --name web"\ndocker run ⟦$OP‸TS⟧ nginx', '- line 1: `OPTS="-d --name web"`'],
  ['OPTS="-d"\nOPTS="$OPTS --init"\nOPTS+=" --rm"\ndocker run ⟦${OP‸TS}⟧ nginx', '- line 1: `OPTS="-d"`\n- line 2: `OPTS="$OPTS --init"`\n- line 3: `OPTS+=" --rm"`'],
  ['args=(\n  -d # a\n  --name "a b"\n)\ndocker run "⟦${ar‸gs[@]}⟧" nginx', '- line 1: `args=( -d # a --name "a b" )`'],
  ['RUN="docker run --rm"\n⟦$R‸UN⟧ nginx', '- line 1: `RUN="docker run --rm"`'],
  ['ONE=1; TWO="b;c"; THREE=3\ndocker run ⟦"a$ONE:$T‸WO"⟧', '`$TWO` is set above:\n\n- line 1: `TWO="b;c"`'],
  ['f() { local -r TAG=$(cat VERSION) other=1; }\ndocker run ⟦shop:$TA‸G⟧', '- line 1: `TAG=$(cat VERSION)`'],
  ['A=1\nA=2\nA=3\nA=4\nA=5\ndocker run ⟦shop:$‸A⟧', '`$A` is set above, 5 times; last:\n\n- line 2: `A=2`\n- line 3'],
  ['if a; then TAG=1; else TAG=2; fi\ndocker run ⟦shop:$TA‸G⟧', '- line 1: `TAG=1`\n- line 1: `TAG=2`'],
  ['echo "# a"; TAG=1\ndocker run ⟦shop:$TA‸G⟧', '- line 1: `TAG=1`'],
  ['ssh web <<EOF\nTAG=1\ndocker run ⟦shop:$TA‸G⟧\nEOF\n', '- line 2: `TAG=1`'],
  ['cat <<-EOF > a\n\tTAG=1\n\tEOF\nTAG=2\nssh web <<EOF\ndocker run ⟦shop:$TA‸G⟧', '`$TAG` is set above:\n\n- line 4: `TAG=2`'],
  ['TAG=$(cat <<EOF\n1\nEOF\n)\ndocker run ⟦shop:$TA‸G⟧', '- line 1: `TAG=$(cat <<EOF 1 EOF )`'],
  ['export OTHER=2 TAG=1\ndocker run ⟦shop:$TA‸G⟧', '- line 1: `TAG=1`'],
  ['TAG=1 ONE=2 # a\ndocker run ⟦shop:$TA‸G⟧', '- line 1: `TAG=1`'],
  ["args=(\n  # it's\n  -d\n)\ndocker run \"⟦${ar‸gs[@]}⟧\" nginx", "- line 1: `args=( # it's -d )`"],
  ['TAG=1\\\n.2\ndocker run ⟦shop:$TA‸G⟧', '- line 1: `TAG=1.2`'],
  ['for TAG in 1.27 "1.28"; do\n  docker run ⟦nginx:$TA‸G⟧; done', '- line 1: `for TAG in 1.27 "1.28"`'],
  ['if a; then for TAG in $(cat tags)\ndo docker run ⟦nginx:$TA‸G⟧; done', '- line 1: `for TAG in $(cat tags)`'],
  ['TAG=1\nread -rp "Which tag? " TAG\ndocker run ⟦nginx:$TA‸G⟧', '- line 1: `TAG=1`\n- line 2: `read -rp "Which tag? " TAG`'],
  ['cat list | while IFS=, read -r NAME TAG; do\ndocker run --name "$NAME" ⟦"nginx:$TA‸G"⟧; done', '- line 1: `read -r NAME TAG`'],
  ['```powershell\nforeach ($tag in "1.27", "1.28") {\ndocker run ⟦nginx:$T‸ag⟧\n}\n```\n', '- line 2: `foreach ($tag in "1.27", "1.28")`'],
  ['> ```console\n> $ TAG=1\n> $ docker run ⟦shop:$TA‸G⟧\n> ```\n', '- line 2: `TAG=1`'],
  ['```bat\nset TAG=1& echo ok\ndocker run ⟦shop:%TA‸G%⟧\n```\n', '- line 2: `TAG=1`'],
  ['```sh\nTAG=1.27\n```\n\n> ```sh\n> docker run ⟦nginx:$TA‸G⟧\n> ```\n', '- line 2: `TAG=1.27`'],
  ['```powershell\n$Image = "nginx:1.27"\ndocker run ⟦$im‸age⟧\n```\n', '- line 2: `$Image = "nginx:1.27"`'],
  ['```bat\nset IMAGE=nginx:1.27\ndocker run ⟦%IMA‸GE%⟧\n```\n', '- line 2: `IMAGE=nginx:1.27`'],
];

const readings: readonly (readonly [source: string, ...expected: string[]])[] = [
  ['docker ⟦r‸un⟧ -d --name web -p 127.0.0.1:8080:80 --memory 512m nginx:1.27', 'Starts `nginx:1.27` in the background as `web`, reachable only from this host on port 8080 (80 inside), with at most 512 MiB of memory.', '*Mind*', '| `125` |'],
  ['docker r‸un -p 80:80 nginx', 'reachable from every network of this host on port 80'],
  ['docker r‸un -p target=80,published=8080,protocol=udp nginx', 'reachable from every network of this host on port 8080 (80 inside, UDP)'],
  [`docker r‸un --mount 'type=bind,"source=/srv/a,b",target=/data,ro' nginx`, "It sees the host's `/srv/a,b` at `/data` (read-only)."],
  ['⟦do‸cker⟧ run --rm -it alpine sh', 'Starts `alpine` with your terminal attached.', 'Inside runs `sh`', 'It is removed'],
  ['docker r‸un -v "$PWD":/src -w /src --user 1000 --cap-drop ALL node:22 npm test', "the host's `$PWD` at `/src`", 'works in `/src`', 'as user `1000`, without any capability'],
  ['docker r‸un --mount type=volume,src=db,dst=/var/lib -e A=1 -e B --env-file .env postgres', 'the volume `db` at `/var/lib`', 'the environment `A` and `B`', 'the variables in `.env`'],
  ['docker r‸un --network shop --read-only --tmpfs /run:size=64m --gpus all x', 'joins the network `shop`', '64 MiB of memory at `/run`', 'It may use every GPU of the host.'],
  ['docker r‸un --gpus 2 --device /dev/snd --device /dev/sda:/dev/xvda:r --device vendor.com/gpu=all x', "It may use the first 2 GPUs of the host, the host's `/dev/snd`, the host's `/dev/sda` as `/dev/xvda` (read-only) and the device `vendor.com/gpu=all`."],
  [`docker r‸un --gpus '"device=0,GPU-ab"' x`, 'It may use the GPUs `0` and `GPU-ab`.'],
  ['docker r‸un --gpus all,capabilities=utility x', 'Also set: `--gpus all,capabilities=utility`.'],
  ['docker r‸un -it --name a -p 80:80 ubuntu', 'Starts `ubuntu` as `a` with your terminal attached, reachable'],
  ['docker r‸un -d $OPTS --name a "$@" "$IMAGE" $ARGS', 'as `a`', '`$OPTS` and `"$@"` may add more flags.'],
  ['docker r‸un --volumes-from db:ro,z --volumes-from web:z ubuntu', 'It sees the mounts of `db` (read-only) and the mounts of `web`.'],
  ['docker r‸un -i --name a ubuntu', 'Starts `ubuntu` in the foreground as `a`, fed by standard input.'],
  ['docker r‸un -v //var/run/docker.sock:/var/run/docker.sock:ro x', 'at `/var/run/docker.sock` (read-only); by the socket of the engine it is root on the host.'],
  ['docker r‸un --mount type=bind,src=/run/user/1000/docker.sock,dst=/a x', 'by the socket of the engine it is as powerful as the user who runs the engine.'],
  ['docker r‸un -td ubuntu', 'Starts `ubuntu` in the background with a terminal.'],
  ['docker r‸un -di ubuntu', 'Starts `ubuntu` in the background with its input held open.'],
  ['docker r‸un -l a=1 -l b=2 --label-file l.txt x', 'It carries the labels `a=1` and `b=2` and those in `l.txt`.'],
  ['docker r‸un -l a=1 -l b=2 -l c=3 -l d=4 x', 'It carries 4 labels.'],
  ['```sh\ndocker r‸un -v …/config:/edit x\n```\n', "the host's `…/config` at `/edit`"],
  ['nvidia-docker r‸un -it cuda', 'Starts `cuda` with your terminal attached. `nvidia-docker` gives it the GPUs of the host.'],
  ['docker r‸un --rm scanner:1 --depth 2 example.org', "The image's entrypoint gets `--depth 2 example.org`."],
  ["docker r‸un --entrypoint sh scanner:1 -c 'a b'", "Inside runs `sh -c 'a b'` instead of the image's entrypoint."],
  ['docker r‸un --entrypoint sh scanner:1', "Inside runs `sh` instead of the image's entrypoint."],
  ['docker r‸un --entrypoint "" scanner:1 ls', "Inside runs `ls`, without the image's entrypoint."],
  ['docker p‸s -ql', 'Lists the newest container, only its id.'],
  ['docker c‸p ./site web:/srv', 'Copies `./site` to `/srv` in the container `web`.'],
  ['docker c‸p "$id":/srv/. -', 'Copies `$id:/srv/.` to `-`; the side'],
  ['docker c‸p web:/srv/. -', 'Copies `/srv/.` of the container `web` as a tar archive to standard output.'],
  ['docker c‸p - web:/srv', 'Copies the tar archive on standard input to `/srv` in the container `web`.'],
  ['```sh\ndocker r‸un -v </path/to/models>:/models -v <dir>/x:/x -v <the name>:/y img\n```\n', "the host's `</path/to/models>` at `/models`, the host's `<dir>/x` at `/x` and `<the name>` at `/y`"],
  ['docker cre‸ate --name a alpine', 'Creates the container `a` from `alpine` without starting it.'],
  ['docker ⟦st‸op⟧ -t 60 web db', 'Sends the stop signal to `web` and `db` and kills what still runs after 60 s.', '| paused |', '| `0` |'],
  ['docker ki‸ll web', '`SIGKILL`', '| created |'],
  ['docker ki‸ll -s hup web', 'Sends `SIGHUP`'],
  ['docker rest‸art web', 'then starts it again with its old options.'],
  ['docker rest‸art -t 0 a b', 'Stops `a` and `b` with the stop signal, and kills them at once, then starts them again with their old options.'],
  ['docker st‸op -s 9 -t 0 web', 'Kills `web` at once with `SIGKILL`.'],
  ['docker sta‸rt -a a b', 'Starts `a` and `b` again with the options of their creation, and attaches your terminal to them'],
  ['docker wa‸it a b', 'Blocks until `a` and `b` end, then prints their exit codes.'],
  ['docker upd‸ate --cpus 1 a b', 'Sets for `a` and `b`, while they run: `--cpus` to `1`.'],
  ['docker r‸m -v a b', 'Removes `a` and `b`, with their anonymous volumes.'],
  ['docker c‸p - web:/a', 'Copies the tar archive on standard input to `/a` in the container `web`'],
  ['docker c‸p web:/a -', 'Copies `/a` of the container `web` as a tar archive to standard output'],
  ['docker p‸s -n 0', 'Lists the running containers.'],
  ['docker r‸un --cap-drop NET_RAW --cap-add NET_RAW x', 'It runs with the extra capability `NET_RAW`.'],
  ['docker r‸un --network name=shop,alias=db,ip=10.0.0.5,gw-priority=1 x', 'It joins the network `shop`; others find it there as `db`; its address is `10.0.0.5`; its network is also given `gw-priority=1`.'],
  ['docker r‸m -fv $(docker ps -aq)', 'whatever `$(docker ps -aq)` yields', 'killing first what runs', 'with their anonymous volumes'],
  ['docker att‸ach web', 'Connects your terminal to the main process of `web`; ctrl-c reaches that process.'],
  ['docker att‸ach --detach-keys ctrl-c web', 'Connects your terminal to the main process of `web`; `ctrl-c` leaves it running.'],
  ['docker att‸ach --no-stdin --sig-proxy=0 --detach-keys=ctrl-x web', 'main process of `web` without your input; the signal of ctrl-c stays with the client, `ctrl-x` leaves it running.'],
  ['docker r‸un --health-cmd true --health-retries 0 --health-interval 0 x', 'checks its health every `30s`, and 3 failures in a row'],
  ['docker r‸un --cap-drop ALL --cap-add all x', 'It runs with every capability.'],
  ['docker r‸un --cap-add ALL --cap-drop NET_RAW x', 'with every capability and without `NET_RAW`'],
  ['docker r‸un --stop-timeout 30s web', 'A stop waits `30s` before it kills.'],
  ['docker st‸op -t 5m web', 'kills what still runs after `5m`.'],
  ['docker ex‸ec -it -u root web sh', 'Runs `sh` inside the running container `web`, as user `root`, with your terminal attached.'],
  ['docker ex‸ec -i -e A=1 db psql', 'Runs `psql` inside the running container `db`, fed by standard input. Also set: `--env A=1`.'],
  ['docker comm‸it -m "First" web img:1', 'Also set: `--message First`.'],
  ['docker r‸un -v C:$(pwd)/a:C:/src -v `pwd`:/app x', "the host's `C:$(pwd)/a` at `C:/src`"],
  ['docker r‸un -v ${DATA:-/srv/data}:/data -v $VOL:/vol:ro -v $(cd .. && pwd):/src x', "the host's `${DATA:-/srv/data}` at `/data`, `$VOL` at `/vol` (read-only) and the host's `$(cd .. && pwd)` at `/src`"],
  ['```powershell\ndocker r‸un -v ${env:APPDATA}/a:/a -v "$env:USERPROFILE\\b:C:\\b" -v c:\\c:c:\\c x\n```', "the host's `${env:APPDATA}/a` at `/a`, the host's `$env:USERPROFILE\\b` at `C:\\b` and the host's `c:\\c` at `c:\\c`"],
  ['docker -H ssh://ops@web r‸un -d x', 'All this happens on the engine at `ssh://ops@web`.'],
  ['docker r‸un --pid container:web --cap-add NET_RAW --health-interval 5s --memory-swap -1 x', 'with the extra capability `NET_RAW`', 'Also set: `--pid container:web`, `--health-interval 5s` and `--memory-swap -1`.'],
  ['docker r‸un --ipc host --health-cmd true --health-timeout 3s x', "sharing the host's shared memory", 'Also set: `--health-timeout 3s`.'],
  ['docker r‸un -v <data>:/data x', 'It sees `<data>` at `/data`.'],
  ['docker lo‸gs -f --tail 100 web', 'the last `100` lines of output of `web`', 'goes on'],
  ['docker lo‸gs -n 100l web', 'Prints the whole output of `web`.'],
  ['docker lo‸gs -n -5 web', 'Prints the whole output of `web`.'],
  ['docker lo‸gs --tail N web', 'the last `N` lines of output of `web`'],
  ['docker lo‸gs --tail 0 -f web', 'Prints nothing of the earlier output of `web`, and goes on with what comes.'],
  ['docker lo‸gs --tail "$LINES" web', 'the last `$LINES` lines of output of `web`'],
  ['docker p‸s -a -f status=exited', 'Lists running and stopped containers that match `status=exited`.'],
  ['docker container pru‸ne -f', 'Removes every container that is not running, without asking.'],
  ['docker ⟦container⟧‸ prune -f', 'Removes every container that is not running'],
  ['docker c‸p web:/etc/hosts ./hosts', 'Copies `/etc/hosts` of the container `web` to `./hosts`.', '`./hosts`'],
  ['docker insp‸ect -f "{{.State.Status}}" web', '`{{.State.Status}}`', 'filled in for `web`'],
  ['docker sta‸ts --no-stream', 'the running containers, once'],
  ['docker upd‸ate --memory 1g web', '`--memory` to `1g`'],
  ['docker ren‸ame a b', 'Gives the container `a` the name `b`'],
  ['docker wa‸it job', 'prints the exit code'],
  ['docker pau‸se web', 'Freezes'],
  ['docker exp‸ort -o a.tar web', '`a.tar`'],
  ['docker comm‸it web img:1', 'Makes an image `img:1`'],
  ['docker to‸p web -ef', '`-ef`'],
  ['docker r‸un --help', 'Prints the help'],
  ['docker r‸un --nmae web nginx', 'As it is written, though, Docker refuses the command.'],
  ['docker r‸un --network host -p 80:80 nginx', 'publishing nothing'],
  ['docker r‸un --network container:web -p 80:80 nginx', 'with ports that the engine refuses, because they are those of the container'],
  ['docker r‸un --network container:web -P nginx', 'ports that the engine refuses'],
  ['docker r‸un --network container:web -P=false nginx', 'shares the network of the container `web`'],
  ['docker r‸un -m 1g --memory-swap 1024m nginx', 'at most 1 GiB of memory without swap.'],
  ['docker r‸un -m $M --memory-swap $M nginx', 'of memory without swap.'],
  ['docker r‸un -m 300m --memory-swap 1g nginx', '300 MiB of memory (1 GiB with swap)'],
  ['docker p‸s -f status=exited', 'Lists running and stopped containers'],
  ['Use `docker ru‸n` for that.\n', 'Creates a container'],
  ['docker r‸un --rm --restart always x', 'As it is written, though, it fails. `--rm` removes the container when it ends'],
  ['⟦do‸cker⟧ run -m 512m --memory-swap 256m x', 'As it is written, though, it fails. `--memory-swap` is memory and swap together'],
  ['# Out\n\n```sh\ndocker lo‸gs --since 1d web\n```\n', 'As it is written, though, it fails. `1d` is not a time.'],
  ['docker r‸un --network shop --network name=edge,alias=api --network-alias db --ip 10.0.0.4 x', 'others find it as `db` on `shop`; its address on `shop` is `10.0.0.4`; others find it as `api` on `edge`.'],
  ['docker r‸un --stop-signal 15 --stop-timeout 0 x', 'It is asked to stop by `SIGTERM`; a stop kills it at once.'],
  ['docker r‸un --sig-proxy=false --label "a=b c" --health-cmd "" x', 'It carries the label `a=b c`. Also set: `--sig-proxy=false` and `--health-cmd \'\'`.'],
  ['docker r‸un --health-cmd true --health-retries 1 x', 'and one failure makes it unhealthy.'],
  ['docker r‸un --entrypoint "sh -c" x ls', "Inside runs `'sh -c' ls` instead of the image's entrypoint."],
  ['docker r‸un --entrypoint= x', 'nothing is left to run, so the engine refuses it.'],
  ['docker ex‸ec -it -d web sh', 'Runs `sh` inside the running container `web`, in the background, its output unseen.'],
  ['docker p‸s -l -n 3 -q --format "{{.ID}}"', 'Lists the `3` newest containers, only their ids.\n'],
  ['docker lo‸gs --since 1h --until 2026-01-02T10:00:00Z -f web', 'since `1h` ago, until `2026-01-02T10:00:00Z`, and ends only when a later line is written.'],
  ['docker upd‸ate --restart no $(docker ps -q)', 'while they run'],
  ['docker r‸un -p 8080-8090:80 x', 'on a free port of 8080-8090 (80 inside).'],
  ['docker r‸un -u "" -w "" --name "" x', 'Starts `x` in the foreground.\n'],
  ['docker r‸un --uts host x', "sharing the host's name."],
];

const words: readonly (readonly [source: string, ...expected: string[]])[] = [
  ['docker run ⟦registry.example.com:5000/shop/api:2.4‸⟧', '`registry.example.com:5000`', '**tag** `2.4`', 'default command'],
  ['docker run ⟦registry.example.com/shop/ap‸i:2.4⟧', '- **repository** `shop/api`: The name of the image there.', '- tag `2.4`: The publisher can move it'],
  ['docker run ⟦nginx:la‸test⟧', '- **tag** `latest`: What it names', 'Name the version you tested.'],
  ['docker run ⟦docker.io/team/ap‸i:2⟧', '- **repository** `team/api`: The name of the image there.'],
  ['docker run ⟦docker.io/library/ngi‸nx:1⟧', '- **repository** `library/nginx`: One of the Docker Official Images.'],
  ['podman run ⟦team/ap‸i:2⟧', '- **repository** `team/api`: No registry is named in front of it: an image of this name that is on the host, or else one from where an alias or the search list'],
  ['docker run ⟦ngi‸nx⟧', '- **repository** `nginx`: No namespace is named: an image of this name that is on the host, built there perhaps, or else `docker.io/library/nginx`, one of the Docker Official Images.', 'Name the version you tested.'],
  ['docker run ⟦shop/api:sha256-abc‸123⟧', 'It looks like a digest, but is a tag', '`@sha256:…`'],
  ['docker run ⟦ngi‸nx⟧ --rm', "go to the container's process", '`--rm`'],
  ['docker run nginx ⟦--r‸m⟧', 'belongs to the process', '`nginx`'],
  ['docker run nginx ⟦ngi‸nx⟧ -g x', 'CMD'],
  ['docker exec web ⟦l‸s⟧ -l', 'inside the container `web`'],
  ['docker exec -it web ⟦ba‸sh⟧', 'The program that runs inside the container `web`', 'built on Alpine or BusyBox have no `bash`'],
  ['docker exec web ⟦/usr/bin/pr‸intenv⟧', '`/proc/1/environ`'],
  ['docker exec web cat ⟦/sys/fs/cgroup/memory.m‸ax⟧', 'what `--memory` set'],
  ['docker exec web cat ⟦/sys/fs/cgroup/cpu,cpuacct/cpu.st‸at⟧', '`nr_throttled`'],
  ["docker exec web sh -c ⟦'cat /proc/1/envi‸ron; cat /etc/hosts'⟧", '- `/proc/1/environ`: The variables', '- `/etc/hosts`: Written by the engine'],
  ['docker run --rm alpine cat ⟦/etc/resolv.c‸onf⟧', '127.0.0.11'],
  ['docker run ⟦$IM‸AGE⟧', 'only known when the shell runs'],
  ['docker run ⟦ngi‸nx:<tag>⟧', 'Its tag is left for the reader to fill in.', '- **repository** `nginx`', 'Docker Official Images'],
  ['docker run ⟦"ghcr.io/org/web:$T‸AG"⟧', 'Its tag is only known when the shell runs.', '- registry `ghcr.io`', '- repository `org/web`'],
  ['docker run ⟦$IMA‸GE:1.0⟧', 'Which image it is, is only known when the shell runs.'],
  ['docker run ⟦<ima‸ge>⟧', 'A hole to fill in'],
  ['docker stop ⟦we‸b⟧', 'name of a container'],
  ['docker rename a ⟦‸b⟧', 'new name'],
  ['docker cp ⟦we‸b:/a⟧ b', 'Where to copy from'],
  ['docker inspect ⟦we‸b⟧', 'image, network or volume'],
  ['docker run -it ⟦-‸-⟧ nginx', 'ends the flags'],
];

suite('hover', () => {
  for (const [theme, table] of Object.entries({ flags, values, variables, readings, words })) {
    for (const [source, ...expected] of table) {
      test(`${theme}: ${source}`, () => checkHover(source, expected));
    }
  }

  const silent = [
    'ec‸ho docker',
    'docker  ‸  run nginx',
    'echo "docker ru‸n nginx"',
    'docker bui‸ld .',
    'docker build --ta‸g x .',
    '# docker ru‸n nginx',
    'docker run --no-such-fl‸ag nginx',
    'podman run --mem‸roy 512m nginx',
    'Use docker ru‸n nginx for that.\n',
    '# Out\n\n```console\n$ docker ps\nCONTAINER ID   IMA‸GE\n```\n',
    '',
    '‸',
  ];
  for (const source of silent) {
    test(`nothing: ${source}`, () => checkNoHover(source.includes('‸') ? source : `${source}‸`));
  }

  test('a bare publish says who can reach it, a loopback one does not', () => {
    checkHover('docker r‸un -p 8080:80 nginx', ['from every network'], ['only from this host']);
    checkHover('docker r‸un -p 127.0.0.1:8080:80 nginx', ['only from this host'], ['every network']);
  });

  test('a flag that only podman knows may have taken the next word, so nothing is said of the words behind it', () => {
    checkHover('podman r‸un -d --pod shop nginx', ['Creates a container'], ['Starts `', 'refuses']);
    checkHover('podman ex‸ec -it -l bash', ['Starts a second process'], ['container `bash`', 'refuses']);
    checkHover('podman r‸un -d --pod=shop nginx', ['Starts `nginx` in the background'], ['refuses']);
    checkHover('podman r‸un -d --restart always nginx', ['after a reboot only a unit of systemd starts it', '*Podman* does in most things', '`podman run --help`'], ['even after a `docker stop`']);
    checkHover('docker r‸un -d --restart always nginx', ['even after a `docker stop`'], ['*Podman*']);
    checkHover('podman r‸un --rm', ['As it is written, though, Podman refuses the command.']);
  });

  test('a command is not said to fail for what other commands of its script make right', () => {
    checkHover('docker run -d --name bash bash:5\ndocker ex‸ec bash ls\n', ['Runs `ls` inside the running container `bash`'], ['it fails']);
    checkHover('docker run -d --name web bash:5\ndocker ex‸ec bash ls\n', ['it fails']);
  });

  test('of a variable nothing is said that stands in a comment, below, or in another name', () => {
    checkHover('#!/bin/sh\n# TAG=1\nMYTAG=2\necho TAG=3\nTAGS=4\ndocker run shop:$TA‸G\nTAG=5\n', ['the image'], ['is set above']);
    checkHover('curl "https://example.com/?a=1&TAG=2"\nTAG=3 make\necho ${TAG=4} "a; TAG=5"\ndocker run shop:$TA‸G\n', ['the image'], ['is set above']);
    checkHover('#!/bin/sh\n# for TAG in 1 2\necho read TAG\necho "a; read TAG"\nread TAGS\nread -p TAG\nread OTHER; echo TAG\ndocker run shop:$TA‸G\n', ['the image'], ['is set above']);
    checkNoHover('OPTS="-d"\necho $OP‸TS\ndocker run $OPTS nginx\n');
  });

  test('what works is not said to fail, nor what only warns', () => {
    checkHover('docker r‸un -d --restart always --network host -p 80:80 nginx', ['Starts `nginx`'], ['though, it fails', 'though, Docker refuses']);
    checkHover('docker r‸un <options> --rm --restart <policy> nginx', ['Starts `nginx`'], ['though, it fails', 'though, Docker refuses']);
  });

  test('after the image a flag is not Docker’s', () => {
    checkHover('docker run alpine ls --al‸l', ['belongs to the process'], ['**`--']);
  });

  test('a letter means another thing before the command word', () => {
    checkHover('docker -‸l debug ps', ['**`--log-level`**'], ['**`--latest`**']);
    checkHover('docker ps -‸l', ['**`--latest`**'], ['**`--log-level`**']);
  });
});
