import { shownName } from '../facts';
import type { Findings } from '../findings';
import { said } from '../said';
import type { EvidenceBook } from './EvidenceBook';

/** One item for each way from who is in trouble to a suspect. */
export function addTopology(
  book: EvidenceBook,
  { facts }: Findings,
  paths: string[][],
) {
  const known = new Set<string>();
  for (const path of paths) {
    const key = path.join('\n');
    if (path.length < 2 || known.has(key)) continue;
    known.add(key);
    const names = path.map(shownName);
    const way = names.join(' → ');
    const isNamed = path.some(
      (ref, place) =>
        facts.edgeKinds.get(`${path[place - 1]}\n${ref}`) === 'logs',
    );
    book.add(
      {
        type: 'topology',
        entityRef: path[path.length - 1],
        source: isNamed ? 'logs' : 'catalog',
        title: way,
        text: `${way}: each depends on the next${
          isNamed ? ', as far as its errors name it' : ''
        }.`,
        data: { path, hops: path.length - 1 },
        said: said(
          'evidence.topology',
          `${names[0]} depends on ${names[names.length - 1]}${
            path.length > 2 ? `, ${path.length - 1} hops away` : ''
          }`,
          {
            from: names[0],
            to: names[names.length - 1],
            hops: path.length - 1,
          },
        ),
      },
      path,
    );
  }
}
