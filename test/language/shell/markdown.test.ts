/** What is read from Markdown: which blocks count, what is prompt or output in them, and what a region looks like. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { regionsOf } from '../../../server/src/language/shell/documents.ts';
import { describeAll, mentions } from './reading.ts';

type Table = readonly (readonly [document: string, ...commands: string[]])[];

function check(title: string, table: Table): void {
  for (const [document, ...commands] of table) {
    test(`${title}: ${JSON.stringify(document)}`, () => {
      assert.deepEqual(describeAll(document, 'markdown'), commands);
    });
  }
}

const fence = (info: string, ...lines: string[]): string => ['```' + info, ...lines, '```', ''].join('\n');

check('info strings of shells', [
  ...['sh', 'bash', 'Shell', 'zsh', 'ksh', 'console', 'shell-session', 'terminal', '.term1', 'cli', 'bash title="x"', 'bash {1,3}', 'sh,ignore']
    .map((info) => [fence(info, 'docker ps'), 'docker ps'] as const),
  ...['{.bash .numberLines}', '{.sourceCode .bash}', '{.bash data-prompt="$"}', '{ .sh title="x" }', '{bash}', 'bash{linenos=1}', '{code-block} shell', '{prompt} bash', 'title="x"', '  linenums="1"', '{code-block}', 'text', '', 'none', 'code', 'source', 'cronexp', 'docker', 'dockerfile']
    .map((info) => [fence(info, 'docker ps -a'), 'docker ps -a'] as const),
  ...['{code-block} yaml', '{note} shell', 'yaml', 'json', 'python', 'go', 'js', 'diff', 'toml', 'output', 'mermaid'].map((info) => [fence(info, 'docker ps -a')] as const),
]);

check('blocks that say nothing of their language', [
  [fence('', 'Docker version 28', 'Cannot connect to docker')],
  [fence('', 'x=1', 'tar c . | docker load -q'), 'docker load -q'],
  [fence('', 'for i in a; do docker stop $i; done'), 'docker stop S:$i'],
  [fence('', 'if ! docker info >/dev/null; then echo no; fi'), 'docker info'],
  [fence('', 'if docker is there, go on'), ...[]],
  [fence('', 'find . -name "*.log" -print0 | xargs -0 -n 1 docker cp a'), '(xargs) docker cp a [open]'],
  [fence('', 'ssh ops@nas docker ps -a'), '(ssh) docker ps -a'],
  [fence('', 'ssh into docker host')],
  [fence('', 'watch -n 1 docker stats a'), '(watch) docker stats a'],
  [fence('', 'command -v docker')],
  [fence('', 'input = input,', 'docker = task_docker')],
  [fence('', 'docker : Unable to find image')],
  [fence('', '45 5 * * 1 root sh backup.sh', "*/5 * * * * . /etc/profile; su -l web -c 'docker exec web ls'"), '(su) docker exec web ls [nested]'],
  ['text\n\n    timeout 10 docker run img\n', '(timeout) docker run img'],
  [fence('', 'alias d="docker run --rm img"'), '(alias) docker run --rm img [nested open]'],
  [fence('', 'sudo -u josé XDG_DIR=/run/$(id -u josé) A="b c" docker ps -a', 'docker: no'), '(sudo XDG_DIR=/run/$(id -u josé) A=b c) docker ps -a'],
  [fence('', 'sudo A=1 docker ps -a', 'docker'), '(sudo A=1) docker ps -a', 'docker'],
  ['text\n\n    docker run \\\n      -d img\n\ntext\n', 'docker run -d img'],
  ['text\n\n    # docker run -d img\n', 'docker run -d img'],
  ['text\n\n    some docker output\n'],
]);

check('where blocks stand', [
  ['- a\n\n  ```bash\n  docker run \\\n    -d img\n  ```\n', 'docker run -d img'],
  ['1. a\n   - b\n     ~~~sh\n     docker ps\n     ~~~\n', 'docker ps'],
  ['> ```bash\n> docker run \\\n>   -d img\n> ```\n', 'docker run -d img'],
  ['> [!NOTE]\n> - x\n>   ```sh\n>   docker run\\\n>    -d\n>   ```\n', 'docker run -d'],
  ['=== "Linux"\n    ```bash\n    docker a\n\n    docker b\n    ```\n\n=== "Mac"\n\n    ```bash\n    docker c\n    ```\n', 'docker a', 'docker b', 'docker c'],
  ['=== "Linux"\n  ```bash\n  docker a\n  ```\n!!! note\n```sh\ndocker b\n```\n', 'docker a', 'docker b'],
  ['!!! note "x"\n    text\n\n    ```sh\n    docker a\n    ```\n\n    - x\n\n        ```sh\n        docker b\n        ```\n', 'docker a', 'docker b'],
  [':::note\n```bash\ndocker a\n```\n:::\n', 'docker a'],
  ['<details>\n<summary>x</summary>\n```bash\ndocker a\n```\n</details>\n', 'docker a'],
  ['<Tabs>\n  <TabItem>\n\n    ```bash\n    docker a\n    ```\n\n  </TabItem>\n</Tabs>\n', 'docker a'],
  ['<!--\n```bash\ndocker a\n```\n-->\n```bash\ndocker b\n```\n', 'docker b'],
  ['<Tab>\n  <Item label="x">\n    ```bash\n    docker a\n\n    docker b\n    ```\n  </Item>\n</Tab>\n', 'docker a', 'docker b'],
  ['text\n    docker no no\n'],
  ['<pre>\n```bash\ndocker a\n```\n</pre>\n'],
  ['```bash\ndocker a', 'docker a'],
  ['.exercise[\n    - x\n\n    ```\n    docker a b\n    ```]\n\ntext\n', 'docker a b'],
  ['````md\n```bash\ndocker a\n```\n````\n'],
  ['````{dropdown} Is it there?\n:icon: x\n\n```console\n$ docker a b\ndocker no\n```\n````\n', 'docker a b'],
  ['```{note}\ndocker no no\n```\n'],
]);

