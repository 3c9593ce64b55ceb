/** Parts of a container's file system that only its processes see: a copy reads and writes what lies beneath them. */
import type { ContainerDetails } from '../engine/container.ts';
import { normalPath } from '../engine/container-path.ts';
import { fieldsOf } from '../engine/json-value.ts';
import { FileProblem, shownPath } from './file-problem.ts';

export interface HiddenMount {
  readonly path: string;
  readonly kind: 'tmpfs' | 'kernel';
}

const kernel = ['/proc', '/sys', '/dev'];

/** The innermost mount that holds the path decides. */
export function hiddenMountAt({ mounts, document }: Pick<ContainerDetails, 'mounts' | 'document'>, path: string): HiddenMount | undefined {
  const shortForm = Object.keys(fieldsOf(fieldsOf(fieldsOf(document)['HostConfig'])['Tmpfs']));
  const all = [
    ...kernel.map((each) => ({ path: each, kind: 'kernel' as const })),
    ...shortForm.map((each) => ({ path: normalPath(each), kind: 'tmpfs' as const })),
    ...mounts.map(({ type, destination }) => ({ path: normalPath(destination), kind: type === 'tmpfs' ? ('tmpfs' as const) : undefined })),
  ];
  const wanted = `${normalPath(path)}/`;
  const innermost = all.filter((mount) => wanted.startsWith(`${mount.path}/`)).sort((a, b) => b.path.length - a.path.length)[0];
  return innermost?.kind === undefined ? undefined : { path: innermost.path, kind: innermost.kind };
}

/** Throws where a copy into the path would be lost or refused. */
export function refuseHidden(details: Pick<ContainerDetails, 'mounts' | 'document'>, path: string): void {
  const mount = hiddenMountAt(details, path);
  if (mount !== undefined) {
    throw new FileProblem('unavailable', hiddenWords(mount, path));
  }
}

function hiddenWords({ path, kind }: HiddenMount, wanted: string): string {
  return kind === 'tmpfs'
    ? `${shownPath(wanted)} is on a tmpfs, which only the container's own processes see: what is copied there never shows up. Copy to another folder, and move it there from a shell in the container.`
    : `${shownPath(wanted)} is in ${path}, which belongs to the kernel: nothing can be copied there.`;
}
