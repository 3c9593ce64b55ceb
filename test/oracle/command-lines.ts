/** Command lines about everything but single values: commands, arity, clusters, unknown flags, `--`, flags in conflict. */

/** Words are separated by blanks; none of them holds one. */
const lines = `
run -d img
run img
run img ls -la --rm
run -d --name web -p 8080:80 nginx:1.27
run
run -d
run --rm
run -d -- img --rm
run -dit img
run -d --name=web --name=api img
run --detach=false img
run --detach=0 img
run --detach false img
run --detach=nope img
run -d=false img
run -d=no img
run -d --sig-proxy=false img
run -d --restart always --rm img
run -d --restart no --rm img
run -d --restart on-failure --rm=false img
run -d -a stdout img
run --rmm img
run --memroy 1g img
run -q -d img
run -dq img
run -d --no-healthcheck --health-cmd true img
run -d --no-healthcheck --health-interval 0 img
run -d --no-healthcheck --health-retries 0 img
run -d --no-healthcheck --health-timeout 5s img
run -d --use-api-socket=false img
create img
create img --rm
create img --nonsense -x --
create --rm img
create -it img
create -itd img
create -ti img sh
create -tix img
create -itp8080:80 img
create -itp 8080:80 img
create -p8080:80 img
create -p=8080:80 img
create -p= img
create -m512m img
create -m=512m img
create -m= img
create -m 512m img
create -memory 1g img
create -m emory img
create -name web img
create -rm img
create -it=false img
create -t=false img
create -t= img
create -tfalse img
create -ti=no img
create -e A=1 -eB=2 -e=C=3 img
create -eA img
create -vdata:/data img
create -v data:/data -w/app img
create -h web img
create -hweb img
create -u0:0 img
create -c 512 img
create -c512 img
create -P img
create -Pit img
create -aSTDIN img
create -l a=b -la=b img
create --l a=b img
create - img
create -- img
create -- --rm
create --
create --- img
create --=x img
create --name img
create --name --rm img
create --name= img
create --Name web img
create --read_only img
create --read-only img
create --read-only= img
create --read-only=1 img
create --readonly img
create --no-such img
create --no-such=1 img
create --memory
create -m
create -itm
create --help
create --help --no-such
create --no-such --help
create -x img
create -it
create -test.v img
create -test.no-such img
create --net bridge img
create --net-alias web --net backend img
create --dns-opt ndots:1 img
create --network a --network b img
create --network a --network host img
create --network host --network none img
create --network bridge --network bridge img
create --network a --network a img
create --network-alias web img
create --network-alias web --network host img
create --network-alias web --network backend img
create --network name=a,alias=x --network-alias y img
create --network name=a,ip=10.0.0.5 --ip 10.0.0.6 img
create --log-driver none --log-opt max-size=1m img
create --log-driver none img
create --log-driver none --log-driver local --log-opt max-size=1m img
create --attach stdout --attach stderr img
create --rm --restart always img
create --rm --restart no img
create --rm=false --restart always img
create --rm --restart= img
create --no-healthcheck img
create --no-healthcheck --health-cmd true img
create --no-healthcheck --health-cmd= img
create --no-healthcheck --health-start-period 5s img
create --pull always img
create --quiet img
create -q img
create -d img
create --detach img
create --gpus all --gpus 1 img
create --publish 80 --publish-all img
create --expose 80 --expose 443/udp img
create --cap-drop ALL --cap-add CHOWN img
create --memory 1g --memory-swap 512m img
create --memory-swap 1g img
create --cpus 1 --cpu-quota 50000 img
create --uts host --hostname web img
create --network host -p 80:80 img
create --network container:web -p 80:80 img
create --link db --network host img
create --mount type=bind,src=/a,dst=/x --mount type=bind,src=/b,dst=/x img
create --ip 10.0.0.5 img
create --privileged --cap-drop ALL img
create --init=false img
create --oom-kill-disable img
create --volumes-from a --volumes-from b:ro img
create --sysctl net.core.somaxconn=1 --network host img
create IMG
create Nginx
create nginx:
create nginx:latest:1
create nginx:1.27-alpine
create example.com:5000/team/app:1
create example.com/Team/app
create https://example.com/app
create localhost/app
create nginx@sha256:${'a'.repeat(64)}
create nginx@sha256:abc
create nginx:1@sha256:${'a'.repeat(64)}
create ${'a'.repeat(64)}
create ${'a'.repeat(63)}
create -img
create img/
create /img
create a//b
create a__b
create a___b
create a--b
create a_-b
create .img
create img:-x
create img:${'t'.repeat(128)}
create img:${'t'.repeat(129)}
container create img
container create
container run -d img
container no-such
container ls
container list -a
container ps -q
container remove web
container rm web
remove web
list
ls
prune
container prune -f
container prune
container prune -f extra
exec web ls
exec -d web ls
exec -it web
exec web
exec
exec -d -u 0 -w /srv -e A=1 web env
exec -dw srv web env
exec --privileged -d web id
exec -d web ls -la --no-such
exec -p web ls
exec --env-file good.env web env
exec -d --rm web ls
start web
start web db
start -a web
start -a web db
start -i web
start -ai web
start --no-such web
start
start web -a
stop web
stop web -t 5
stop -t5 web
stop -t 5s web
stop --time 5 web
stop --timeout 5 web
stop --time 5 --timeout 6 web
stop --signal HUP web
stop -s HUP web
stop
stop web --
stop -- web
stop -- -t
stop -t
stop web --no-such
restart web
restart -t 3 web db
restart -s TERM web
restart --time=3 web
restart
kill web
kill -s HUP web
kill -s9 web
kill -9 web
kill --signal=TERM web db
kill
pause web
pause
pause web db
pause -f web
unpause web
unpause
unpause --all
wait web
wait web db
wait
rename web api
rename web
rename web api extra
rename
update --memory 1g web
update --memory 1x web
update web
update --restart always web
update --restart always:x web
update --cpus 1 --pids-limit 100 web db
update --memory 1g
update --name x web
update -m 1g --memory-swap -1 web
attach --no-stdin web
attach web db
attach
attach --sig-proxy=false --no-stdin web
attach --detach-keys ctrl-x --no-stdin web
ps
ps -a
ps -aq
ps -an5
ps -n 5 -l
ps --no-trunc -s
ps web
ps -f name=web -f status=running
ps -f name
ps --filter
ps --since web
ps --quiet=maybe
rm web
rm -f web db
rm -fv web
rm -l web/db
rm
rm -r web
rm --force --volumes --link web
logs web
logs web db
logs
logs -f web
logs -n 5 web
logs -n5 -t web
logs --tail=5 --details web
logs web --since 5m
logs --until nonsense web
logs --no-such web
container inspect web
container inspect -s web
container inspect --type container web
container inspect
inspect web
inspect
inspect -f {{.Id}} web
inspect --type container web
inspect -s --type container web
inspect --size web
stats --no-stream web
stats --no-stream -a
stats --no-stream --no-trunc web
stats --no-stream --all=x
top web
top web -ef
top
top -x web
top web aux
port web
port web 80
port web 80/tcp
port web 80 443
port
diff web
diff web db
diff
diff -a web
cp web:/x -
cp - web:/x
cp web:/x db:/y
cp ./x ./y
cp good.env web:/x
cp -a good.env web:/x
cp -qL web:/x -
cp web:/x
cp
cp a b c
cp --no-such web:/x -
commit web
commit web img:1
commit web img:1 extra
commit
commit -m note -a me web img
commit -p=false web img
commit web -m note
commit --change CMD web img
export web
export -o out.tar web
export web db
export
export web -o out.tar
-D ps
--debug ps
--no-such ps
-l debug ps
--log-level=debug ps
ps -D
--tls=maybe ps
`;

/** The lines above, each as the words after `docker`. */
export function commandLines(): string[][] {
  return lines
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
}
