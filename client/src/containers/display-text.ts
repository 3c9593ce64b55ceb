/** Makes text of unknown origin fit to be shown: names, labels, images and commands are whatever somebody wrote. */

const usualLength = 200;

/**
 * Control characters, characters that turn the direction of the text or have no width, and unpaired surrogates: they could
 * make a row read like another one.
 */
const deceptive = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** On one line, without deceptive characters, and cut to `maxLength` UTF-16 units. */
export function displayText(text: string, maxLength = usualLength): string {
  // Cut first, so that a label of megabytes costs nothing, with room for what goes.
  const visible = text.slice(0, maxLength * 4).replace(/[\t\n\r]+/g, ' ').replace(deceptive, '');
  if (visible.length <= maxLength) {
    return visible;
  }
  return `${visible.slice(0, maxLength - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The text as it stands, in Markdown: nothing in it formats, links, embeds or starts HTML. */
export function markdownText(text: string, maxLength = usualLength): string {
  return displayText(text, maxLength).replace(/[\\`*_{}[\]()<>#+\-.!|~$&:]/g, String.raw`\$&`);
}

/** The text as code in Markdown. */
export function markdownCode(text: string, maxLength = usualLength): string {
  const shown = displayText(text, maxLength);
  if (shown.trim() === '') {
    return '';
  }
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const pad = shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}
