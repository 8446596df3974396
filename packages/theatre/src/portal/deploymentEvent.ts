import { randomUUID } from 'node:crypto';

/** A deployment as CDEvents 0.4 describes it, in the form of a CloudEvent. */
export function deploymentEvent(options: {
  service: string;
  release: string;
  rolledBack: boolean;
  at: Date;
}) {
  const { service, release, rolledBack, at } = options;
  const id = randomUUID();
  const type = rolledBack
    ? 'dev.cdevents.service.rolledback.0.2.0'
    : 'dev.cdevents.service.upgraded.0.2.0';
  const source = 'ghostlight/theatre';
  const timestamp = at.toISOString();
  return {
    specversion: '1.0',
    id,
    source,
    type,
    subject: service,
    time: timestamp,
    datacontenttype: 'application/json',
    data: {
      context: { version: '0.4.1', id, source, type, timestamp },
      subject: {
        id: service,
        source,
        type: 'service',
        content: {
          environment: { id: 'production', source },
          artifactId: `pkg:generic/${service}@${release}`,
        },
      },
    },
  };
}
