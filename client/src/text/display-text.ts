/** Makes text of unknown origin fit to be shown: names, labels, images and commands are whatever somebody wrote. */

/** UTF-16 units that are shown where nothing else is said. */
export const usualLength = 200;

/**
 * Control characters, characters that turn the direction of the text or have no width, and unpaired surrogates: they could
 * make a row read like another one.
 */
const deceptive = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Stands for a secret. */
export const mask = '••••••';

/** On one line, without deceptive characters, and cut to `maxLength` UTF-16 units. */
export function displayText(text: string, maxLength = usualLength): string {
  // Cut first, so that a label of megabytes costs nothing, with room for what goes.
  const visible = text.slice(0, maxLength * 4).replace(/[\t\n\r]+/g, ' ').replace(deceptive, '');
  if (visible.length <= maxLength) {
    return visible;
  }
  return `${visible.slice(0, maxLength - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
