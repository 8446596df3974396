import type {
  Sentence,
  TriageSuspect,
} from '@ghostlight/plugin-incidents-common';
import { shownName } from '../facts';
import type { Findings } from '../findings';
import type { Candidate } from '../rankers';
import type { Deviation } from '../series/Deviation';
import { said } from '../said';
import { shown } from './numbers';

/** From these shares on a change, a resource, … is what is said. */
const changeFrom = 0.2;
const resourceFrom = 0.3;
const symptomFrom = 0.12;
/** Of changes with nothing else to show. */
const nearFrom = 0.5;

/** How much a series tells, by what it is a sign of. */
const tellingShare: Record<string, number> = { cause: 1.3, symptom: 1 };

/** The series that speaks for a suspect: a resource of its own before what its callers see. */
export function tellingOf({ trouble }: Candidate): Deviation | undefined {
  const bad = (trouble?.deviations ?? []).filter(
    ({ weighed }) => weighed !== undefined && weighed > 0,
  );
  const rank = ({ nature, weighed = 0 }: Deviation) =>
    weighed * (tellingShare[nature] ?? 0.6);
  return bad.sort((a, b) => rank(b) - rank(a))[0];
}

export function isByChange({ parts, change }: Candidate): boolean {
  return (
    change !== undefined &&
    (parts.changed >= changeFrom || parts.change >= nearFrom)
  );
}

export function kindOfSuspect(
  candidate: Candidate,
  { facts }: Findings,
): TriageSuspect['kind'] {
  const node = facts.nodes.get(candidate.ref);
  if (isByChange(candidate))
    return ['config', 'flag'].includes(candidate.change!.given.kind)
      ? 'config'
      : 'change';
  const words = `${node?.entity?.kind ?? ''} ${node?.entity?.type ?? ''}`;
  if (/config|feature.?flag/i.test(words)) return 'config';
  return node?.isKnown ? 'service' : 'external';
}

/** What a suspect is called in a sentence. */
export function calledOf(
  { ref, change }: Candidate,
  { facts }: Findings,
): string {
  return facts.nodes.has(ref) ? shownName(ref) : change?.given.title ?? ref;
}

/** One sentence that says what is supposed to have happened. */
export function causeOf(candidate: Candidate, findings: Findings): Sentence {
  const { ref, parts, change, explains, mentions } = candidate;
  const entity = shownName(ref);
  const telling = tellingOf(candidate);
  if (isByChange(candidate)) {
    const { given, at, node } = change!;
    const minutes = Math.max(1, Math.round((findings.onset.at - at) / 60_000));
    const isConfig = ['config', 'flag'].includes(given.kind);
    return said(
      isConfig ? 'cause.config' : 'cause.change',
      `${isConfig ? 'Configuration' : 'A change'}${
        node === undefined ? '' : ` of ${entity}`
      }, ${minutes} min before: ${given.title}`,
      { entity: node === undefined ? '' : entity, minutes, title: given.title },
    );
  }
  if (telling?.isGone)
    return said('cause.gone', `${entity} is no longer heard of`, { entity });
  if (telling && telling.nature !== 'symptom' && parts.resource >= resourceFrom)
    return said(
      telling.direction > 0 ? 'cause.resourceRose' : 'cause.resourceFell',
      `${telling.series.given.name} of ${entity} ${
        telling.direction > 0 ? 'rose' : 'fell'
      } from ${shown(telling.before)} to ${shown(telling.during)}`,
      {
        entity,
        metric: telling.series.given.name,
        from: shown(telling.before),
        to: shown(telling.during),
      },
    );
  if (parts.symptom >= symptomFrom)
    return said(
      'cause.itself',
      `${entity} is slow or fails, and nothing that it depends on explains it`,
      { entity },
    );
  if (mentions.length && parts.mentioned >= 0.3)
    return said(
      'cause.named',
      `${entity} is what errors of ${
        new Set(mentions.map(({ log }) => log.node)).size
      } others name`,
      { entity, count: new Set(mentions.map(({ log }) => log.node)).size },
    );
  if (explains.size && !candidate.trouble)
    return said(
      'cause.quiet',
      `${explains.size} in trouble depend on ${entity}, of which nothing is known`,
      { entity, count: explains.size },
    );
  return said('cause.possible', `${entity} is in trouble`, { entity });
}