check('prose between commands', [
  [fence('', '1. Tests', '   docker run -d img', "2. Reconstruction de l'image", '   docker build .', "3. Lancement d'un conteneur", '   docker rm web'), 'docker run -d img', 'docker build .', 'docker rm web'],
  [fence('bash', "Don't do this", 'docker rm a', "It's bad", 'docker rm b'), 'docker rm a', 'docker rm b'],
  [fence('', "docker exec <the container's name> ls", 'docker ps -a'), 'docker exec P:"<the container’s name>" ls', 'docker ps -a'],
  [fence('bash', "docker exec web sh -c 'echo it", "docker no'", "docker exec web sed -e's/a", "/b/' f"), 'docker exec web sh -c "echo it\\ndocker no"', 'docker exec web sed "-es/a\\n/b/" f'],
  [fence('bash', "docker exec -e'A=1", "' web ls"), 'docker exec "-eA=1\\n" web ls'],
]);

check('drawings', [
  [fence('', '      docker create', '  ┌─────────────┐', '  │             ▼', '  │         [created]', 'docker run ◄────')],
  [fence('', 'docker build .', '   │', '   ▼', 'docker push img'), 'docker build .', 'docker push img'],
  [fence('', '  docker run       Docker Compose     Kubernetes', '  docker run img   a file of it       several hosts'), 'docker run img a file of it several hosts'],
  [fence('', 'docker run    -d    --name A    Img    Cmd'), 'docker run -d --name A Img Cmd'],
  [fence('', 'docker run --rm img', '┌──────┐', '│      │', '└──────┘'), 'docker run --rm img'],
]);

