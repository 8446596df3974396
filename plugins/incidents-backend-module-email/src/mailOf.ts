import type { NotificationMessage } from '@ghostlight/plugin-incidents-node';
import { createHash } from 'node:crypto';
import type { SendMailOptions } from 'nodemailer';

/**
 * A message as a mail, in plain text and in simple HTML. Its Message-ID comes from the key, so that a
 * repeat is the same mail; mails about one incident refer to the first one.
 */
export function mailOf(
  message: NotificationMessage,
  { from, to }: { from: string; to: string[] },
): SendMailOptions & { messageId: string } {
  const { incident, subject, body, thread } = message;
  const lines = body.split('\n');
  const link = incident && `${incident.id}: ${incident.url}`;
  return {
    from,
    to: to.map(address => ({ name: '', address })),
    subject,
    messageId: `<${hashOf(message.key)}@${domainOf(from)}>`,
    ...(thread ? { inReplyTo: thread, references: [thread] } : {}),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Ghostlight-Kind': message.kind,
      ...(incident ? { 'X-Ghostlight-Incident': incident.id } : {}),
    },
    text: [subject, '', ...lines, ...(link ? ['', link] : [])].join('\n'),
    html: [
      `<p><strong>${escapeHtml(subject)}</strong></p>`,
      `<p>${lines.map(escapeHtml).join('<br>')}</p>`,
      ...(incident
        ? [
            `<p><a href="${escapeHtml(incident.url)}">Open ${escapeHtml(
              incident.id,
            )}</a></p>`,
          ]
        : []),
    ].join('\n'),
  };
}

export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 40);
}

function domainOf(from: string): string {
  return from.replace(/>.*$/, '').split('@').at(-1)!.trim();
}
