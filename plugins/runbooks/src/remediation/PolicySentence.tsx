import type { Policy, Sentence } from '@ghostlight/plugin-runbooks-common';
import { useRunbooksText, type RunbooksText } from '../translation';
import { Said } from '../words';

/** The sentence with what stands for somebody or anything put into words. */
function readable({ params, ...rest }: Sentence, t: RunbooksText): Sentence {
  const { when, escalateTo } = params ?? {};
  return {
    ...rest,
    params: {
      ...params,
      ...(when === '*' && { when: t('policy.anything') }),
      ...(escalateTo === 'on-call' && { escalateTo: t('words.onCall') }),
    },
  };
}

/** What a policy does, as one would say it. */
export function PolicySentence({ policy }: { policy: Policy }) {
  const t = useRunbooksText();
  return <Said sentence={readable(policy.sentence, t)} />;
}
