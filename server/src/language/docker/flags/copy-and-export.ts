/** Flags that take files or images out of a container, or put files in. */
import type { FlagTheme } from './flag-prose.ts';

export const copyFlags: FlagTheme = {
  archive: {
    what: 'Sets the owner of copied files: into a container, to the user it is configured with.',
    why: 'Without it, files copied in keep your numeric user id, which means nothing inside, and the service gets "permission denied" on its own configuration.',
    mind: 'It has no effect when the container has no user configured, which is most images. On Engine 20.10 it fails for `--user 1001:1001` with an error about passwd. Out of a container the files belong to whoever runs the command in any case.',
    example: 'docker cp --archive ./config/. shop-api:/app/config',
    related: ['follow-link', 'quiet'],
  },
  'follow-link': {
    what: 'Copies the file that a symbolic link in the source points to, not the link itself.',
    why: 'Programs keep `current.log` or a certificate as a link; without this you get a dangling link and notice only when you open it.',
    mind: 'Only the source itself is resolved: links inside a copied directory stay links. Certificate directories of certbot consist of such links, so copy the files one by one.',
    example: 'docker cp --follow-link edge-proxy:/etc/letsencrypt/live/example.com/fullchain.pem ./fullchain.pem',
    related: ['archive'],
  },
  author: {
    what: 'Writes a name and address into the new image.',
    why: 'Months later someone asks who took this snapshot; the field answers without a search through shell histories.',
    mind: 'It is free text that nobody verifies, and it is public with the image. A label set by `--change` can be filtered for, this cannot.',
    example: 'docker commit --author "Ines Brandt <ines@example.com>" shop-api forensics/shop-api:2026-03-02',
    related: ['message', 'change'],
  },
  change: {
    what: 'Applies a Dockerfile instruction to the new image: CMD, ENTRYPOINT, ENV, EXPOSE, LABEL, USER, WORKDIR and a few more.',
    why: 'A container started with `--entrypoint sh` would otherwise be committed with that shell as its entrypoint, and the image starts a shell instead of the service.',
    mind: 'RUN and COPY are not among them. The JSON form needs single quotes in the shell, or its own are eaten and the text becomes a shell command. An `ENV` here cannot remove a variable, so a secret stays in the image.',
    example: "docker commit --change 'ENTRYPOINT [\"./server\"]' --change 'LABEL com.example.ticket=4711' shop-api forensics/shop-api:2026-03-02",
    related: ['message', 'author'],
  },
  message: {
    what: 'Writes a comment into the history of the new image.',
    why: 'A committed image has no Dockerfile; the comment in `docker history` is all that tells what was done and why.',
    mind: 'Here `-m` is the message, whereas in run it is the memory limit. The comment travels with the image to every registry, so leave customer names out.',
    example: 'docker commit --message "before hotfix, ticket 4711" shop-api forensics/shop-api:2026-03-02',
    related: ['author', 'change'],
  },
  'no-pause': {
    what: 'Leaves the processes running while the image is written.',
    why: 'The usual pause makes clients of a large container hang for as long as the copy takes, long enough for load balancers to drop it.',
    mind: 'Files that change meanwhile are caught half-written: a database taken like this may be beyond repair. Client 29.0 and newer only; older ones say `--pause=false`.',
    example: 'docker commit --no-pause shop-api forensics/shop-api:2026-03-02',
    related: ['message'],
  },
  pause: {
    what: 'Pauses the container while the image is written; on by default, switched off by `=false`.',
    why: 'Only met as `--pause=false` in scripts for clients before 29.0.',
    mind: 'Deprecated in favour of `--no-pause`; both together are an error. `--pause false` with a blank does not switch it off: the word `false` is taken for the container.',
    example: 'docker commit --message "before hotfix, ticket 4711" shop-api forensics/shop-api:2026-03-02',
    related: ['no-pause'],
  },
  output: {
    what: 'Writes the tar to this file instead of standard output.',
    why: 'The command refuses to write to a terminal, and under `sudo` a redirection with `>` would still be opened by your own user and fail.',
    mind: 'The file is on the machine of the client, uncompressed and as large as image and changes together: a database image is gigabytes. For compression use a pipe, `docker export shop-api | zstd > shop-api.tar.zst`.',
    example: 'docker export --output /srv/backup/shop-api.tar shop-api',
  },
};
