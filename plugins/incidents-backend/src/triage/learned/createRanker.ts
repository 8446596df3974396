import type { Sentence } from '@ghostlight/plugin-incidents-common';
import type { TrainedRanker } from '../ranking';
import { shownName } from '../ranking/facts';
import { partNames, type PartName } from '../ranking/rankers';
import { said } from '../ranking/said';
import { featureNames, featuresOf } from './features';
import { likelihoodOf, type Model } from './trainModel';

const most = 5;

const isPart = (name: string): name is PartName =>
  (partNames as readonly string[]).includes(name);

/** A model as `diagnose` takes it. A factor is what a feature adds to the likelihood. */
export function createRanker(
  model: Model,
  version: string,
  why: Sentence,
): TrainedRanker {
  return {
    version,
    why,
    score: candidates =>
      candidates.map(candidate =>
        likelihoodOf(model, featuresOf(candidate).features),
      ),
    factors: (candidate, sayPart) => {
      const { ref, features } = featuresOf(candidate);
      const added = features
        .map((value, place) => ({
          name: featureNames[place],
          weight: value * model[place],
        }))
        .filter(({ weight }) => weight > 0);
      const total = added.reduce((sum, { weight }) => sum + weight, 0);
      return added
        .sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1))
        .slice(0, most)
        .map(({ name, weight }) => ({
          name,
          weight: Number((weight / total).toFixed(3)),
          said: isPart(name)
            ? sayPart(name)
            : said(
                'factor.measured',
                `${name} of ${shownName(
                  ref,
                )}, as of causes in earlier incidents`,
                { entity: shownName(ref), name },
              ),
        }));
    },
  };
}
