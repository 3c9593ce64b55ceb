/** What the options of a volume mean, for hovers and completion; `--volumes-from` takes some of them. */
import type { Word } from './scan/parsed.ts';

export const volumeOptionMeanings: readonly Word[] = [
  { text: 'ro', meaning: 'Read-only in the container. Since engine 25 and Linux 5.12 mounts below it are read-only too.' },
  { text: 'rw', meaning: 'Read and write: the default.' },
  { text: 'z', meaning: 'SELinux: relabels the files so that every container may use them. On other systems it does nothing.' },
  { text: 'Z', meaning: 'SELinux: relabels the files for this container alone. On a folder of the system, such as `/home` or `/usr`, it locks the host out.' },
  { text: 'nocopy', meaning: 'A new volume stays empty instead of getting what the image has at the path. Volumes only.' },
  { text: 'rslave', meaning: 'Mounts that the host makes below the folder later show up in the container. Bind mounts only.' },
  { text: 'rshared', meaning: 'Mounts made later below the folder show up on both sides. Bind mounts only; storage drivers need it.' },
  { text: 'rprivate', meaning: 'Mounts made later stay on their side: the default. Bind mounts only.' },
  { text: 'slave', meaning: 'As `rslave`, for the folder itself only.' },
  { text: 'shared', meaning: 'As `rshared`, for the folder itself only.' },
  { text: 'private', meaning: 'As `rprivate`, for the folder itself only.' },
  { text: 'cached', meaning: 'Once sped up Docker Desktop for Mac; today it does nothing.' },
  { text: 'delegated', meaning: 'Once sped up Docker Desktop for Mac; today it does nothing.' },
  { text: 'consistent', meaning: 'The default of the options for Docker Desktop for Mac that do nothing today.' },
];

export function volumeOptionMeaning(option: string): string | undefined {
  return volumeOptionMeanings.find(({ text }) => text === option)?.meaning;
}
