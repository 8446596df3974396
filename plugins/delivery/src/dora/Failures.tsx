import type { Deployment } from '@ghostlight/plugin-delivery-common';
import {
  EntityName,
  Link,
  pageClasses as classes,
  Panel,
  uiClasses,
  When,
} from '@ghostlight/reliability-react';
import { useDeliveryLinks } from '../hooks';
import { useDeliveryText } from '../translation';
import { Said, versionOf } from '../words';

/** What counted as failed, and why: nothing of it is guessed. */
export function Failures({ failures }: { failures: Deployment[] }) {
  const t = useDeliveryText();
  return (
    <Panel title={t('dora.failures')}>
      {failures.length === 0 ? (
        <p className={uiClasses.plain}>{t('dora.noFailures')}</p>
      ) : (
        <>
          <p className={uiClasses.muted}>
            {t('dora.failuresSome', { count: failures.length })}
          </p>
          <FailureTable failures={failures} />
        </>
      )}
    </Panel>
  );
}

function FailureTable({ failures }: { failures: Deployment[] }) {
  const t = useDeliveryText();
  const links = useDeliveryLinks();
  return (
    <div className={uiClasses.scroll}>
      <table className={uiClasses.table} aria-label={t('dora.failures')}>
        <thead>
          <tr>
            <th scope="col">{t('words.entity')}</th>
            <th scope="col">{t('words.version')}</th>
            <th scope="col">{t('words.when')}</th>
            <th scope="col">{t('dora.why')}</th>
          </tr>
        </thead>
        <tbody>
          {failures.map(each => (
            <tr key={each.id}>
              <td>
                {each.entityRef ? (
                  <EntityName entityRef={each.entityRef} />
                ) : (
                  '–'
                )}
              </td>
              <td>
                <Link href={links.change(each.id)}>{versionOf(each)}</Link>
              </td>
              <td>
                <When iso={each.startedAt} />
              </td>
              <td className={classes.wrap}>
                {each.failedBecause.map(({ kind, ref, said }, index) => (
                  <span key={`${kind} ${ref}`}>
                    {index > 0 && ' · '}
                    <Said sentence={said} />
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
