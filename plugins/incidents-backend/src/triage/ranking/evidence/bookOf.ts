import type { Findings } from '../findings';
import { addAlerts } from './addAlerts';
import { addBurn } from './addBurn';
import { addChanges } from './addChanges';
import { addContext } from './addContext';
import { addLogs } from './addLogs';
import { addMetrics } from './addMetrics';
import { addTopology } from './addTopology';
import { EvidenceBook } from './EvidenceBook';

/**
 * What of an incident can be cited, about 250 items at most. What concerns the first suspects has its
 * place before all else.
 */
export function bookOf(
  findings: Findings,
  first: string[],
  paths: string[][],
): EvidenceBook {
  const book = EvidenceBook.create();
  addAlerts(book, findings);
  addBurn(book, findings);
  addChanges(book, findings);
  addMetrics(book, findings, first);
  addLogs(book, findings);
  addTopology(book, findings, paths);
  addContext(book, findings, first);
  return book;
}