check('prompts and output', [
  [fence('console', '$ docker run \\', '    -d img', "out'put of docker run", '$ docker ps'), 'docker run -d img', 'docker ps'],
  [fence('bash', '$ docker run \\', '> -d \\', '> img', 'docker out put'), 'docker run -d img'],
  [fence('bash', '$ docker run \\', '$   -d \\', '$   img', '$ docker ps -a'), 'docker run -d img', 'docker ps -a'],
  [fence('bash', '$ docker run -d \\', '$ img sh -c \'a', '$ b\'', 'docker out put'), 'docker run -d img sh -c "a\\nb"'],
  [fence('console', '$ cat <<EOF > notes', 'docker no', 'EOF', '$ docker ps'), 'docker ps'],
  [fence('console', "$ docker exec web sh -c '", 'ls', "' x", 'docker no no'), 'docker exec web sh -c "\\nls\\n" x'],
  [fence('console', '$ docker run -d \\', '  --network x', '    friendica', '$ docker ps'), 'docker run -d --network x', 'docker ps'],
  [fence('console', '# docker ps', '# docker run \\', '> -d img', 'docker: no'), 'docker ps', 'docker run -d img'],
  [fence('console', '# docker starts here', 'docker ps -a'), 'docker ps -a'],
  [fence('bash', '# docker ps', 'ls')],
  [fence('console', '$ docker ps # docker no', '# docker no'), 'docker ps'],
  [fence('console', 'user@host:~$ docker a b', '[root@x ~]# docker c d', 'root@0f3:/# docker e f', 'bash-5.1# docker g h', 'docker no no'), 'docker a b', 'docker c d', 'docker e f', 'docker g h'],
  [fence('sh', 'jane@<your_host>:~/web$ docker a b', 'docker: no', '[<user>@<host> ~]# docker c d', '<user>@box:/$ docker e f'), 'docker a b', 'docker c d', 'docker e f'],
  [fence('console', '% docker a b', 'docker: no'), 'docker a b'],
  [fence('console', 'jane@web:~/x (main)$ docker a b', 'docker: no', 'jane@web:~/x [feature/a-b *]$ docker c d', '12:30 jane@web $ docker e f', '[12:30:01] jane@web:~$ docker g h'), 'docker a b', 'docker c d', 'docker e f', 'docker g h'],
  [fence('console', 'jane@web ~> docker a b', 'docker: no', 'jane@web ~/x (main)> docker c d'), 'docker a b', 'docker c d'],
  [fence('console', '~/src ❯ docker a b', 'docker: no', '~/src main ❯ docker c d', '~/src (main) $ docker e f'), 'docker a b', 'docker c d', 'docker e f'],
  [fence('console', '(venv) $ docker a b', '➜ docker c d', 'host-A $ docker e f'), 'docker a b', 'docker c d', 'docker e f'],
  [fence('console', 'unix> docker run \\', '   -d img', 'docker: no'), 'docker run -d img'],
  [fence('bash', 'host> cp a b', 'host> docker run -d img', 'docker: no'), 'docker run -d img'],
  [fence('sh', '[root@box /srv] docker a b', 'docker: no', '[jane@box ~] docker c d'), 'docker a b', 'docker c d'],
  [fence('sh', 'jane@box: docker a b', 'root@4f2a:/# ls', 'docker: no', 'jane@box:~/web docker c d'), 'docker a b', 'docker c d'],
  [fence('', '$ ssh jane@box', 'jane@box: docker no', '$ docker a b'), 'docker a b'],
  [fence('bash', 'docker logs web', 'out> docker no'), 'docker logs web'],
  [fence('', '# semodule -i web.cil', '', '# docker run -it \\', '  img'), 'docker run -it img'],
  [fence('', '# how to start', '# docker run it as root')],
  ...['', 'sh', 'console'].map((info) => [fence(info, '┌──(kali㉿kali)-[~]', '└─$ docker run -d img', 'docker no', '', '┌──(root㉿kali)-[~]', '└─# docker ps -a'), 'docker run -d img', 'docker ps -a'] as const),
  [fence('', '╭─me@host ~', '╰─➤  docker ps -a'), 'docker ps -a'],
  [fence('', 'docker', '└─ docker volume'), ...[]],
  [fence('', '[Captains-Bay]🚩 >  docker node ls', 'docker node ls is only supported', '[Captains-Bay]🚩 >  docker a b'), 'docker node ls', 'docker a b'],
  [fence('', '⚛︎ # docker a b', 'docker: no'), 'docker a b'],
  [fence('sh', '➜  ~ docker a b', 'docker: no', '➜  web git:(main) ✗ docker c d'), 'docker a b', 'docker c d'],
  [fence('', 'Mac-mini:~ jane$ docker a b', 'docker: no', ':~$ docker c d', '@box:~$ docker e f'), 'docker a b', 'docker c d', 'docker e f'],
  [fence('console', 'jane@box:~> docker a b', 'Mac-Pro:4.5.0 jane$ docker c d', 'Mac-Pro:src $ docker e f', 'time: $ is docker no'), 'docker a b', 'docker c d', 'docker e f'],
  [fence('', 'docker run -d img', '4f2a', 'root@box:~# docker ps -a', 'docker: no'), 'docker run -d img', 'docker ps -a'],
  [fence('console', 'docker images are listed here', '$ docker ps -a'), 'docker ps -a'],
  [fence('bash', '$> docker run \\', '    -d img', 'docker: no', '$ $ docker ps -a'), 'docker run -d img', 'docker ps -a'],
  [fence('', '> $ docker build -t x .', 'docker: no'), 'docker build -t x .'],
  [fence('bash', '$ docker ps', '4f2a  img', '', 'docker restart 4f2a', '', '# again', 'docker stop 4f2a', 'docker no no'), 'docker ps', 'docker restart 4f2a', 'docker stop 4f2a'],
  [fence('bash', '$ docker swarm init', 'Run:', '', '    docker swarm no', ''), 'docker swarm init'],
  [fence('console', '$ docker ps', '', 'docker no no'), 'docker ps'],
  [fence('bash', '# docker logs -f web'), 'docker logs -f web'],
  [fence('bash', '# docker run \\', '  -d img', '', '# docker ps -a'), 'docker run -d img', 'docker ps -a'],
  [fence('bash', '# docker run -it img', '', 'root@3d37:/# df -h', 'docker: no'), 'docker run -it img'],
  [fence('', 'web/srv:8> docker ps -a', 'docker: no'), 'docker ps -a'],
  [fence('bash', '>docker ps -a', 'docker: no'), 'docker ps -a'],
  [fence('bash', '>> docker run img', 'docker: no'), 'docker run img'],
  [fence('bash', '➤ docker run img', 'docker: no'), 'docker run img'],
  [fence('', '# docker images | grep x', 'docker.io/x  7  49f7'), 'docker images'],
  [fence('bash', '# docker run -d img', '3f4a5b6c7d8e', '# docker logs web', 'docker: no'), 'docker run -d img', 'docker logs web'],
  [fence('bash', '# docker ps', 'CONTAINER ID   IMAGE   STATUS', '3f4a5b6c7d8e   web     Up 2 hours', '', '# docker logs web'), 'docker ps', 'docker logs web'],
  [fence('bash', '# docker rmi img', 'Untagged: img:1', '', '# docker rmi x', 'Error: no'), 'docker rmi img', 'docker rmi x'],
  [fence('bash', '# docker stack deploy x', 'Creating network x_net', 'Creating service x_web'), 'docker stack deploy x'],
  [fence('bash', '# docker run -d img', 'Install: it', 'docker ps -a'), 'docker ps -a'],
  [fence('', '# ls -l', 'total 8', '# docker build .', '# docker images', 'NAME   TAG   ID', '# docker run -d img'), 'docker build .', 'docker images', 'docker run -d img'],
  [fence('', '# how to start', '# docker run it as root', 'name = x'), ],
  [fence('bash', '# docker run -d img', 'NAME=web', 'start   "$NAME"   --now   # or so')],
  [fence('bash', '# docker run it as root', '# docker ps -a', 'x=1')],
  [fence('', '> docker run -d', '> docker ps -a'), 'docker run -d', 'docker ps -a'],
  [fence('bash', 'docker logs web \\', '> out.txt'), 'docker logs web'],
  [fence('bash', '# prepare', '$ ip link', 'docker ps -a', 'docker rm x'), 'docker ps -a', 'docker rm x'],
  [fence('sh', "it's not closed", 'docker ps -a', 'docker logs x'), 'docker ps -a', 'docker logs x'],
  [fence('sh', 'docker logs -f "x', 'docker ps -a'), 'docker logs -f x [open]', 'docker ps -a'],
]);

