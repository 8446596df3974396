import type { JsonValue } from '@backstage/types';
import type { ChangeKind } from '@ghostlight/plugin-delivery-common';
import type {
  ChangeAdapter,
  ChangeReport,
} from '@ghostlight/plugin-delivery-node';
import {
  cloudEvent,
  cloudEventDataOf,
  cloudEventHeaders,
  cloudEventsOf,
  entityRefOf,
  fieldAt,
  hashOf,
  instantOf,
  issueOf,
  UnreadableError,
} from '@ghostlight/reliability-node';
import { collect, Fields } from '../shared';
import { artifactVersion } from './artifactVersion';

const services: Record<string, { kind: ChangeKind; did: string }> = {
  deployed: { kind: 'deployment', did: 'deployed' },
  upgraded: { kind: 'deployment', did: 'upgraded' },
  rolledback: { kind: 'rollback', did: 'rolled back' },
  removed: { kind: 'other', did: 'removed' },
  published: { kind: 'other', did: 'published' },
};

/**
 * CDEvents over HTTP in CloudEvents' three modes: services that were deployed, upgraded, rolled back,
 * removed or published. What says nothing of what runs is taken and left.
 *
 * Source: https://github.com/cdevents/spec (0.3 to 0.6)
 */
export const cdeventsAdapter: ChangeAdapter = {
  id: 'cdevents',
  title: 'CDEvents',
  contract: 'CDEvents 0.3 to 0.6 in CloudEvents 1.0 over HTTP',
  headers: cloudEventHeaders,
  read({ body, headers, receivedAt }) {
    const { items, batch } = cloudEventsOf({ body, headers });
    const deliveryId = deliveryIdOf(items);
    const known = deliveryId ? { deliveryId } : {};
    if (!batch) return { ...known, changes: readOne(items[0], '', receivedAt) };
    return {
      ...known,
      ...collect(
        items.map((item, at) => () => readOne(item, `[${at}]`, receivedAt)),
        at => `[${at}]`,
      ),
    };
  },
};

function readOne(
  raw: JsonValue,
  path: string,
  receivedAt: number,
): ChangeReport[] {
  const parsed = cloudEvent.safeParse(raw);
  if (!parsed.success) {
    const { reason, field, said } = issueOf(parsed.error, path);
    throw new UnreadableError(reason, field, said);
  }
  const event = parsed.data;
  const [, , what, predicate] = event.type.split('.');
  const service =
    event.type.startsWith('dev.cdevents.') &&
    what === 'service' &&
    Object.hasOwn(services, predicate)
      ? services[predicate]
      : undefined;
  if (!service) return [];
  const data = Fields.of(cloudEventDataOf(event, path), fieldAt(path, 'data'));
  const subject = data.in('subject');
  const id = subject.need('id', 'a subject has an id');
  const content = subject.in('content');
  const custom = data.in('customData');
  const artifact = content.text('artifactId');
  const version = artifactVersion(artifact) ?? custom.text('version');
  const name = id.split('/').filter(Boolean).pop() ?? id;
  const at = instantOf(event.time, fieldAt(path, 'time')) ?? receivedAt;
  const environment = content.in('environment');
  const entityRef =
    custom.text('entityRef') ?? entityRefOf(event.entityref) ?? entityRefOf(id);
  return [
    {
      key: hashOf(event.source, event.id),
      kind: service.kind,
      title: `${name} ${service.did}${
        version && service.kind !== 'other' ? ` to ${version}` : ''
      }`,
      entityRef,
      hints: { name },
      environment: environment.text('name', 'id'),
      version,
      commit: custom.text('commit'),
      author: custom.text('author'),
      imageDigest: version?.startsWith('sha256:') ? version : undefined,
      startedAt: at,
      finishedAt: at,
      outcome: 'succeeded',
      startedBy: { kind: 'pipeline', name: event.source },
      url: custom.link('url'),
    },
  ];
}

/** `source` and `id` together tell an event from any other. */
function deliveryIdOf(items: JsonValue[]): string | undefined {
  const ids = items.map(item => {
    const { source, id } = (item ?? {}) as { source?: unknown; id?: unknown };
    return typeof source === 'string' && typeof id === 'string'
      ? hashOf(source, id)
      : undefined;
  });
  const known = ids.filter(id => id !== undefined);
  if (!known.length || known.length < ids.length) return undefined;
  return known.length === 1 ? known[0] : hashOf(...known);
}
