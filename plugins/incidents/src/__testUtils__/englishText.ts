import { mockApis } from '@backstage/frontend-test-utils';
import { incidentsTranslationRef, type IncidentsText } from '../translation';

/** Looks up the English texts, without a screen. */
export function englishText(): IncidentsText {
  const found = mockApis.translation().getTranslation(incidentsTranslationRef);
  if (!found.ready) throw new Error('The English texts are always there');
  return found.t;
}
