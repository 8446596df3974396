import type { TriageSettings } from '@ghostlight/plugin-incidents-common';
import {
  Panel,
  uiClasses,
  useFormats,
  When,
} from '@ghostlight/reliability-react';
import { useIncidentsText } from '../../translation';
import { Told } from '../../words';

/** How suspects are ranked here, why so, and how often it was right. */
export function Ranker({ ranker }: { ranker: TriageSettings['ranker'] }) {
  const t = useIncidentsText();
  const format = useFormats();
  const share = (value: number | undefined) =>
    value === undefined ? t('settings.notMeasured') : format.percent(value);
  const rows: Array<[string, string]> = [
    [
      t('settings.closed'),
      t('settings.closedOf', {
        have: format.count(ranker.closedIncidents),
        needed: format.count(ranker.needed),
      }),
    ],
    [t('settings.top1'), share(ranker.top1)],
    [t('settings.untrainedTop1'), share(ranker.untrainedTop1)],
  ];
  return (
    <Panel title={t('settings.ranker')}>
      <p className={uiClasses.plain}>
        {t(
          ranker.kind === 'learned' ? 'why.rankerLearned' : 'why.rankerRules',
          { version: ranker.version },
        )}{' '}
        <Told sentence={ranker.why} />
      </p>
      <table className={uiClasses.table}>
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className={uiClasses.end}>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {ranker.trainedAt && (
        <p className={uiClasses.muted}>
          {t('settings.trainedAt')} <When iso={ranker.trainedAt} />
        </p>
      )}
    </Panel>
  );
}
