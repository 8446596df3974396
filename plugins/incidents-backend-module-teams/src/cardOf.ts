import type { JsonObject } from '@backstage/types';
import type { NotificationMessage } from '@ghostlight/plugin-incidents-node';

const colours: Record<string, string> = {
  SEV1: 'attention',
  SEV2: 'attention',
  SEV3: 'warning',
  SEV4: 'default',
};

/**
 * A message as an Adaptive Card 1.4. Text is in text runs, which show it as it is, where a text block
 * would take it for Markdown.
 */
export function cardOf(message: NotificationMessage): JsonObject {
  const { incident, kind, recipients, subject, body } = message;
  const names = recipients
    .map(({ name }) => name)
    .join(', ')
    .slice(0, 300);
  const colour =
    kind === 'resolved' ? 'good' : colours[incident?.severity ?? 'SEV4'];
  const paragraph = (text: string, looks: JsonObject = {}) => ({
    type: 'RichTextBlock',
    inlines: [{ type: 'TextRun', text, ...looks }],
  });
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.4',
    msteams: { width: 'Full' },
    // What a notification of the phone and a screen reader say.
    fallbackText: subject,
    body: [
      paragraph(subject, { weight: 'bolder', size: 'medium', color: colour }),
      ...body
        .split('\n')
        .slice(0, 20)
        .map(line => paragraph(line)),
      ...(names ? [paragraph(`For ${names}`, { isSubtle: true })] : []),
    ],
    ...(incident
      ? {
          actions: [
            {
              type: 'Action.OpenUrl',
              title: `Open ${incident.id}`,
              url: incident.url,
            },
          ],
        }
      : {}),
  };
}
