import type { AuditorService } from '@backstage/backend-plugin-api';

/** Does a write between two audit records. Who did it the registry's own record says. */
export async function audited<T>(
  auditor: AuditorService,
  eventId: string,
  meta: { [key: string]: string | string[] },
  write: () => Promise<T>,
): Promise<T> {
  const event = await auditor.createEvent({
    eventId,
    severityLevel: 'medium',
    meta: { ...meta, through: 'action' },
  });
  try {
    const result = await write();
    await event.success();
    return result;
  } catch (error) {
    await event.fail({ error: error as Error });
    throw error;
  }
}
