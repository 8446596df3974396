import type { SourceStatus } from '@ghostlight/plugin-delivery-common';
import {
  CopyButton,
  pageClasses as classes,
  uiClasses,
  useBackend,
  useFormats,
  When,
} from '@ghostlight/reliability-react';
import { useDeliveryText } from '../translation';
import { Said, SourceWord } from '../words';

/** What is there of a kind: its state in words, when it was last heard of, and where to send to. */
export function SourceTable(props: {
  kind: SourceStatus['kind'];
  sources: SourceStatus[];
}) {
  const t = useDeliveryText();
  const format = useFormats();
  const { kind, sources } = props;
  const reports = kind === 'source' || kind === 'adapter';
  return (
    <div className={uiClasses.scroll}>
      <table className={uiClasses.table} aria-label={t(`sources.kind_${kind}`)}>
        <thead>
          <tr>
            <th scope="col">{t('sources.name')}</th>
            <th scope="col">{t('sources.state')}</th>
            {reports && (
              <>
                <th scope="col">{t('sources.lastAt')}</th>
                <th scope="col" className={uiClasses.end}>
                  {t('sources.count')}
                </th>
              </>
            )}
            {kind === 'adapter' && <th scope="col">{t('sources.connect')}</th>}
          </tr>
        </thead>
        <tbody>
          {sources.map(each => (
            <tr key={each.id}>
              <th scope="row">{each.title}</th>
              <td className={classes.wrap}>
                {reports ? (
                  <SourceWord state={each.state} />
                ) : (
                  t('sources.installed')
                )}
                {each.said && (
                  <div className={uiClasses.muted}>
                    <Said sentence={each.said} />
                  </div>
                )}
              </td>
              {reports && (
                <>
                  <td>
                    {each.lastAt ? (
                      <When iso={each.lastAt} />
                    ) : (
                      t('sources.never')
                    )}
                  </td>
                  <td className={uiClasses.end}>
                    {format.count(each.count24h)}
                  </td>
                </>
              )}
              {kind === 'adapter' && (
                <td>
                  <Address adapter={each} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Where an adapter takes what its vendor sends. */
function Address({ adapter }: { adapter: SourceStatus }) {
  const t = useDeliveryText();
  const backend = useBackend('delivery');
  const address = `${backend}/v1/changes/${encodeURIComponent(adapter.id)}`;
  return (
    <span className={uiClasses.row}>
      <code className={classes.code}>{address}</code>
      <CopyButton
        text={address}
        what={t('sources.address', { name: adapter.title })}
      />
    </span>
  );
}
