import type { TriageFactor } from '@ghostlight/plugin-incidents-common';
import { shownName } from '../facts';
import type { Findings } from '../findings';
import { partNames, weights, type Candidate, type PartName } from '../rankers';
import { said } from '../said';
import { tellingOf } from './causeOf';
import { rounded } from './numbers';

/** Less of a score is not told. */
const least = 0.03;

/** What a score is made of, the strongest first; weights sum to 1 at most. */
export function factorsOf(
  candidate: Candidate,
  findings: Findings,
): TriageFactor[] {
  const shares = partNames
    .map(name => ({ name, weight: weights[name] * candidate.parts[name] }))
    .filter(({ weight }) => weight > 0);
  const total = shares.reduce((sum, { weight }) => sum + weight, 0);
  return shares
    .map(({ name, weight }) => ({ name, weight: rounded(weight / total) }))
    .filter(({ weight }) => weight >= least)
    .sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1))
    .map(({ name, weight }) => ({
      name,
      weight,
      said: sayFactor(name, candidate, findings),
    }));
}

export function sayFactor(
  name: PartName,
  candidate: Candidate,
  { onset, facts }: Findings,
) {
  const { ref, explains, change, mentions, trouble, parts } = candidate;
  const entity = shownName(ref);
  const tell = (text: string, params: Record<string, string | number> = {}) =>
    said(`factor.${name}`, text, { entity, ...params });
  switch (name) {
    case 'resource': {
      const metric =
        tellingOf(candidate)?.series.given.name ??
        trouble?.alerts[0]?.given.name ??
        '';
      return tell(`A resource of ${entity} itself is in trouble: ${metric}`, {
        metric,
      });
    }
    case 'symptom':
      return tell(
        `${entity} is slow or fails, and what it depends on does not explain it`,
      );
    case 'loudness':
      return tell(`${entity} differs more from before than most`, {
        share: Math.round(parts.loudness * 100),
      });
    case 'coverage':
      return tell(`${explains.size} in trouble depend on ${entity}`, {
        count: explains.size,
      });
    case 'walk':
      return tell(`Following trouble down the dependencies ends at ${entity}`);
    case 'early': {
      const seconds = Math.round(
        ((trouble?.began ?? onset.at) - onset.at) / 1000,
      );
      return tell(`${entity} was among the first`, { seconds });
    }
    case 'change':
    case 'changed': {
      const minutes = change
        ? Math.max(1, Math.round((onset.at - change.at) / 60_000))
        : 0;
      return tell(
        name === 'change'
          ? `${entity} changed ${minutes} min before`
          : `${entity} changed ${minutes} min before and is in trouble, or who depends on it is`,
        { minutes },
      );
    }
    case 'logs':
      return tell(`${entity} logs errors that it did not before`);
    case 'mentioned':
      return tell(`Errors of others name ${entity}`, {
        count: mentions.length,
      });
    case 'history':
      return tell(`${entity} was at the bottom of similar incidents`);
    case 'specific':
      return tell(
        `Of the ${
          facts.above.get(ref)?.length ?? 0
        } that depend on ${entity}, most are in trouble`,
        {
          of: facts.above.get(ref)?.length ?? 0,
        },
      );
    case 'alerted':
      return tell(`${entity} has alerts of its own`, {
        count: trouble?.alerts.length ?? 0,
      });
    case 'drop':
      return tell(`${entity} does less than before`);
    case 'hidden':
    default:
      return tell(
        `Nothing is measured of ${entity}, and nothing else explains its callers`,
      );
  }
}
