import type {
  ChangeAdapter,
  ChangeReport,
} from '@ghostlight/plugin-delivery-node';
import {
  anySame,
  hashOf,
  hmacHex,
  type SignatureCheck,
} from '@ghostlight/reliability-node';
import { readEach, type Fields } from '../shared';

/** Source: https://launchdarkly.com/docs/home/infrastructure/webhooks (HMAC-SHA256 of the body, hexadecimal) */
const launchDarklySignature: SignatureCheck = {
  title: 'LaunchDarkly signature',
  verify: ({ rawBody, headers, secrets }) =>
    anySame(
      [headers['x-ld-signature'] ?? ''],
      secrets.map(secret => hmacHex('sha256', secret, rawBody)),
    ),
};

/**
 * Flags that were switched: LaunchDarkly's webhook (an entry of its audit log), or a plain form that says
 * which flag, from what to what.
 *
 * Source: https://launchdarkly.com/docs/api/webhooks
 */
export const flagsAdapter: ChangeAdapter = {
  id: 'flags',
  title: 'Feature flags',
  contract: 'LaunchDarkly webhooks (API version 20240415), or our own form',
  signature: launchDarklySignature,
  read({ body, receivedAt }) {
    return readEach(body, item => {
      if (item.raw('accesses') === undefined)
        return [readPlain(item, receivedAt)];
      return readLaunchDarkly(item, receivedAt);
    });
  },
};

function readPlain(item: Fields, receivedAt: number): ChangeReport {
  const flag =
    item.text('flagKey') ??
    item.need('flag', 'say which flag it is: {"flag": "new-checkout", …}');
  const at = item.time('at', 'timestamp', 'date') ?? receivedAt;
  const environment = item.text('environment', 'env');
  const [from, to] = [item.text('from', 'before'), item.text('to', 'variant')];
  const name = item.text('service', 'component');
  return {
    key:
      item.text('id') ??
      hashOf(flag, environment ?? '', to ?? '', item.time('at') ?? at),
    kind: 'flag',
    title: item.text('title') ?? `Flag ${flag}${to ? `: ${to}` : ' changed'}`,
    entityRef: item.text('entityRef'),
    hints: name ? { name } : undefined,
    environment,
    version: to,
    previousVersion: from,
    author: item.text('author'),
    startedAt: at,
    finishedAt: at,
    outcome: 'succeeded',
    startedBy: { kind: 'person', name: item.text('author') },
    url: item.link('url'),
    values: [{ kind: 'config', label: `flag ${flag}`, from, to }],
  };
}

/** Other entries of the audit log (members, projects, segments) say nothing of what runs. */
function readLaunchDarkly(item: Fields, receivedAt: number): ChangeReport[] {
  const target = item.in('target');
  const resource = [
    ...target.texts('resources'),
    ...item.list('accesses').flatMap(access => access.text('resource') ?? []),
  ].find(text => /:flag\/[^:;]/.test(text));
  const [, project, environment, flag] =
    /^proj\/([^:;]+)[^:]*:env\/([^:;]+)[^:]*:flag\/([^:;]+)/.exec(
      resource ?? '',
    ) ?? [];
  if (!flag) return [];
  const at = item.time('date') ?? receivedAt;
  const member = item.in('member');
  const author =
    [member.text('firstName'), member.text('lastName')]
      .filter(Boolean)
      .join(' ') ||
    member.text('email') ||
    item.in('token').text('name');
  const on = (when: Fields) => {
    const value = when.raw('on');
    return typeof value === 'boolean' ? String(value) : undefined;
  };
  return [
    {
      key: item.need('_id', 'an entry of the audit log has an id'),
      kind: 'flag',
      title: `Flag ${flag}: ${item.text('titleVerb') ?? 'changed'}`,
      hints: {
        name: project,
        annotations: {
          'launchdarkly.com/project-key': project,
          'launchdarkly.com/flag-key': flag,
        },
      },
      environment: environment === '*' ? undefined : environment,
      author,
      startedAt: at,
      finishedAt: at,
      outcome: 'succeeded',
      startedBy: {
        kind: member.text('email') ? 'person' : 'unknown',
        name: author,
      },
      url: item.in('_links').in('site').link('href'),
      values: [
        {
          kind: 'config',
          label: `flag ${flag}`,
          from: on(
            item.in('previousVersion').in('environments').in(environment),
          ),
          to: on(item.in('currentVersion').in('environments').in(environment)),
        },
      ],
    },
  ];
}
