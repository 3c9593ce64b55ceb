/** Recognises commands for Windows containers, to which much of the rest does not apply. */
import { lastUse } from './docker-command.ts';
import { memoized } from './memoized.ts';

/** Windows containers have other limits and no Linux privileges. */
export const isForWindows = memoized((command): boolean => {
  const words = [command.image, ...command.process].map((word) => word?.value ?? '');
  return lastUse(command, 'isolation') !== undefined || words.some((word) => /windows|nanoserver|\.ps1$|\.exe$|^(?:powershell|pwsh|cmd)$/i.test(word));
});
