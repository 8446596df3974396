import type { NotificationMessage } from '@ghostlight/plugin-incidents-node';
import type { KnownBlock } from '@slack/web-api';

/** So that text of alerts is shown, and neither calls anybody nor becomes a link. */
export function escapeMrkdwn(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

/**
 * A message as blocks. All that may come from alerts is `plain_text`, which Slack does not interpret.
 */
export function blocksOf(message: NotificationMessage): KnownBlock[] {
  const { incident, recipients, subject, body } = message;
  const plain = (text: string, most: number) => ({
    type: 'plain_text' as const,
    text: cut(text, most) || ' ',
    emoji: false,
  });
  const names = recipients.map(({ name }) => name).join(', ');
  const blocks: KnownBlock[] = [
    { type: 'header', text: plain(subject, 150) },
    { type: 'section', text: plain(body, 2900) },
  ];
  if (names)
    blocks.push({ type: 'context', elements: [plain(`For ${names}`, 300)] });
  if (incident)
    blocks.push({
      type: 'actions',
      elements: [
        {
          type: 'button',
          text: plain(`Open ${incident.id}`, 75),
          url: incident.url,
        },
      ],
    });
  return blocks;
}

/** By UTF-16 units, which is the careful way to count, and never through a character. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most - 1);
  return `${head.replace(/[\uD800-\uDBFF]$/, '')}…`;
}
