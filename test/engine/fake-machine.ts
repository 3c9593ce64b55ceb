/** A machine for tests: files and sockets as tables, nothing of the real home folder. */
import { createHash } from 'node:crypto';
import { FileTooLarge, type Machine, type SocketProbe } from '../../client/src/engine/machine.ts';

export interface FakeMachine {
  readonly files?: Readonly<Record<string, string>>;
  readonly sockets?: Readonly<Record<string, SocketProbe>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly platform?: NodeJS.Platform;
}

export const home = '/home/ann';

export function fakeMachine({ files = {}, sockets = {}, environment = {}, platform = 'linux' }: FakeMachine): Machine {
  return {
    platform,
    home,
    environment,
    readText: (file, limit) => {
      const text = files[file];
      if (text === undefined) {
        return Promise.reject(Object.assign(new Error(`no such file: ${file}`), { code: 'ENOENT' }));
      }
      return text.length > limit ? Promise.reject(new FileTooLarge(`larger than ${limit} bytes`)) : Promise.resolve(text);
    },
    list: (folder) => Promise.resolve([...new Set(Object.keys(files).flatMap((file) => (file.startsWith(`${folder}/`) ? [file.slice(folder.length + 1).split('/')[0] ?? ''] : [])))]),
    probe: (socket) => Promise.resolve(sockets[socket] ?? 'missing'),
  };
}

function folderOf(kind: 'meta' | 'tls', name: string): string {
  return `${home}/.docker/contexts/${kind}/${createHash('sha256').update(name).digest('hex')}`;
}

/** The files of a context, as the CLI writes them. */
export function contextFiles(name: string, docker: { readonly Host: string; readonly SkipTLSVerify?: boolean }, tls: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    [`${folderOf('meta', name)}/meta.json`]: JSON.stringify({ Name: name, Metadata: {}, Endpoints: { docker: { SkipTLSVerify: false, ...docker } } }),
    ...Object.fromEntries(Object.entries(tls).map(([part, text]) => [`${folderOf('tls', name)}/docker/${part}.pem`, text])),
  };
}

export function metadataFile(name: string): string {
  return `${folderOf('meta', name)}/meta.json`;
}

export const configFile = `${home}/.docker/config.json`;

/** A certificate of nobody: the older CLI looks whether the text is one. */
export const certificate = `-----BEGIN CERTIFICATE-----
MIIBhDCCASmgAwIBAgIUcPTA5xsU+ojZPOVo9cT2/6UAF38wCgYIKoZIzj0EAwIw
FjEUMBIGA1UEAwwLZ2FudHJ5LXRlc3QwIBcNMjYxMTI0MTczMjE3WhgPMjEyNjEw
MzExNzMyMTdaMBYxFDASBgNVBAMMC2dhbnRyeS10ZXN0MFkwEwYHKoZIzj0CAQYI
KoZIzj0DAQcDQgAEubXT51GYOS+t7dVaDt8g1s3kI06u19F4ehNklEPhtcWpGbcX
unj79vp6ygt47y0mrinz20z/xmD0vHTDiKCqeaNTMFEwHQYDVR0OBBYEFNyBjBHT
M5r75NBZDblAsos4AKbVMB8GA1UdIwQYMBaAFNyBjBHTM5r75NBZDblAsos4AKbV
MA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSQAwRgIhAK+1VNznLrztPjr8
EVRY3TJQFjObZVMv9QYKoCO2MzQBAiEAqMt7Dhes0VHTEwOg+JF61ZlgyN+8iD5u
zGC6mfVsFN4=
-----END CERTIFICATE-----
`;
