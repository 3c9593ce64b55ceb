/** Prose of the options between `docker` and the command word. After the command word their letters mean other things. */
import type { FlagTheme } from '../flags/flag-prose.ts';

export const globalFlagProses: FlagTheme = {
  config: {
    what: 'Reads `config.json`, contexts and registry logins from this directory instead of `~/.docker`.',
    why: 'Gives a CI job its own logins, so that two jobs on one machine do not overwrite each other with `docker login`.',
    mind: 'It names a directory, not a file. Contexts and CLI plugins kept in `~/.docker` are not seen any more, and `sudo docker` already reads that of root, which is why a login made without sudo seems lost.',
    example: 'docker --config "$PWD/.docker-ci" run --rm registry.example.com/shop/api:2.4.1 ./smoke-test',
    related: ['context'],
  },
  context: {
    what: 'Picks a saved endpoint, such as a remote host over ssh, for this one command.',
    why: 'Safer than `docker context use`, which stays in force in every terminal: a clean-up meant for staging then runs on production.',
    mind: 'It cannot stand beside `-H`, and it overrides `DOCKER_HOST` from the environment. Bind mounts and relative paths are resolved on your side but looked up on the remote host, where an empty directory is created.',
    example: 'docker --context staging ps --all',
    related: ['host'],
  },
  debug: {
    what: 'Turns on debug output of the command line client itself.',
    why: 'With an `ssh://` endpoint it shows the ssh command that the client starts and what ssh answers, where the plain error only says that there is no connection.',
    mind: 'With a local engine there is next to nothing to see. It is the client only: the engine has its own `debug` setting in `daemon.json`. It must stand before the command word: `docker run -D` is an unknown flag.',
    example: 'docker --debug --host ssh://deploy@build-01.example.com ps',
    related: ['log-level'],
  },
  help: {
    what: 'Prints the help of the command and runs nothing.',
    why: 'The list is that of your own client and engine: flags that the connected engine cannot serve are left out.',
    mind: 'The short form is not safe: in `docker run` and `docker create`, `-h` sets the hostname and swallows the next word, so `docker run -h alpine` complains about a missing image.',
    example: 'docker run --help',
  },
  host: {
    what: 'Talks to the engine at this address: `unix://`, `ssh://user@host` or `tcp://host:port`.',
    why: 'For one command on another machine. With ssh no port has to be opened; the account over there must be allowed to use the engine.',
    mind: 'A plain `tcp://` port has no password: whoever reaches 2375 is root on that host, and scanners find open ones within hours. After the command word `-H` is an unknown flag. Paths in `-v` are paths of the remote host.',
    example: 'docker --host ssh://deploy@build-01.example.com ps',
    related: ['context', 'tlsverify'],
  },
  'log-level': {
    what: 'How much the client logs about its own work: debug, info, warn, error or fatal.',
    why: 'Only `debug` makes a difference that one sees, the same as `--debug`: what the client does over ssh.',
    mind: 'Lines that begin with `WARNING:` are printed at any level, so `error` does not keep them out of the mail of a cron job: redirect stderr for that. It changes nothing about the output of a container. The short form `-l` means `--label` after run, `--latest` after ps and `--link` after rm.',
    example: 'docker --log-level debug --host ssh://deploy@build-01.example.com ps',
    related: ['debug'],
  },
  tls: {
    what: 'Speaks TLS to the engine, without checking whose certificate answers.',
    why: 'Encrypts the connection to a test engine with a throw-away certificate.',
    mind: 'Encrypted is not authenticated: anyone on the way can present a certificate and receives every command with its secrets. `--tlsverify` is the one to use.',
    example: 'docker --host tcp://build-01.example.com:2376 --tlsverify ps',
    related: ['tlsverify', 'host'],
  },
  tlscacert: {
    what: 'The file with the authority that must have signed the certificate of the engine.',
    why: 'With an authority of your own, only your engines are trusted, not every host with a public certificate.',
    mind: 'The usual failure is an expired authority: every client stops with a certificate error on the same day. The default is `ca.pem` in `~/.docker`.',
    example: 'docker --host tcp://build-01.example.com:2376 --tlsverify --tlscacert /etc/docker/pki/ca.pem ps',
    related: ['tlsverify', 'tlscert', 'tlskey'],
  },
  tlscert: {
    what: 'The certificate by which the client proves to the engine who it is.',
    why: 'With mutual TLS the engine turns away clients without one, so an open port alone gives nobody control.',
    mind: 'Every certificate signed by that authority gives full control of the host; there are no roles. Issue one per machine and keep them short-lived, since the engine checks no revocation list.',
    example: 'docker --host tcp://build-01.example.com:2376 --tlsverify --tlscert /etc/docker/pki/cert.pem --tlskey /etc/docker/pki/key.pem ps',
    related: ['tlskey', 'tlsverify'],
  },
  tlskey: {
    what: 'The private key that belongs to the certificate of the client.',
    why: 'Kept apart from the certificate so that only the account that runs deployments can read it.',
    mind: 'It is worth a root login on the engine host. A world-readable key in a CI workspace or an image layer is the usual leak; the client does not complain about loose permissions as ssh does.',
    example: 'docker --host tcp://build-01.example.com:2376 --tlsverify --tlskey /run/secrets/docker-key.pem ps',
    related: ['tlscert', 'tlsverify'],
  },
  tlsverify: {
    what: 'Speaks TLS and checks that the certificate of the engine is signed by your authority and is for the host you named.',
    why: 'The only safe way to talk to an engine over TCP; without it a stolen address is enough to be handed your commands.',
    mind: 'The name in `-H` must be in the certificate: connecting by IP address fails when only the DNS name was written into it. Setting `DOCKER_TLS_VERIFY` to anything but the empty string, even 0, turns it on.',
    example: 'docker --host tcp://build-01.example.com:2376 --tlsverify ps',
    related: ['tlscacert', 'tlscert', 'tlskey'],
  },
  version: {
    what: 'Prints the version of the client and exits, without contacting an engine.',
    why: 'Tells whether a flag will be understood: the client refuses flags it does not know before any engine is asked.',
    mind: 'It says nothing about the engine, which may be years older: `docker version` shows both. After the command word `-v` means a volume.',
    example: 'docker --version',
  },
};
