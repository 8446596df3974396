import type { ChangeEvent } from '@ghostlight/plugin-incidents-node';
import { z } from 'zod';
import {
  anything,
  alertEventOf,
  cleanLabels,
  cleanLine,
  entityRefOf,
  hashOf,
  linkOf,
  readPart,
  type ItemReading,
} from '../shared';
import { at } from './cloudEvent';
import { entityIn, type EventOptions } from './plainEvents';

const reference = z
  .looseObject({ id: anything, source: anything, name: anything })
  .nullish();

const cdEvent = z.looseObject({
  subject: z.looseObject({
    id: z.string().min(1),
    source: z.string().nullish(),
    content: z
      .looseObject({
        environment: reference,
        service: reference,
        artifactId: anything,
        pipelineName: anything,
        uri: anything,
        ticketURI: anything,
        outcome: anything,
        errors: anything,
        description: anything,
      })
      .partial()
      .nullish()
      .transform(content => content ?? {}),
  }),
  customData: anything,
});

type CdEvent = z.infer<typeof cdEvent>;

const services: Record<string, { kind: ChangeEvent['kind']; did: string }> = {
  deployed: { kind: 'deployment', did: 'deployed' },
  upgraded: { kind: 'deployment', did: 'upgraded' },
  rolledback: { kind: 'rollback', did: 'rolled back' },
  removed: { kind: 'other', did: 'removed' },
  published: { kind: 'other', did: 'published' },
};

/** Words of `outcome` in versions 0.3 to 0.6. */
const outcomes: Record<string, ChangeEvent['outcome']> = {
  success: 'succeeded',
  failure: 'failed',
  fail: 'failed',
  error: 'failed',
  cancel: 'failed',
};

/**
 * Services become deployments and rollbacks, pipeline runs become changes that end, incidents become
 * alerts. What says nothing of what runs (builds, tests, sources) is taken and left.
 */
export function readCdEvent(options: EventOptions): ItemReading {
  const { event, data, path } = options;
  // dev.cdevents.<subject>.<predicate>.<version>
  const [, , subject, predicate] = event.type.split('.');
  if (!['service', 'pipelinerun', 'incident'].includes(subject)) return {};
  const said = readPart(cdEvent, data, at(path, 'data'));
  if (subject === 'incident') return readIncident(options, said, predicate);
  if (subject === 'pipelinerun') return readRun(options, said, predicate);
  const service = services[predicate];
  if (!service) return {};
  const { content } = said.subject;
  const version = versionOf(content.artifactId);
  const name = lastPart(said.subject.id);
  return {
    changes: [
      {
        key: hashOf(event.source, event.id),
        kind: service.kind,
        title: `${name} ${service.did}${
          version && service.kind !== 'other' ? ` to ${version}` : ''
        }`,
        at: options.time,
        version,
        outcome: 'succeeded',
        environment: idOf(content.environment),
        labels: cleanLabels({
          service: name,
          subject: said.subject.id,
          source: said.subject.source,
          artifact: content.artifactId,
          environment: idOf(content.environment),
        }),
        ...entityOf(options, said),
      },
    ],
  };
}

/** Queued, started and finished have one key, so that a run is one change that comes to its end. */
function readRun(
  options: EventOptions,
  { subject, customData }: CdEvent,
  predicate: string,
): ItemReading {
  const { content } = subject;
  const pipeline =
    typeof content.pipelineName === 'string' && content.pipelineName
      ? content.pipelineName
      : lastPart(subject.id);
  const ended = predicate === 'finished';
  return {
    changes: [
      {
        key: hashOf(subject.source ?? options.event.source, subject.id),
        kind: 'other',
        title: `Pipeline ${pipeline} ${
          ended ? cleanLine(content.outcome, 40) || 'finished' : predicate
        }`,
        at: options.time,
        outcome: ended
          ? outcomes[cleanLine(content.outcome, 40).toLowerCase()]
          : 'running',
        url: linkOf(content.uri),
        labels: cleanLabels({
          pipeline,
          run: subject.id,
          errors: content.errors,
        }),
        ...entityOf(options, { subject, customData }),
      },
    ],
  };
}

function readIncident(
  options: EventOptions,
  said: CdEvent,
  predicate: string,
): ItemReading {
  const { id, source, content } = said.subject;
  const over = predicate === 'resolved';
  return {
    alerts: [
      {
        ...alertEventOf({
          fingerprint: hashOf(source ?? options.event.source, id),
          status: over ? 'resolved' : 'firing',
          name: [id],
          title: [content.description, id],
          description: content.description,
          severity: 'error',
          startsAt: options.time,
          endsAt: over ? options.time : undefined,
          labels: {
            service: lastPart(idOf(content.service) ?? ''),
            environment: idOf(content.environment),
            artifact: content.artifactId,
            source,
          },
          annotations: { customData: said.customData },
          url: content.ticketURI,
          raw: options.raw,
        }),
        ...entityOf(options, said),
      },
    ],
  };
}

function entityOf({ event }: EventOptions, said: CdEvent) {
  const custom = said.customData as { entityRef?: unknown } | null | undefined;
  const subject = entityRefOf(said.subject.id);
  return entityIn(event, custom?.entityRef ?? subject);
}

function idOf(found: z.infer<typeof reference>): string | undefined {
  const name = found?.name ?? found?.id;
  return typeof name === 'string' && name ? name : undefined;
}

/** `pkg:oci/payments@1.4.2?tag=x` → `1.4.2` */
function versionOf(artifact: unknown): string | undefined {
  if (typeof artifact !== 'string') return undefined;
  const [, version] = /@([^?#@]+)(?:[?#].*)?$/.exec(artifact) ?? [];
  if (!version) return undefined;
  try {
    return decodeURIComponent(version);
  } catch {
    return version;
  }
}

/** `/namespace/service/payments` → `payments` */
function lastPart(id: string): string {
  return (
    id
      .split('/')
      .filter(part => part)
      .pop() ?? id
  );
}