check('units of systemd and tables of cron', [
  [fence('ini', '[Unit]', "Description=it's docker run -d", '[Service]', 'ExecStartPre=-/usr/bin/docker rm -f %n', 'ExecStart=/usr/bin/docker run --name=%n \\', '  -v %h/x:/y \\', '# docker comment', '  org/web:%i', 'Restart=always'),
    '/usr/bin/docker rm -f P:%n', '/usr/bin/docker run P:--name=%n -v P:%h/x:/y P:org/web:%i'],
  [fence('systemd', "ExecStart=/bin/sh -c 'docker ps -a'"), '(/bin/sh) docker ps -a [nested]'],
  [fence('bash', '[Service]', 'ExecStop=/usr/bin/docker stop web', 'docker = no'), '/usr/bin/docker stop web'],
  [fence('ini', '[docker]', 'docker = run x', 'docker ps -a')],
  [fence('bash', 'cat > x.service <<EOF', 'ExecStart=/usr/bin/docker run img', 'EOF', 'docker ps -a'), '(cat) /usr/bin/docker run img [nested]', 'docker ps -a'],
  [fence('cron', '# m h dom mon dow', '0 3 * * * docker exec db backup', '*/5 1-6 * JAN,feb mon root cd /x && docker ps -a', '@reboot docker start web'), 'docker exec db backup', 'docker ps -a', 'docker start web'],
  [fence('conf', '# m h dom mon dow', '0 3 * * * root docker exec db backup', 'docker: no', '@daily cd /x && docker start web'), 'docker exec db backup', 'docker start web'],
  [fence('conf', 'upstream docker { docker no; }', '1 2 docker no')],
  [fence('bash', 'crontab -e', '0 3 * * * /usr/bin/docker exec db backup > /dev/null 2>&1'), '/usr/bin/docker exec db backup'],
]);

check('code spans', [
  ['Use `docker run -d img` or `$ sudo docker ps`.', 'docker run -d img', '(sudo) docker ps'],
  ['A `docker run\n-d img` over two lines', 'docker run -d img'],
  ['In `PS C:\\> docker ps -a` or `#!bash docker ps -q`', 'docker ps -a', 'docker ps -q'],
  ['Use <code>docker run -d img</code>, <code>docker ps &amp; x</code> or <code>sudo docker ps</code>.', 'docker run -d img', '(sudo) docker ps'],
  ['> quote `docker run\n> -d img`', 'docker run -d img'],
  ['| a |\n|---|\n| `docker ps -a` |\n', 'docker ps -a'],
  ['The `docker` command, `Docker is`, `the docker run`, ``docker ps -q``', 'docker ps -q'],
]);

