import type { Trigger } from '@ghostlight/plugin-runbooks-common';
import { listOf, nameOf, useFormats } from '@ghostlight/reliability-react';
import { useCallback } from 'react';
import { useRunbooksText } from '../translation';

/** Says when a document is for what happens, in words: all parts of one trigger must hold. */
export function useTriggerText(): (trigger: Trigger) => string {
  const t = useRunbooksText();
  const { language } = useFormats();
  return useCallback(
    ({ alert, labels = {}, slo, burn, severities = [] }) => {
      const pairs = Object.entries(labels).map(
        ([key, value]) => `${key}=${value}`,
      );
      const parts = [
        alert === '*' && t('trigger.anyAlert'),
        alert && alert !== '*' && t('trigger.alert', { name: alert }),
        pairs.length > 0 &&
          t('trigger.labels', { labels: listOf(pairs, language) }),
        slo && t('trigger.slo', { name: nameOf(slo) }),
        burn && t(`trigger.burn_${burn}`),
        severities.length > 0 &&
          t('trigger.severities', {
            list: listOf(
              severities.map(each => each.toLocaleUpperCase('en')),
              language,
              'disjunction',
            ),
          }),
      ].filter(part => typeof part === 'string' && part !== '');
      return parts.length > 0 ? parts.join(', ') : t('trigger.never');
    },
    [t, language],
  );
}
