import { listOf, nameOf, useFormats } from '@ghostlight/reliability-react';
import { useDeliveryText } from '../translation';
import { environmentsOf, spanOf, type FreezeForm } from './freezeForm';

/** What a freeze would do, to what, in one sentence. */
export function useFreezeSentence(form: FreezeForm): string {
  const t = useDeliveryText();
  const format = useFormats();
  const span = spanOf(form);
  if (!span) return t('freezes.planWhatInvalid');
  const list = (names: string[]) => listOf(names, format.language);
  const what = [
    form.owners.length > 0 &&
      t('freezes.planOf', { names: list(form.owners.map(nameOf)) }),
    form.entityRefs.length > 0 && list(form.entityRefs.map(nameOf)),
  ].filter(each => each !== false);
  const environments = environmentsOf(form);
  return t('freezes.planWhat', {
    from: format.time(span.from / 1000),
    until: format.time(span.until / 1000),
    duration: format.duration((span.until - span.from) / 1000),
    what: what.length > 0 ? list(what) : t('freezes.everything'),
    where:
      environments.length > 0
        ? t('freezes.planWhereList', { environments: list(environments) })
        : t('freezes.everywhere'),
  });
}