check('placeholders', [
  [fence('sh', 'docker run [OPTIONS] <image name>:<tag> [COMMAND] [ARG...]'), 'docker run P:[OPTIONS] P:"<image name>:<tag>" P:[COMMAND] P:[ARG...]'],
  [fence('sh', 'docker run -e A=YOUR_TOKEN your-image {image} …/x ...'), 'docker run -e P:A=YOUR_TOKEN P:your-image P:{image} P:…/x P:...'],
  [fence('sh', 'docker run golang go test ./... a...b [a-z] a[0]'), 'docker run golang go test ./... a...b S:[a-z] S:a[0]'],
  [fence('sh', 'docker run {{ image }} %%IMAGE%%:tag ${{ x }}'), 'docker run P:"{{ image }}" P:%%IMAGE%%:tag P:"${{ x }}"'],
  [fence('sh', "docker ps --format '{{.ID}} {{json .}}' --format={{x}} 'a {{range .}}'"), "docker ps --format \"{{.ID}} {{json .}}\" --format={{x}} \"a {{range .}}\""],
  [fence('sh', 'docker run -v <path to x>:/y "$X/<z>" img > out'), 'docker run -v P:"<path to x>:/y" P:$X/<z> img'],
  [fence('sh', 'docker run --mount type=bind,source=</path/to/x>,target=/y -v </a>:/b img </in >/out'), 'docker run --mount P:type=bind,source=</path/to/x>,target=/y -v P:</a>:/b img'],
  [fence('sh', 'docker run -e A="<Net><If>lo</If></Net>" -e B="<Net>$X</>" -e C="<Net>" img'), 'docker run -e A=<Net><If>lo</If></Net> -e E:B=<Net>$X</> -e P:C=<Net> img'],
  [fence('sh', 'docker run org/web:||site.web_version|| || exit', 'docker run [ ... arguments (see above) ... ]'), 'docker run P:org/web:||site.web_version||', 'docker run P:"[ ... arguments (see above) ... ]"'],
  [fence('sh', 'docker run org/web:@WEB_VERSION@ me@EXAMPLE.org'), 'docker run P:org/web:@WEB_VERSION@ me@EXAMPLE.org'],
  [fence('sh', 'docker run org/@@NAME@@:@@TAG@@ ls'), 'docker run P:org/@@NAME@@:@@TAG@@ ls'],
  [fence('sh', 'docker run @@nodeImage=org/node:v1.2@@ a@@b'), 'docker run P:@@nodeImage=org/node:v1.2@@ a@@b'],
  [fence('sh', 'docker run org/web:{{ $site.config.version }} x'), 'docker run P:"org/web:{{ $site.config.version }}" x'],
  [fence('sh', "docker run --log-opt tag='{{ $n := .Name }}{{ $n }}' img"), 'docker run --log-opt "tag={{ $n := .Name }}{{ $n }}" img'],
  [fence('sh', 'docker ps [| grep <name>]', 'docker ps | [ -t 0 ]'), 'docker ps P:"[| grep <name>]"', 'docker ps'],
  [fence('cmd', 'docker commit [OPTIONS] WEB [REPOSITORY[:TAG]]'), 'docker commit P:[OPTIONS] WEB P:[REPOSITORY[:TAG]]'],
  [fence('sh', `docker inspect -f "{{ "{{ json .Mounts "}}}}" web`, "docker ps --format '{{ '{{' }}.ID}}'"), 'docker inspect -f P:"{{ \\"{{ json .Mounts \\"}}}}" web', `docker ps --format P:"{{ '{{' }}.ID}}"`],
  [fence('sh', 'docker run org/web:{% include "web version" %}-x -v "$PWD:{{ dir }}" <%= tag %>'), 'docker run P:"org/web:{% include \\"web version\\" %}-x" -v P:"$PWD:{{ dir }}" P:"<%= tag %>"'],
  [fence('sh', 'docker run org/web:{site.version} {props.a.b} {a,b}'), 'docker run P:org/web:{site.version} P:{props.a.b} S:{a,b}'],
  [fence('sh', 'docker run -v {path_to_web/src}:/src img ___ a___b __x__ ___YOUR_FLAG___'), 'docker run -v P:{path_to_web/src}:/src img P:___ a___b __x__ P:___YOUR_FLAG___'],
  [fence('sh', 'docker run -e A=__VALUE__ --name __NAME__ org/web:__TAG__', 'docker exec -i db sh <<__EOF__', 'ls', '__EOF__', 'docker ps'), 'docker run -e P:A=__VALUE__ --name P:__NAME__ P:org/web:__TAG__', 'docker exec -i db sh', 'docker ps'],
  [fence('sh', 'docker rm $(docker stop << CONTAINER ID >>)', 'docker run "<< image_id >>"', 'docker rm <<ID>>', 'cat <<EOF >> x', 'docker', 'EOF', 'cat <<EOF >>"$X"', 'docker', 'EOF', 'docker ps'), 'docker rm P:"$(docker stop << CONTAINER ID >>)"', 'docker stop P:"<< CONTAINER ID >>"', 'docker run P:"<< image_id >>"', 'docker rm P:<<ID>>', 'docker ps'],
  [fence('', 'docker stop   -> it ends', 'docker restart-> stop + start', 'docker run img ls  → ls (not the default)'), 'docker stop P:"-> it ends"', 'docker P:"restart-> stop + start"', 'docker run img ls P:"→ ls (not the default)"'],
  [fence('sh', 'docker run -p 8080->80 img', "docker exec db psql -c 'select a -> b'", 'docker ps # -> x'), 'docker run -p 8080- img', 'docker exec db psql -c "select a -> b"', 'docker ps'],
  [fence('sh', 'docker run -e A=TRUE...', 'docker run golang go test ./...'), 'docker run -e P:A=TRUE...', 'docker run golang go test ./...'],
  [fence('sh', 'docker run --name db .....', 'docker run -d . . .', 'docker run -d (...) img'), 'docker run --name db P:.....', 'docker run -d P:". . ."', 'docker run -d P:(...) img'],
  [fence('sh', 'docker run -d \\', '  ...', '  --name web \\', '  […]', '  -p 80:80 img', 'docker ps \\', '  ...', 'docker ps -a'),
    'docker run -d P:... --name web P:[…] -p 80:80 img', 'docker ps P:...', 'docker ps -a'],
  [fence('sh', 'docker run \\', '(...)', '--name web \\', '(...)', '-d \\', '...', '-p 80:80 img'), 'docker run P:(...) --name web P:(...) -d P:... -p 80:80 img'],
  [fence('sh', 'docker run [--rm] [-e <KEY>=<VALUE>]... [-v <FROM>:<TO>[:MODE]] img'), 'docker run P:[--rm] P:"[-e <KEY>=<VALUE>]..." P:"[-v <FROM>:<TO>[:MODE]]" img'],
  [fence('sh', 'docker run --device class/{device class id} img'), 'docker run --device P:"class/{device class id}" img'],
  [fence('sh', 'docker exec -it <コンテナ名> sh', 'docker run [選項] img {имя}'), 'docker exec -it P:<コンテナ名> sh', 'docker run P:[選項] img P:{имя}'],
  [fence('sh', 'docker run -e A=<...> \\', '  -v <… data>:/x org/web:<24.07>-py3 <...>', 'sort <../in >../out'), 'docker run -e P:A=<...> -v P:"<… data>:/x" P:org/web:<24.07>-py3 P:<...>'],
  [fence('sh', "docker run -e A=<the Pi's address> -e B=<this host's name> org/web:1"), `docker run -e P:"A=<the Pi's address>" -e P:"B=<this host's name>" org/web:1`],
  [fence('sh', "docker run -e A='<x' -e B='y>' img"), 'docker run -e A=<x -e B=y> img'],
  [fence('sh', 'docker run -e A=<> -v <>:/x org/web:<> 3<> x'), 'docker run -e P:A=<> -v P:<>:/x P:org/web:<>'],
  [fence('sh', 'docker run org/web:%VERSION_HERE -e A=%TAG b date +%F'), 'docker run P:org/web:%VERSION_HERE -e P:A=%TAG b date +%F'],
  [fence('sh', 'docker run -v HOST_PATH:CONTAINER_PATH -p HOST_PORT:80 -e LOCAL_DIR=/x img'), 'docker run -v P:HOST_PATH:CONTAINER_PATH -p P:HOST_PORT:80 -e LOCAL_DIR=/x img'],
]);

