import { shownName } from '../facts';
import type { Findings } from '../findings';
import { said } from '../said';
import { shown } from '../words/numbers';
import type { EvidenceBook } from './EvidenceBook';

const most = 20;

export function addBurn(book: EvidenceBook, { facts }: Findings) {
  const told = [...facts.objectives]
    .sort((a, b) => (b.given.burnRate ?? 0) - (a.given.burnRate ?? 0))
    .slice(0, most);
  for (const objective of told) {
    const { given, node } = objective;
    const { ref, title, target, burnRate, window, budgetLeft, state } = given;
    const name = title ?? shownName(ref);
    const rate = burnRate === undefined ? '–' : shown(burnRate);
    book.add(
      {
        type: 'burn',
        entityRef: node,
        source: 'slo',
        title: name,
        text: `${ref}, target ${target}, state ${state ?? 'unknown'}`,
        data: { ref, target, burnRate, window, budgetLeft, state },
        said: said(
          'evidence.burn',
          `${name} burns its budget ${rate} times as fast as it may`,
          {
            objective: name,
            rate,
            window: window ?? '',
            entity: shownName(node),
          },
        ),
      },
      objective,
    );
  }
}
