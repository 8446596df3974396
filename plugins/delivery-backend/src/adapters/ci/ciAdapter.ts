import type {
  ChangedValue,
  ChangeKind,
} from '@ghostlight/plugin-delivery-common';
import type {
  ChangeAdapter,
  ChangeReport,
} from '@ghostlight/plugin-delivery-node';
import { hashOf, UnreadableError } from '@ghostlight/reliability-node';
import {
  commitOf,
  digestOfImage,
  outcomeOf,
  readEach,
  strategyOf,
  versionOfImage,
  type Fields,
} from '../shared';

const hour = 3_600_000;

/** Our own form, short enough for one line of a pipeline; see the README. */
export const ciAdapter: ChangeAdapter = {
  id: 'ci',
  title: 'CI step',
  contract: 'One object or a list of them, as in its README',
  read: ({ body, receivedAt }) =>
    readEach(body, item => [readCiChange(item, receivedAt, 'deployment')]),
};

/** A change in our own form, which the adapters `config` and `flags` take, too. */
export function readCiChange(
  item: Fields,
  receivedAt: number,
  usualKind: ChangeKind,
): ChangeReport {
  const entityRef = item.text('entityRef', 'entity');
  const name = item.text('service', 'component', 'name');
  if (!entityRef && !name)
    throw new UnreadableError(
      'say what it is of: entityRef, such as component:default/payments',
      item.path ? `${item.path}.entityRef` : 'entityRef',
    );
  const image = item.text('image');
  const version = item.text('version') ?? versionOfImage(image);
  const kind = (item.text('kind') ?? usualKind) as ChangeKind;
  const word = item.text('status', 'outcome');
  const outcome = outcomeOf(word, word ? 'unknown' : 'succeeded');
  const started = item.time('startedAt', 'at');
  const finishedAt =
    item.time('finishedAt') ??
    (outcome === 'running' ? undefined : started ?? receivedAt);
  const environment = item.text('environment', 'env');
  const title = item.text('title') ?? titleOf(kind, name ?? entityRef, version);
  return {
    key:
      item.text('id', 'run') ??
      // The same again within the hour is a repetition of what got no answer.
      hashOf(
        kind,
        entityRef ?? name ?? '',
        environment ?? '',
        version ?? title,
        started ?? Math.floor(receivedAt / hour),
      ),
    kind,
    title,
    entityRef: entityRef?.includes(':')
      ? entityRef
      : entityRef && `component:${entityRef}`,
    hints: name ? { name } : undefined,
    environment,
    version,
    previousVersion: item.text('previousVersion'),
    commit: commitOf(item.text('commit', 'sha')),
    commitAt: item.time('commitAt'),
    author: item.text('author'),
    pullRequest: item.link('pullRequest'),
    imageDigest: item.text('imageDigest') ?? digestOfImage(image),
    strategy: strategyOf(item.text('strategy')),
    startedAt: started ?? finishedAt ?? receivedAt,
    finishedAt,
    outcome,
    startedBy: { kind: 'pipeline', name: item.text('startedBy', 'author') },
    url: item.link('url'),
    values: item.list('values').map(valueOf),
    undoes: item.text('undoes'),
    actionId: item.text('actionId'),
  };
}

function valueOf(value: Fields): ChangedValue {
  return {
    kind: (value.text('kind') ?? 'config') as ChangedValue['kind'],
    label: value.text('label', 'name') ?? 'a value',
    path: value.text('path'),
    from: value.text('from'),
    to: value.text('to'),
  };
}

function titleOf(
  kind: ChangeKind,
  of: string | undefined,
  version: string | undefined,
): string {
  const name = of?.replace(/^.*[:/]/, '') ?? 'Something';
  if (kind === 'config') return `Configuration of ${name} changed`;
  if (kind === 'flag') return `A flag of ${name} changed`;
  return version ? `${name} ${version}` : `${name} deployed`;
}