check('drawings', [
  [fence('', 'Where to look', '   +------+', '       ^', '       |', 'docker ps  docker port', '       v')],
  [fence('', 'docker ps -a', '  |', '  v', 'docker port web'), 'docker ps -a', 'docker port web'],
]);

check('comments that a site takes out', [
  [fence('sh', 'docker run \\', '  # highlight-start', '  -d \\', '  # highlight-end', '  --rm \\ # [!code focus]', '  -p 80:80 \\ # (1)!', '  img # [!code ++]', '# highlight-next-line', 'docker ps -a'), 'docker run -d --rm -p 80:80 img', 'docker ps -a'],
]);

check('what no shell reads', [
  [fence('sh', 'docker run -d -l rule=Host(`a.example`) \\', '  nginx', 'docker ps -a'), 'docker run -d -l rule=Host [open]', 'docker ps -a'],
  [fence('sh', 'docker run --network=(bridge\\|host) img', 'docker ps -a)', 'docker ps -q'), 'docker run --network= [open]', 'docker ps -a [open]', 'docker ps -q'],
]);

check('redirections', [
  [fence('sh', 'docker exec -i db mysql <dump.sql >out.txt'), 'docker exec -i db mysql'],
  [fence('sh', 'cat <<EOF >out.txt', "docker don't", 'EOF', 'docker ps -a'), 'docker ps -a'],
  [fence('sh', "tee out.txt <<'END' >/dev/null", 'docker no', 'END', 'docker ps -a'), 'docker ps -a'],
]);

