import { shownName } from '../facts';
import type { Findings } from '../findings';
import type { Deviation } from '../series/Deviation';
import { said } from '../said';
import { isoOrNot, precise, rounded, shown } from '../words/numbers';
import type { EvidenceBook } from './EvidenceBook';

const most = 80;
const mostOfOne = 6;
/** Weaker ones are noise. */
const least = 0.05;

/** The series that deviate, the strongest of each entity, in order of their beginning. */
export function addMetrics(
  book: EvidenceBook,
  { deviations, onset }: Findings,
  first: string[],
) {
  const taken = new Map<string, number>();
  const pick = (deviation: Deviation) => {
    const { node } = deviation.series;
    const count = taken.get(node) ?? 0;
    if (count >= mostOfOne || deviation.strength < least) return false;
    taken.set(node, count + 1);
    return true;
  };
  const isFirst = new Set(first);
  const ordered = [
    ...deviations.filter(({ series }) => isFirst.has(series.node)),
    ...deviations.filter(({ series }) => !isFirst.has(series.node)),
  ];
  const picked = ordered.filter(pick).slice(0, most);
  picked.sort((a, b) => a.began - b.began);
  for (const deviation of picked) {
    const { series, before, during, direction, isGone, kind, isRate } =
      deviation;
    const { given, node } = series;
    const entity = shownName(node);
    const from = shown(before);
    const to = shown(during);
    const params = { metric: given.name, entity, from, to };
    const unit = given.unit ? ` ${given.unit}` : '';
    const rose = direction > 0;
    const sentence = isGone
      ? said(
          'evidence.metricGone',
          `${given.name} of ${entity} is no longer reported`,
          params,
        )
      : said(
          rose ? 'evidence.metricRose' : 'evidence.metricFell',
          `${given.name} of ${entity} ${
            rose ? 'rose' : 'fell'
          } from ${from} to ${to}${unit}`,
          params,
        );
    book.add(
      {
        type: 'metric',
        entityRef: node,
        at: isoOrNot(deviation.began),
        source: 'metrics',
        title: `${given.name} of ${entity}`,
        text: `${sentence.text}${isRate ? ', per second' : ''}; ${shown(
          deviation.excess,
        )} times what it varied before.`,
        data: {
          metric: given.name,
          kind,
          unit: given.unit,
          before: precise(before),
          during: precise(during),
          sigmas: rounded(deviation.sigmas, 1),
          excess: rounded(deviation.excess, 1),
          strength: rounded(deviation.strength),
          lasts: rounded(deviation.lasts, 2),
          secondsAfterOnset: Math.round((deviation.began - onset.at) / 1000),
          perSecond: isRate,
        },
        said: sentence,
      },
      deviation,
    );
  }
}
