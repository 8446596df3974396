import type { Freeze } from '@ghostlight/plugin-delivery-common';
import {
  Button,
  Clock,
  EntityName,
  pageClasses as classes,
  ToneWord,
  uiClasses,
  When,
} from '@ghostlight/reliability-react';
import { useDeliveryText } from '../translation';
import { Actor } from '../words';
import { isInForce } from './isInForce';

/** Freezes that are not over, the earliest first. */
export function FreezeTable(props: {
  freezes: Freeze[];
  mayEnd: boolean;
  onEnd(freeze: Freeze): void;
}) {
  const t = useDeliveryText();
  const { freezes, mayEnd, onEnd } = props;
  return (
    <div className={uiClasses.scroll}>
      <table className={uiClasses.table} aria-label={t('freezes.table')}>
        <thead>
          <tr>
            <th scope="col">{t('freezes.name')}</th>
            <th scope="col">{t('freezes.state')}</th>
            <th scope="col">{t('freezes.from')}</th>
            <th scope="col">{t('freezes.until')}</th>
            <th scope="col">{t('freezes.covers')}</th>
            <th scope="col">{t('freezes.plannedBy')}</th>
            <th scope="col">{t('freezes.act')}</th>
          </tr>
        </thead>
        <tbody>
          {freezes.map(each => (
            <tr key={each.id}>
              <th scope="row" className={classes.wrap}>
                {each.title}
                {each.reason && (
                  <div className={uiClasses.muted}>{each.reason}</div>
                )}
              </th>
              <td>
                <FreezeWord freeze={each} />
              </td>
              <td>
                <Clock iso={each.from} withDate />
              </td>
              <td>
                <Clock iso={each.until} withDate />{' '}
                <span className={uiClasses.muted}>
                  (<When iso={each.until} />)
                </span>
              </td>
              <td className={classes.wrap}>
                <Covers freeze={each} />
              </td>
              <td>
                {each.source === 'config' && t('freezes.config')}
                {each.source === 'portal' && each.by && (
                  <Actor name={each.by} />
                )}
              </td>
              <td className={classes.wrap}>
                {each.source === 'config' ? (
                  <span className={uiClasses.muted}>
                    {t('freezes.configHint')}
                  </span>
                ) : (
                  <Button
                    size="small"
                    variant="tertiary"
                    isDisabled={!mayEnd}
                    aria-label={t('freezes.endLabel', { title: each.title })}
                    onPress={() => onEnd(each)}
                  >
                    {t('freezes.end')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FreezeWord({ freeze }: { freeze: Freeze }) {
  const t = useDeliveryText();
  return isInForce(freeze) ? (
    <ToneWord tone="warning" word={t('freezes.inForce')} />
  ) : (
    <ToneWord tone="neutral" word={t('freezes.ahead')} />
  );
}

/** What it holds back, and where. */
function Covers({ freeze }: { freeze: Freeze }) {
  const t = useDeliveryText();
  const { environments, entityRefs, owners } = freeze;
  const refs = [...owners, ...entityRefs];
  return (
    <>
      {refs.length === 0
        ? t('freezes.everything')
        : refs.map((ref, index) => (
            <span key={ref}>
              {index > 0 && ', '}
              <EntityName entityRef={ref} />
            </span>
          ))}{' '}
      {environments.length === 0
        ? t('freezes.everywhere')
        : t('freezes.planWhereList', { environments: environments.join(', ') })}
    </>
  );
}