check('PowerShell', [
  [fence('powershell', 'docker run -d `', '  -e "A=$env:X" -v ${PWD}:/x `', '  img'), 'docker run -d -e E:A=$env:X -v E:${PWD}:/x img'],
  [fence('pwsh', "docker run 'it''s' \"a`\"b\" \"c\"\"d\" C:\\x:C:\\y a`;b"), 'docker run "it\'s" "a\\"b" "c\\"d" C:\\x:C:\\y a;b'],
  [fence('ps1', '$ids = docker ps -q; docker stop $ids (docker ps -aq) @args > out 2>&1 # docker no'), 'docker ps -q', 'docker stop S:$ids S:"(docker ps -aq)" @args', 'docker ps -aq'],
  [fence('console', 'PS C:\\> docker run `', '>> -d img', 'docker out put', 'PS> docker ps'), 'docker run -d img', 'docker ps'],
  [fence('', 'docker run -d `', '  img'), 'docker run -d img'],
  [fence('powershell', 'docker run \\', '  -d img'), 'docker run \\'],
  [fence('', '$name = "web"', '$id = docker run -d --name $name img', 'docker logs $id'), 'docker run -d --name S:$name img', 'docker logs S:$id'],
  [fence('', 'docker run -v C:\\data:C:\\srv -v \\\\.\\pipe\\x:\\\\.\\pipe\\x img'), 'docker run -v C:\\data:C:\\srv -v \\\\.\\pipe\\x:\\\\.\\pipe\\x img'],
  [fence('console', 'mkdir c:\\out', 'docker run -v "c:\\out:/out" -v ${pwd}:/w img'), 'docker run -v c:\\out:/out -v E:${pwd}:/w img'],
  [fence('', 'docker build -f .\\web\\Dockerfile ..\\web'), 'docker build -f .\\web\\Dockerfile ..\\web'],
  [fence('console', 'docker build -t $env:ID/web -f part\\Dockerfile .'), 'docker build -t E:$env:ID/web -f part\\Dockerfile .'],
  [fence('console', '$ docker run -v C:\\\\data:/srv \\', '  img'), 'docker run -v C:\\data:/srv img'],
  [fence('powershell', '<# docker no #> & docker ps | docker load', 'if ($x) { docker a }'), 'docker ps', 'docker load', 'docker a'],
  [fence('powershell', "> $ip = docker inspect -f '{{.Id}}' web", '> $ip', '172.24.1.2'), 'docker inspect -f {{.Id}} web'],
  [fence('', 'for ($i=0; $i -lt 5; $i++) {', '  & docker run -d "web-$i"', '}'), 'docker run -d E:web-$i'],
  [fence('powershell', 'docker ps -aq | % {docker rm -f $_}; docker ps --format {{.ID}}'), 'docker ps -aq', 'docker rm -f S:$_', 'docker ps --format {{.ID}}'],
  [fence('powershell', 'docker run "unclosed'), 'docker run unclosed'],
  ...['cmd', 'bat', 'batch', 'batchfile', 'dosbatch', 'winbatch'].map((name): Table[number] => [fence(name, 'docker run -d ^', '  img'), 'docker run -d img']),
  [fence('powershell', "Write-Host it's here", 'docker ps -a', 'docker run "unclosed', 'docker ps -q'), 'docker ps -a', 'docker run unclosed', 'docker ps -q'],
  [fence('powershell', 'docker exec web sh -c \'a', 'b\' -x; docker ps'), 'docker exec web sh -c "a\\nb" -x', 'docker ps'],
  [fence('powershell', 'docker run -d\u00a0 img'), 'docker run -d img'],
]);

check('cmd', [
  [fence('cmd', 'docker run -v %cd%:/x ^', '  -e "A B=%X%" a^&b img > nul 2>&1 & docker ps'), 'docker run -v E:%cd%:/x -e E:"A B=%X%" a&b img', 'docker ps'],
  [fence('bat', '@docker ps', 'REM docker no', ':: docker no', "docker run 'a b' %OPTS%"), 'docker ps', "docker run \"'a\" \"b'\" S:%OPTS%"],
  [fence('cmd', 'docker stop $(docker ps -aq)', 'truncate -s 0 $(docker inspect web) && docker ps "$(x'), 'docker stop S:"$(docker ps -aq)"', 'docker ps -aq', 'docker inspect web', 'docker ps $(x'],
  [fence('cmd', 'FOR /f "tokens=*" %i IN (\'docker ps -aq\') DO docker rm -f %i'), 'docker ps -aq', 'docker rm -f S:%i'],
  [fence('bat', "for /f %%i in ('docker ps -q ^| find \"x\"') do (", '  docker stop %%i', '  docker rm %%i)', 'docker ps'), 'docker ps -q', 'docker stop E:%%i', 'docker rm E:%%i', 'docker ps'],
  [fence('bat', 'for %%n in (a b) do docker start web-%%n'), 'docker start E:web-%%n'],
  [fence('bat', 'if not exist "C:\\a b" docker ps -a', 'if "%1"=="up" (', '  docker run img', ') else (docker rm web) & docker ps'), 'docker ps -a', 'docker run img', 'docker rm web', 'docker ps'],
  [fence('bat', 'if %ERRORLEVEL% neq 0 docker logs web', 'if errorlevel 1 (docker logs db) else docker ps', 'IF /I NOT %1==x docker port web'), 'docker logs web', 'docker logs db', 'docker ps', 'docker port web'],
  [fence('cmd', 'call docker ps', 'start "" /b /wait docker run img', 'cmd /c docker ps -a', 'cmd.exe /s /c "docker run "a b"" & docker ps -q'), 'docker ps', 'docker run img', 'docker ps -a', 'docker run "a b"', 'docker ps -q'],
  [fence('cmd', 'echo if exist x docker ps', 'if', 'for', 'for %i in', 'docker run img sh -c "(a)" (b)'), 'docker run img sh -c (a) (b)'],
  [fence('console', 'C:\\> docker ps', 'docker out put'), 'docker ps'],
  [fence('console', '$ docker run ^', '  -d img'), 'docker run -d img'],
]);

