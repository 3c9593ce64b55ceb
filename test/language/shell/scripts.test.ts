/** What is read from scripts: which commands, which words, and how much of each is known. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeAll, readDocument } from './reading.ts';

type Table = readonly (readonly [script: string, ...commands: string[]])[];

function check(title: string, table: Table): void {
  for (const [script, ...commands] of table) {
    test(`${title}: ${JSON.stringify(script)}`, () => {
      assert.deepEqual(describeAll(script, 'shell'), commands);
    });
  }
}

check('words', [
  ['docker run -d img', 'docker run -d img'],
  ['docker run "a b"\\ c \'x\'"y"z', 'docker run "a b c" xyz'],
  ['docker run a\\\nb --x=1\\\n  c', 'docker run ab --x=1 c'],
  ['docker run "" \'\'', 'docker run "" ""'],
  ['docker run $\'a\\tb\\x41\\u00e9\\101\'', 'docker run "a\\tbAéA"'],
  ['docker run $"hi $X"', 'docker run E:"hi $X"'],
  ['docker run "a\\$b" "a\\b" \'a\\b\'', 'docker run a$b a\\b a\\b'],
  ['docker run > out -d 2>&1 img < in', 'docker run -d img'],
  ['docker run img # --rm', 'docker run img'],
  ['# docker run img\necho docker run', ...[]],
  ['docker run -p [::1]:80:80 --format {{.Names}} a=b', 'docker run -p [::1]:80:80 --format {{.Names}} a=b'],
  ['docker run img \\', 'docker run img'],
  ['docker run img \\\n', 'docker run img'],
]);

check('what the shell replaces', [
  ['docker run "$TAG" $PWD:/x x$A "a${B}c" "$(id -u):$(id -g)" $(pwd):/w', 'docker run E:$TAG E:$PWD:/x E:x$A E:a${B}c E:"$(id -u):$(id -g)" E:$(pwd):/w'],
  ['docker run $OPTS ${OPTS} $(opts) `opts` "$@" $* ${a[@]} "${a[@]:1}"', 'docker run S:$OPTS S:${OPTS} S:$(opts) S:`opts` S:$@ S:$* S:${a[@]} S:${a[@]:1}'],
  ['docker run "$*" "${a[*]}" $# $? ${#x} $((1 + 2))', 'docker run E:$* E:${a[*]} E:$# E:$? E:${#x} E:"$((1 + 2))"'],
  ['docker run ${X:+-e "X=$X"} ${1+"$@"}', 'docker run S:"${X:+-e \\"X=$X\\"}" S:"${1+\\"$@\\"}"'],
  ['docker rm *.tmp web-{1,2} img?', 'docker rm S:*.tmp S:web-{1,2} S:img?'],
  ["docker rm '*.tmp' \"{1,2}\" '$X'", 'docker rm *.tmp {1,2} $X'],
  ['docker run -v ~/x:/y -v ~root:/r A=~/x A=b:~/y --v=~/x', 'docker run -v E:~/x:/y -v E:~root:/r E:A=~/x E:A=b:~/y --v=~/x'],
  ['docker run -d `# detached` img', 'docker run -d img'],
  ['docker run <(cat x) img', 'docker run E:"<(cat x)" img'],
]);

check('places', [
  ['x=$(docker ps -q) || echo `docker ps -a` "${Y:-$(docker ps -l)}"', 'docker ps -q', 'docker ps -a', 'docker ps -l'],
  ['cat <(docker logs a) > >(docker load)', 'docker logs a', 'docker load'],
  ['if ! docker a; then docker b; elif docker c; then :; else docker d; fi', 'docker a', 'docker b', 'docker c', 'docker d'],
  ['while docker a; do docker b; done; until docker c; do docker d; done', 'docker a', 'docker b', 'docker c', 'docker d'],
  ['for c in $(docker ps -q); do docker stop "$c"; done', 'docker ps -q', 'docker stop E:$c'],
  ['for ((i=0;i<2;i++)); do docker a; done; select x in a; do docker b; done', 'docker a', 'docker b'],
  ['case $(docker a) in x) docker b;; *) docker c;; esac', 'docker a', 'docker b', 'docker c'],
  ['f() { docker a; }; function g { docker b; }; ( docker c ); { docker d; } > x', 'docker a', 'docker b', 'docker c', 'docker d'],
  ['docker save x | docker load; docker a && docker b || docker c & docker d', 'docker save x', 'docker load', 'docker a', 'docker b', 'docker c', 'docker d'],
  ['coproc docker a; ! docker b; [[ $(docker c) == x ]]; (( $(docker d) > 1 ))', 'docker a', 'docker b', 'docker c', 'docker d'],
  ['[[ docker == x ]]; echo docker run; command -v docker; type docker; which docker'],
  ['cat <<EOF\ndocker no\n$(docker yes)\nEOF\ncat <<\'EOF\'\n$(docker no)\nEOF\ndocker after', 'docker yes', 'docker after'],
  ['echo `echo \\`docker inner "a\\$b"\\``', 'docker inner E:a$b'],
  ['export ID=$(docker ps -q); declare -r x=$(docker images)', 'docker ps -q', 'docker images'],
  ['/usr/bin/docker ps; docker.exe ps; docker-compose up; mydocker ps', '/usr/bin/docker ps', 'docker.exe ps'],
  ['"docker" run; dock""er run; \\docker run', 'docker run', 'docker run', 'docker run'],
]);

check('wrappers', [
  ['sudo -E -u bob A=1 docker ps', '(sudo A=1) docker ps'],
  ['sudo -uvlad docker ps; sudo -l docker ps; command -V docker ps', '(sudo) docker ps'],
  ['A=1 B="$X y" docker ps', '(A=1 B=$X y) docker ps'],
  ['env -i -u X A=1 docker ps; doas -u root docker ps', '(env A=1) docker ps', '(doas) docker ps'],
  ['time -p docker ps; nohup docker ps &', '(time) docker ps', '(nohup) docker ps'],
  ['exec docker run "$@"; command docker ps; builtin docker ps', '(exec) docker run S:$@', '(command) docker ps', '(builtin) docker ps'],
  ['timeout -k 5 10s docker ps; timeout --signal KILL 10 docker ps', '(timeout) docker ps', '(timeout) docker ps'],
  ['nice -n 5 ionice -c2 -n7 chronic stdbuf -oL setsid docker ps', '(nice ionice chronic stdbuf setsid) docker ps'],
  ['docker ps -q | xargs -r -n1 docker rm -f', 'docker ps -q', '(xargs) docker rm -f [open]'],
  ['xargs -I{} docker cp x {}:/y', '(xargs) docker cp x E:{}:/y [open]'],
  ['parallel -j 2 docker pull ::: a b', '(parallel) docker pull [open]'],
  ['ls | xargs -I% sh -c "docker rename web %-%; docker stop %"', '(xargs sh) docker rename web E:%-% [nested]', '(xargs sh) docker stop S:% [nested open]'],
  ["parallel -j4 'docker pull {}; docker tag {} {.}:old' ::: a b; parallel 'docker stop' ::: a; cat f | parallel --jobs 2 'docker rm {1}'", '(parallel) docker pull S:{} [nested]', '(parallel) docker tag S:{} E:{.}:old [nested open]', '(parallel) docker stop [nested open]', '(parallel) docker rm S:{1} [nested open]'],
  ['sem -j2 --id x docker ps; fakeroot docker ps -a; chpst -u app:docker docker ps -q; direnv exec . docker ps -l; ip netns exec blue sudo docker ps -n 1; ip addr show docker0', '(sem) docker ps [open]', '(fakeroot) docker ps -a', '(chpst) docker ps -q', '(direnv) docker ps -l', '(ip sudo) docker ps -n 1'],
  ['autossh -M 0 -o A=b host "docker ps"', '(autossh) docker ps [nested]'],
  ['timeout $T docker a; timeout $OPTS 5 docker b; gosu $USER docker c; ip netns exec $ns docker d; flock ${lock:+-w 5} /lock docker e; timeout -k $K 5 docker f', '(timeout) docker a', '(timeout) docker b', '(gosu) docker c', '(ip) docker d', '(flock) docker e', '(timeout) docker f'],
  ['flock -n /lock docker ps; $SUDO docker ps; ${SUDO} docker ps', '(flock) docker ps', '($SUDO) docker ps', '(${SUDO}) docker ps'],
  ['watch -n 1 docker ps; ssh -p 22 -t host sudo docker ps', '(watch) docker ps', '(ssh sudo) docker ps'],
  ['su-exec www-data docker ps; gosu app docker ps', '(su-exec) docker ps', '(gosu) docker ps'],
  ['systemd-run --user --unit x -p A=1 docker ps; strace -f -o out docker ps', '(systemd-run) docker ps', '(strace) docker ps'],
  ['flatpak-spawn --host docker ps; distrobox-host-exec docker ps -a; host-spawn docker ps -q; proxychains4 -q -f x docker ps -l', '(flatpak-spawn) docker ps', '(distrobox-host-exec) docker ps -a', '(host-spawn) docker ps -q', '(proxychains4) docker ps -l'],
  ['run docker ps; run -1 --separate-stderr docker ps -a; run ! docker ps -q', '(run) docker ps', '(run) docker ps -a', '(run) docker ps -q'],
  ['retry docker ps; retry 3 1 assert "true" docker ps -a; assert "docker ps" docker ps -q', '(retry) docker ps', '(retry assert) docker ps -a', '(assert) docker ps -q'],
  ['check "docker ps" docker ps -a; check "docker a" bash -c "docker ps -q"', '(check) docker ps -a', '(check bash) docker ps -q [nested]'],
  ['display() {\n  echo "$1"; shift\n  "$@"\n}\ndisplay "docker no" -q docker a; x=$(display "a b" sudo docker b)', '(display) docker a', '(display sudo) docker b'],
  ['function log { echo "$@"; }\nkeep() { args=("$@"); for x in "$@"; do :; done; }\nsee() { docker a "$@"; }\nlog docker no; keep docker no; see docker no', 'docker a S:$@'],
  ['err() ( set +e; if ! timeout 5 "${@}"; then exit 1; fi )\nout() { sudo -E "${@:2}" 2>&1; }\nev() { eval "$*"; }\nerr docker a; out "$X" docker b; ev docker c', '(err) docker a', '(out) docker b', '(ev) docker c'],
  ['must_do -v docker ps; echo_and_do docker ps -a; with_backoff docker ps -q; ici_cmd log_exec sudo docker ps -l', '(must_do) docker ps', '(echo_and_do) docker ps -a', '(with_backoff) docker ps -q', '(ici_cmd log_exec sudo) docker ps -l'],
  ['docker_timeout docker ps; as_root docker ps -a', '(docker_timeout) docker ps', '(as_root) docker ps -a'],
  ['print_run_help docker ps; under docker ps; redo docker ps; done_with docker ps'],
  ['aws-vault exec dev -- docker ps; tini -s -- sudo docker ps -a; ./with-env -- docker run -d img', '(aws-vault) docker ps', '(tini sudo) docker ps -a', '(./with-env) docker run -d img'],
  ["kubectl exec web -- sh -c 'docker ps'; set -- docker run -d \"$@\"", '(kubectl sh) docker ps [nested]', '(set) docker run -d S:$@ [open]'],
  ['git log -- docker ps; grep -r -- docker run.sh; echo -- docker ps; ls -- docker x; my-tool -- docker; x --docker ps'],
  ['x -- y -- docker ps -a', '(x y) docker ps -a'],
  ['./run docker ps; log docker ps; run echo docker ps; retry 3 docker-ps; check "docker ps"'],
  ['find . -name x -exec docker cp {} web:/x \\; -print; find . -print -ok sudo docker rm x +', '(find) docker cp E:{} web:/x [open]', '(find sudo) docker rm x [open]'],
  ['chroot --userspec u:g /x docker a; nsenter -t 1 -m docker b; pkexec --user u docker c', '(chroot) docker a', '(nsenter) docker b', '(pkexec) docker c'],
  ['taskset -c 0-3 docker a; taskset -p 0x1 docker; numactl -N 0 -m 0 docker b; chrt -f 10 docker c', '(taskset) docker a', '(numactl) docker b', '(chrt) docker c'],
  ['proxychains4 -q docker a; torsocks docker b; sshpass -p x ssh h docker c', '(proxychains4) docker a', '(torsocks) docker b', '(sshpass ssh) docker c'],
  ['screen -dmS x docker a; screen -r docker; ls | entr -r docker b; wsl -d U -u root docker c; wsl -l docker', '(screen) docker a', '(entr) docker b', '(wsl) docker c'],
  ['firejail --net=none docker a; busybox sh -c "docker b"; dbus-run-session -- docker c', '(firejail) docker a', '(busybox sh) docker b [nested]', '(dbus-run-session) docker c'],
  ['@test "docker a" {\n  run docker ps -a\n  [ "$status" -eq 0 ]\n}\nsetup() { docker rm -f x; }', '(run) docker ps -a', 'docker rm -f x'],
]);

check('behind a verb of a tool', [
  ['kubectl exec -it pod -c x -- docker a; lxc exec c -- sh -c "docker b"', '(kubectl) docker a', '(lxc sh) docker b [nested]'],
  ['op run --env-file=x -- docker a; aws-vault exec p -- sudo docker b; mise x -- docker c', '(op) docker a', '(aws-vault sudo) docker b', '(mise) docker c'],
  ['poetry run docker a; pipenv run docker b; asdf exec docker c; bundle exec docker d', '(poetry) docker a', '(pipenv) docker b', '(asdf) docker c', '(bundle) docker d'],
  ['gcloud compute ssh vm --zone z -- docker a; vagrant ssh web -- docker b', '(gcloud) docker a', '(vagrant) docker b'],
  ['npm run docker ps; npm run docker -- ps; git log -- docker ps; make run docker; echo exec docker ps; poetry add docker ps; docker-compose run docker ps'],
]);

check('scripts in words', [
  ["bash -c 'docker run \"a b\" $IMG'", '(bash) docker run "a b" S:$IMG [nested]'],
  ['sh -euc "docker run $X \'$Y\' a\\"b\\" \\$Z"', '(sh) docker run S:$X E:$Y ab S:$Z [nested]'],
  ["sudo bash -o pipefail -lc 'docker a; docker b'", '(sudo bash) docker a [nested]', '(sudo bash) docker b [nested]'],
  ["ssh host 'docker ps && docker stop x'", '(ssh) docker ps [nested]', '(ssh) docker stop x [nested]'],
  ['ssh host docker run -e "A b" x', '(ssh) docker run -e A b x [nested]'],
  ['ssh $host "docker a | cat"; ssh -p $PORT $TARGET docker b; ssh $SSH_OPTS $host docker c; ssh "${args[@]}" host docker d; ssh $host', '(ssh) docker a [nested]', '(ssh) docker b', '(ssh) docker c', '(ssh) docker d'],
  ['ssh $host <<EOF\ndocker a\nEOF\nssh $OPTS <<EOF\ndocker b\nEOF\nssh $host sudo bash -s <<EOF\ndocker c\nEOF', '(ssh) docker a [nested]', '(ssh) docker b [nested]', '(ssh) docker c [nested]'],
  ["ssh h 'bash -s' <<'EOF'\ndocker a\nEOF\nssh h \"TAG='$T x' sudo -u ops bash -se\" <<'EOF'\ndocker b\nEOF\nssh h 'cd /srv && bash' <<'EOF'\ndocker c\nEOF\nssh h 'docker d; bash' <<'EOF'\nx\nEOF", '(ssh) docker a [nested]', '(ssh) docker b [nested]', '(ssh) docker c [nested]', '(ssh) docker d [nested]'],
  ['docker-machine ssh $vm docker a; limactl shell $vm docker b; multipass exec $vm -- docker c; tsh ssh $host "docker d"', '(docker-machine) docker a', '(limactl) docker b', '(multipass) docker c', '(tsh) docker d [nested]'],
  ['eval "docker ps $x"; eval docker ps', '(eval) docker ps S:$x [nested]', '(eval) docker ps'],
  ["minikube ssh -p dev -- docker ps -a; minikube ssh 'docker ps'", '(minikube) docker ps -a', '(minikube) docker ps [nested]'],
  ["docker-machine ssh dev docker ps; docker-machine ssh dev 'docker ps -a'; colima ssh -- docker ps -q; limactl shell dev docker ps -l", '(docker-machine) docker ps', '(docker-machine) docker ps -a [nested]', '(colima) docker ps -q', '(limactl) docker ps -l'],
  ['"$runner" docker ps; "${on}" sudo docker ps -q; "$a b" docker no; "$x" $y docker ps -l; "$HOME/x" docker no', '($runner) docker ps', '(${on} sudo) docker ps -q', '($x $y) docker ps -l'],
  ['podlet --file . -n web docker run img; podlet docker ps; podlet generate container docker', '(podlet) docker run img', '(podlet) docker ps'],
  ["$SSH $HOST docker ps; $SUDO $NICE docker ps -q; $A $B $C $D docker ps", '($SSH $HOST) docker ps', '($SUDO $NICE) docker ps -q'],
  ["minikube start docker ps; vagrant ssh web -c 'docker ps'", '(vagrant) docker ps [nested]'],
  ["su - bob -c 'docker ps'; watch 'docker ps | grep x'", '(su) docker ps [nested]', '(watch) docker ps [nested]'],
  ["su bob --command='docker ps -a'; su -c 'docker ps' bob", '(su) docker ps -a [nested]', '(su) docker ps [nested]'],
  ["trap 'docker stop web' EXIT; trap - EXIT", '(trap) docker stop web [nested]'],
  ["alias d='docker run' p=\"docker ps\"", '(alias) docker run [nested open]', '(alias) docker ps [nested open]'],
  ["ealias d='docker run'; abbr -S -q p='docker ps'", '(ealias) docker run [nested open]', '(abbr) docker ps [nested open]'],
  ['$SSH "$USER@$HOST" "docker a; docker b"; ${SSH_CMD} \'docker c | cat\'', '($SSH) docker a [nested]', '($SSH) docker b [nested]', '(${SSH_CMD}) docker c [nested]'],
  ['$SSH "$USER@$HOST" docker a; $SSH -t web docker b; $SSH $HOST docker c -e "A b"; $SSH $OPTS $HOST "docker d"', '($SSH) docker a', '($SSH) docker b', '($SSH $HOST) docker c -e "A b"', '($SSH) docker d [nested]'],
  ['bash <<EOF\ndocker run $X \\$Y "a b"\nEOF', '(bash) docker run S:$X S:$Y "a b" [nested]'],
  ["sudo bash -s <<'EOF'\ndocker run $X\nEOF", '(sudo bash) docker run S:$X [nested]'],
  ['ssh host <<EOF\ndocker ps\nEOF\nssh host sudo bash -s <<EOF\ndocker ps\nEOF', '(ssh) docker ps [nested]', '(ssh) docker ps [nested]'],
  ["bash <<< 'docker ps'; bash script.sh <<EOF\ndocker no\nEOF", '(bash) docker ps [nested]'],
  ["test_expect_success DOCKER 'docker a' '\n  id=$(docker run -d img) &&\n  docker logs $id\n'", '(test_expect_success) docker run -d img [nested]', '(test_expect_success) docker logs S:$id [nested]'],
  ["sg docker -c 'docker a'; sg docker 'docker b'; script -qc 'docker c' /dev/null", '(sg) docker a [nested]', '(sg) docker b [nested]', '(script) docker c [nested]'],
  ["tmux new-session -d -s x 'docker a'; tmux send-keys -t x 'docker b' C-m; tmux -L s neww docker c; tmux ls docker", '(tmux) docker a [nested]', '(tmux) docker b [nested]', '(tmux) docker c'],
  ["nix-shell -p docker --run 'docker a'; gcloud compute ssh vm --command='docker b' --zone z", '(nix-shell) docker a [nested]', '(gcloud) docker b [nested]'],
  ["ansible all -m shell -a 'docker a'; ansible all -m docker_container -a 'docker no'; ansible all -a 'docker b'", '(ansible) docker a [nested]', '(ansible) docker b [nested]'],
  ["limactl shell default docker a; limactl shell default 'docker b | cat'; colima ssh -- docker c; multipass exec vm -- docker d", '(limactl) docker a', '(limactl) docker b [nested]', '(colima) docker c', '(multipass) docker d'],
  ['at now <<< "docker a"; newgrp docker <<EOF\ndocker b\nEOF', '(at) docker a [nested]', '(newgrp) docker b [nested]'],
  ['echo "docker a $X" | sudo bash; echo -e "docker b" | at now; echo docker c | ssh h bash -s; cat <<EOF | sh\ndocker d\nEOF', '(sudo bash) docker a S:$X [nested]', '(at) docker b [nested]', '(ssh) docker c [nested]', '(sh) docker d [nested]'],
  ['echo "docker no" | grep x; echo "docker no" | bash script.sh; echo "docker no" | { cat; }; cat x | bash; bash | echo "docker no"'],
  ["cat > run.sh <<'EOF'\ndocker a $X\nEOF\ncat <<EOF | sudo tee /usr/bin/x\n#!/bin/sh\ndocker b \\$X\nEOF", '(cat) docker a S:$X [nested]', '(cat) docker b S:$X [nested]'],
  ['sudo tee -a "$D/run.sh" <<EOF\ndocker a\nEOF\ncat >> ~/.bashrc <<EOF\nalias d="docker b"\nEOF', '(sudo tee) docker a [nested]', '(cat alias) docker b [nested open]'],
  ['cat > /etc/systemd/system/web.service <<EOF\n[Unit]\nDescription=docker no\n[Service]\nExecStartPre=-/usr/bin/docker rm web\nExecStart=/usr/bin/docker run --name %n \\\\\n  # why\n  -v ${D}:/d img\nEOF\ndocker b', '(cat) /usr/bin/docker rm web [nested]', '(cat) /usr/bin/docker run --name P:%n -v E:${D}:/d img [nested]', 'docker b'],
  ["sudo tee /etc/cron.d/x <<'EOF'\n0 3 * * * root docker a\n@daily docker b\nEOF\ncat >> /etc/crontab <<EOF\n5 4 * * 0 docker c\nEOF", '(sudo tee) docker a [nested]', '(sudo tee) docker b [nested]', '(cat) docker c [nested]'],
  ["cat > run.sh <<'EOF'\ndocker a\ndocker b \\\nEOF\ncat >> run.sh <<EOF\n  -d img\nEOF", '(cat) docker a [nested]', '(cat) docker b [nested open]'],
  ['echo "docker a $X" > run.sh; echo \'alias d="docker b"\' >> ~/.bashrc; echo -e docker c >> "$D/run.bash"; echo "#!/bin/sh\ndocker d" > run', '(echo) docker a S:$X [nested]', '(echo alias) docker b [nested open]', '(echo) docker c [nested]', '(echo) docker d [nested]'],
  ['echo "docker no" > run.txt; echo "docker no" 2> run.sh; echo "docker no" run.sh; echo "docker no" < run.sh'],
  ['cat > x.yml <<EOF\ndocker no\nEOF\ncat > Dockerfile <<EOF\ndocker no\nEOF\ncat > run.sh.md <<EOF\n#!/bin/sh\ndocker no\nEOF\ncat > run.sh'],
  ["flock /lock -c 'docker ps'; docker exec x sh -c 'docker inner'", '(flock) docker ps [nested]', 'docker exec x sh -c "docker inner"'],
]);

check('commands that a variable holds', [
  ['RUN="docker run --rm -v $(pwd):/w $X"; $RUN img', 'docker run --rm -v E:$(pwd):/w S:$X [nested open]', 'docker run --rm -v E:$(pwd):/w S:$X img [nested]'],
  ["export PSQL='docker exec -i db psql'; local d=\"sudo docker container run -d\"", 'docker exec -i db psql [nested open]', '(sudo) docker container run -d [nested open]'],
  ['cmd="docker run --rm \\\n  -e A=\\"b c\\" \\\n  img"; eval "$cmd"', 'docker run --rm -e "A=b c" img [nested open]'],
  ['X="docker -H tcp://x ps -a && docker stop -t 3 y" make', 'docker -H tcp://x ps -a [nested]', 'docker stop -t 3 y [nested open]'],
  ["PSQL=\"docker exec $DB psql\"\n[ \"$($PSQL -l)\" ]", 'docker exec S:$DB psql [nested open]', 'docker exec S:$DB psql -l [nested]'],
  ["S=\"docker stop 'web-$N'\"\necho \"$S\"; eval $S", 'docker stop E:web-$N [nested open]'],
  ['A="docker ps"; sudo "${A}" -q; B="docker stop $N"; echo $B; C="docker was started"; log "$C"', 'docker ps [nested open]'],
  ['A="docker is -- not here"; B="docker run failed"; C=docker; D="-e docker run -d"; E="Use docker run -d"; F="docker: no -x"; G=(docker run -d)', ...[]],
]);

check('arrays', [
  ['args=(-d --name "a b")\nargs+=("$X")\ndocker run "${args[@]}" img', 'docker run -d --name "a b" E:$X img'],
  ['a=(-d)\nb=("${a[@]}" --rm)\ndocker run "${b[@]}" img', 'docker run -d --rm img'],
  ['a=(-d "x y")\neval docker run "${a[@]}" img', '(eval) docker run -d "x y" img'],
  ['cmd=(docker run)\n"${cmd[@]}" img', 'docker run img'],
  ['a=(-d)\nif x; then a+=(--rm); fi\ndocker run "${a[@]}" img', 'docker run -d S:${a[@]} img'],
  ['a=(docker update --cpus 1)\nif x; then\n  a+=(--memory 1g)\nelif y; then\n  a+=(--memory 2g)\nfi\na+=("$id")\n"${a[@]}" >/dev/null', 'docker update --cpus 1 S:${a[@]}'],
  ['a=(-d)\nif x; then a+=(--rm); a=(-i); fi\ndocker run "${a[@]}"', 'docker run S:${a[@]}'],
  ['a=(-d)\n[ x ] && a+=(--rm)\ndocker run "${a[@]}"', 'docker run -d S:${a[@]}'],
  ['a=(-d)\nfor x in y; do docker run "${a[@]}"; a+=(z); done', 'docker run -d S:${a[@]}'],
  ['for x in y; do a=(-d "$x"); docker run "${a[@]}"; done', 'docker run -d E:$x'],
  ['f() { local a=(-d); docker run "${a[@]}"; }\ndocker run "${a[@]}"', 'docker run -d', 'docker run S:${a[@]}'],
  ['f() { a+=(x); }\na=(-d)\nf\ndocker run "${a[@]}"', 'docker run S:${a[@]}'],
  ['a=(-d)\nread -ra a\ndocker run "${a[@]}"', 'docker run S:${a[@]}'],
  ['a=(-d)\na[1]=x\ndocker run "${a[@]}"', 'docker run S:${a[@]}'],
  ['declare -A a=([k]=v)\ndocker run "${a[@]}"', 'docker run S:${a[@]}'],
  ['a=(-d)\n(a=(x))\ndocker run "${a[@]}" ${a[@]}', 'docker run -d S:${a[@]}'],
  ['if x; then a=(-d); docker run "${a[@]}"; fi', 'docker run -d'],
]);

check('texts that the shell splits', [
  ['OPTS="-d --name web"\ndocker run $OPTS img', 'docker run -d --name web img'],
  ["export OPTS='-d  \t--rm'\ndocker run ${OPTS} img", 'docker run -d --rm img'],
  ['OPTS=-d\ndocker run $OPTS "$OPTS" $OPTS- img', 'docker run -d E:$OPTS E:$OPTS- img'],
  ['OPTS="-v $PWD:/w -e A=$(id -u) $MORE"\ndocker run $OPTS img', 'docker run -v E:$PWD:/w -e E:"A=$(id -u)" S:$MORE img'],
  ['OPTS="-d \\\n  --rm\n  --init"\ndocker run $OPTS img', 'docker run -d --rm --init img'],
  ['OPTS=""\nOPTS="$OPTS --rm"\nOPTS="${OPTS} -d"\nOPTS+=" --init"\ndocker run $OPTS img', 'docker run --rm -d --init img'],
  ['NET="--network shop"\nOPTS="-d $NET"\ndocker run $OPTS img', 'docker run -d --network shop img'],
  ['OPTS="-d"\nif x; then OPTS="$OPTS --rm"; fi\ndocker run $OPTS img', 'docker run -d S:$OPTS img'],
  ['if x; then TTY="-it"; else TTY="-i"; fi\ndocker run $TTY img', 'docker run S:$TTY img'],
  ['OPTS="-d"\n[ x ] && OPTS="--rm"\ndocker run $OPTS img', 'docker run S:$OPTS img'],
  ['OPTS="-e A=\\"b c\\""\ndocker run $OPTS img', 'docker run S:$OPTS img'],
  ["OPTS=\"-e A='b c'\"\ndocker run $OPTS img", 'docker run S:$OPTS img'],
  ['OPTS="--filter name=web-*"\ndocker ps $OPTS', 'docker ps --filter E:name=web-*'],
  ['OPTS="-d"\n. ./settings\ndocker run $OPTS img', 'docker run S:$OPTS img'],
  ['OPTS="-d"\nread OPTS\ndocker run $OPTS img', 'docker run S:$OPTS img'],
  ['OPTS="-d"\nfor OPTS in -i -t; do docker run $OPTS img; done', 'docker run S:$OPTS img'],
  ['OPTS="-d"\nOPTS=$(pick)\ndocker run $OPTS img', 'docker run S:$OPTS img'],
  ['OPTS="-d,--rm"\nIFS=,\ndocker run $OPTS img', 'docker run S:$OPTS img'],
  ['OPTS="-d" docker run $OPTS img', '(OPTS=-d) docker run S:$OPTS img'],
  ['f() { local OPTS="-d"; docker run $OPTS img; }', 'docker run -d img'],
  ['args=(-d)\nargs="--rm"\ndocker run "${args[@]}" $args img', 'docker run S:${args[@]} --rm img'],
  ['args=(-d)\ndocker run $args img', 'docker run S:$args img'],
  ['OPTS="--rm"\nargs=(-d $OPTS)\ndocker run "${args[@]}" img', 'docker run -d --rm img'],
  ['HINT="docker logs without --tail can print much. Add \'--tail 100\'"\necho "$HINT"'],
  ['HINT="docker run --rm is what you want. Try it"\necho "$HINT"'],
  ['RUN="docker run --rm alpine sh -c \'echo Done. Bye\'"', 'docker run --rm alpine sh -c "echo Done. Bye" [nested open]'],
  ['RUN="docker run --rm"\n$RUN -m 1g img', 'docker run --rm [nested open]', 'docker run --rm -m 1g img [nested]'],
  ['RUN="sudo docker run"\n$RUN img', '(sudo) docker run [nested open]', '(sudo) docker run img [nested]'],
]);

check('terminal checks', [
  ['[ -t 0 ] && docker a; docker b', 'docker a [terminal]', 'docker b'],
  ['if [[ -t 1 ]]; then docker a; else docker b; fi', 'docker a [terminal]', 'docker b'],
  ['if [ ! -t 0 ]; then docker a; else docker b; fi', 'docker a', 'docker b [terminal]'],
  ['if ! test -t 0; then docker a; fi', 'docker a'],
  ['[ -t 0 ] || exit 1\ndocker a', 'docker a [terminal]'],
  ['if ! [ -t 0 ]; then echo no; exit 1; fi\ndocker a', 'docker a [terminal]'],
  ['f() { [ -t 0 ] || return; docker a; }\ndocker b', 'docker a [terminal]', 'docker b'],
  ['[[ -t 0 && -n $X ]] && docker a; [[ -t 0 || -n $X ]] && docker b', 'docker a [terminal]', 'docker b'],
]);

check('unfinished text', [
  ['docker run --name "web', 'docker run --name web [open]'],
  ['docker run "$(docker ps', 'docker run E:"$(docker ps" [open]', 'docker ps'],
  ['if docker a; then docker b', 'docker a', 'docker b'],
  ['x=$(docker run --', 'docker run --'],
  ['docker run \\\n  --', 'docker run --'],
]);

check('text with a mistake, or that is being typed', [
  ['docker a\n|| docker b\ndocker c', 'docker a', 'docker b', 'docker c'],
  ['docker a\n  && docker b\ndocker c', 'docker a', 'docker b', 'docker c'],
  ['docker a &&\n|| docker b\n;; docker c', 'docker a', 'docker b', 'docker c'],
  ['while x; do\n docker a\n || docker b\ndone\ndocker c', 'docker a', 'docker b', 'docker c'],
  ['case x in\n a) docker a;;\n b docker no\nesac\ndocker c', 'docker a', 'docker c'],
  ['docker a (b)\ndocker c', 'docker a [open]', 'docker c'],
  ['docker a (b) \\\n  -d no\ndocker c', 'docker a [open]', 'docker c'],
  ['docker a |\n\n| docker no\ndocker c', 'docker a', 'docker c'],
  ['docker a\n(\ndocker b', 'docker a', 'docker b'],
  ['docker a\n)\ndocker b', 'docker a', 'docker b'],
]);

check('placeholders in scripts', [
  ['docker run <name> <a>:<b> "<tag>"', 'docker run P:<name> P:<a>:<b> P:<tag>'],
  ['docker run <in.txt img', 'docker run img'],
  ['cat <in >out; docker ps', 'docker ps'],
  ['docker run {{ image }} ${{ matrix.tag }} %%X%%', 'docker run P:"{{ image }}" P:"${{ matrix.tag }}" P:%%X%%'],
  ['docker run org/web:@WEB_VERSION@ {x y} HOST_PATH', 'docker run P:org/web:@WEB_VERSION@ {x y} HOST_PATH'],
  ["docker ps --format '{{.Names}}' -f {{json}}; docker inspect -f '{{ x }}' {{ y }}", "docker ps --format {{.Names}} -f {{json}}", 'docker inspect -f "{{ x }}" P:"{{ y }}"'],
  ['{% if x %}\ndocker run org/web:{% version %}\n{% endif %}', 'docker run P:"org/web:{% version %}"'],
  ['docker run YOUR_IMAGE [x]', 'docker run YOUR_IMAGE S:[x]'],
  ['docker start <ID | NAME-OF-IT>\ndocker stop <ID|NAME>\ndocker exec -i db sh <in | sort >out', 'docker start P:"<ID | NAME-OF-IT>"', 'docker stop P:<ID|NAME>', 'docker exec -i db sh'],
  ['docker logs --tail 5 <имя>\ndocker cp <容器 名>:/a b', 'docker logs --tail 5 P:<имя>', 'docker cp P:"<容器 名>:/a" b'],
  ['docker logs --tail ___ web $___ ${___}', 'docker logs --tail P:___ web S:$___ S:${___}'],
]);

check('line ends', [
  ['docker run a \\\r\n  -x b\r\ndocker ps\r\n', 'docker run a -x b', 'docker ps'],
  ['docker run a\\\\\r\ndocker ps\r', 'docker run a\\', 'docker ps'],
  ['for n in a b; do\r\n  cat <<EOF | docker exec -i \\\r\n    "$n" tee x\r\nit\'s $(docker ps -q)\r\nEOF\r\ndone\r\ndocker ps\r\n', 'docker exec -i E:$n tee x', 'docker ps -q', 'docker ps'],
]);

/** Commands whose input is no terminal; in brackets where it is not meant for them. */
const inputs: readonly (readonly [script: string, ...redirected: string[]])[] = [
  ['docker a; docker b > out; docker c 2< in; docker d | cat'],
  ['docker a < in; <in docker b; docker c <<< x; docker d <<E\nE\ndocker e 0<>f', 'a', 'b', 'c', 'd', 'e'],
  ['x | docker a | docker b && docker c', 'a', 'b'],
  ['x | time docker a; ! x | sudo docker b', 'a', 'b'],
  ['x | while read y; do docker a "$y"; docker b < /dev/tty; z | docker c; done', '(a)', 'c'],
  ['for x in y; do docker a; docker d < in; done < list; (docker b; docker c <&3) < list', '(a)', 'd', '(b)'],
  ['x | { docker a; docker b; }; docker c "$(docker d)" < in', '(a)', '(b)', 'c'],
  ['x | docker a "$(docker b)"; x | y "$(docker c < in)"', 'a', '(b)', 'c'],
  ["bash -c 'docker a' < in; bash <<E\ndocker b\nE\ncat > f <<E\ndocker c\nE", '(a)', '(b)'],
  ['docker a < "$TTY"; docker b < /dev/pts/3; docker c <&-; docker d < <(x); docker e < "$file"; docker f < /dev/null; x | docker g </dev/null', 'd', 'e', '(f)', '(g)'],
  ['docker a <x>; docker b <1.2.3.4:80>; docker c --to=<http://x> d'],
];
for (const [script, ...redirected] of inputs) {
  test(`standard input: ${JSON.stringify(script)}`, () => {
    const fed = readDocument(script, 'shell').filter(({ command }) => command.input !== 'unknown');
    const told = fed.map(({ command: { words, input } }) => (input === 'given' ? words[1]?.value : `(${words[1]?.value ?? ''})`));
    assert.deepEqual(told.sort(), [...redirected].sort());
  });
}
