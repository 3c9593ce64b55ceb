/** Tells where the output of a process with a terminal ends up when that is no screen. */
import { isOn, type DockerCommand } from '../command/docker-command.ts';
import type { Region } from '../shell/region.ts';
import { opensShell } from './interactive-use.ts';
import { isSubstituted } from './substituted.ts';

/** A file behind the command; devices lose nothing. */
const intoFile = /^[ \t]*1?>(?!>?\|?[ \t]*(?:[&\r\n]|>\(|["']?\/dev\/))/;

/** Programs that keep or compare what they get, byte by byte. */
const intoProgram = /^[ \t]*(?:\\\n[ \t]*)?\|[ \t]*(?:sudo[ \t]+)?(?:base64|bzip2|gpg|gzip|lz4|md5sum|mysql|openssl|pg_restore|pigz|psql|sha\d+sum|tar|xargs|xz|zstd)\b/;

/** The carriage returns are taken out again. */
const cleaned = /^[^\n]*(?:\btr\b[^\n]*\\r|\bdos2unix\b|\bsed\b[^\n]*\\r)/;

/** A log is read by people, who see no carriage returns. */
const log = /^[^\n;|]*(?:\.log\b|2>&1|\/logs?\/|\$\{?(?:\w*_)?log(?:s|_?(?:file|path)\w*)?\b)/i;

/** Where what the process writes to its terminal ends up, when that is no screen. */
export function outputBehindTerminal(command: DockerCommand, region: Region): { readonly place: string; readonly isLog: boolean } | undefined {
  const { facts, shell, template, help } = command;
  if ((facts?.id !== 'run' && facts?.id !== 'exec') || !isOn(command, 'tty') || isOn(command, 'detach') || template || help || shell.nested || shell.dialect !== 'posix') {
    return undefined;
  }
  const behind = region.text.slice(shell.span.end, shell.span.end + 400);
  const isValue = isSubstituted(command, region) && !/^[ \t]*\|/.test(behind) && !opensShell(command);
  const place = intoFile.test(behind) ? 'in the file' : intoProgram.test(behind) ? 'behind the pipe' : isValue ? 'of the value' : undefined;
  return place === undefined || cleaned.test(behind) ? undefined : { place, isLog: log.test(behind) };
}