check('line ends', [
  ['- a\r\n\r\n  ```sh\r\n  cat <<-EOF | docker load\r\n  it\'s\r\n  EOF\r\n  docker ps\r\n  ```\r\n', 'docker load', 'docker ps'],
  ['```console\r\n$ docker run \\\r\n  -d img\r\n$ docker ps\r\n```\r\n', 'docker run -d img', 'docker ps'],
  ['```powershell\r\ndocker run `\r\n  -d img\r\n```\r\n', 'docker run -d img'],
  ['> ```cmd\r\n> docker run ^\r\n>   -d img\r\n> ```\r\n', 'docker run -d img'],
]);

check('words over lines of nested blocks', [
  ['- a\n\n  ```bash\n  docker run --x=\\\n  y "a\n    b"\n  cat <<EOF\n  docker no\n  EOF\n  docker ps\n  ```\n', 'docker run --x=y "a\\n  b"', 'docker ps'],
  [fence('console', '$ docker run "a', '> b" c\\', '> d', 'out'), 'docker run "a\\nb" cd'],
]);

test('a region stands for its stretch of the document: prompts, output and marks are blanks', () => {
  const document = '> ```console\n> $ docker run \\\n> > -d img\n> output\n> ```\n';
  const regions = regionsOf(document, 'markdown', mentions);
  const seen = regions.map(({ start, text, dialect, origin, linePrefix }) => ({ start, text, dialect, origin, linePrefix }));
  assert.deepEqual(seen, [{
    start: document.indexOf('$ docker'),
    text: '  docker run \\\n    -d img\n        ',
    dialect: 'posix',
    origin: 'fence',
    linePrefix: '> > ',
  }]);
});

test('the prompt of continued lines is part of what a new line begins with', () => {
  const [region] = regionsOf(fence('sh', '$ docker run \\', '$   -d img'), 'markdown', mentions);
  assert.deepEqual([region?.text, region?.linePrefix], ['  docker run \\\n    -d img', '$ ']);
});

test('a line below a command that begins like a flag stays visible, because its continuation was forgotten', () => {
  const document = fence('console', '$ docker run -d', '    -p 80:80 img', '-rw-r--r-- 1', '  -- output');
  const [region] = regionsOf(document, 'markdown', mentions);
  assert.equal(region?.text, '  docker run -d\n    -p 80:80 img\n            \n           ');
});

test('the prefix of a list is what a new line must begin with', () => {
  const prefixes = (document: string): string[] => regionsOf(document, 'markdown', mentions).map(({ linePrefix }) => linePrefix);
  assert.deepEqual(prefixes('- a\n\n  ```bash\n  docker a\n  ```\n'), ['  ']);
  assert.deepEqual(prefixes('1. > ```bash\n   > docker a\n   > ```\n'), ['   > ']);
  assert.deepEqual(prefixes('a\n\n    docker a b\n'), ['    ']);
  assert.deepEqual(prefixes('a `docker a b`\n'), ['']);
});

test('origins tell how a command is presented', () => {
  const document = '```sh\ndocker a\n```\n\n    docker b c\n\n`docker d e`\n';
  assert.deepEqual(regionsOf(document, 'markdown', mentions).map(({ origin }) => origin), ['fence', 'indented', 'inline']);
});

test('an empty line has no prefix to tell', () => {
  const prefixes = (document: string): string[] => regionsOf(document, 'markdown', mentions).map(({ linePrefix }) => linePrefix);
  assert.deepEqual(prefixes('1. a\n\n   ```console\n   $ docker ps\n\n   output\n   ```\n'), ['   ']);
  assert.deepEqual(prefixes('> ```sh\n> docker ps\n>\n> docker ps\n> ```\n'), ['> ']);
  assert.deepEqual(prefixes('- a\n\n  ```sh\n  docker ps\n\n  ```\n'), ['  ']);
});
