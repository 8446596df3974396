import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import type { ObjectiveDetail } from '@ghostlight/plugin-slo-common';
import { Link, Panel, useFormats } from '@ghostlight/reliability-react';
import { nameOf } from '../answer';
import shared from '../slo.module.css';
import { useSloText } from '../translation';

/** The objectives that a composite is made of. */
export function Members(props: {
  members: NonNullable<ObjectiveDetail['members']>;
}) {
  const t = useSloText();
  const format = useFormats();
  const entityLink = useEntityRefLink();
  return (
    <Panel title={t('tab.composite')}>
      <ul className={shared.list}>
        {props.members.map(({ ref, weight }) => {
          const [documentRef] = ref.split('~');
          return (
            <li key={ref} className={shared.row}>
              <Link href={entityLink(documentRef)}>{nameOf(ref)}</Link>
              <span className={shared.muted}>
                {t('tab.weight', { weight: format.count(weight) })}
              </span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
