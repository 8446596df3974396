import { EntitySelect, Panel, uiClasses } from '@ghostlight/reliability-react';
import { OncallPanel } from '../entity/OncallPanel';
import { useIncidentsText } from '../translation';
import classes from './oncall.module.css';

const KINDS = ['component', 'resource', 'api', 'system', 'domain', 'group'];

/** Who is on call for any entity, and through which owner. */
export function LookUp(props: {
  entityRef: string;
  onChange(entityRef: string): void;
}) {
  const t = useIncidentsText();
  const { entityRef, onChange } = props;
  return (
    <Panel title={t('oncall.lookUp')} level={2}>
      <div className={classes.lookUp}>
        <EntitySelect
          label={t('record.entity')}
          placeholder={t('oncall.lookUpPlaceholder')}
          kinds={KINDS}
          value={entityRef ? [entityRef] : []}
          onChange={refs => onChange(refs[refs.length - 1] ?? '')}
        />
      </div>
      {entityRef ? (
        <OncallPanel key={entityRef} entityRef={entityRef} />
      ) : (
        <p className={uiClasses.muted}>{t('oncall.lookUpHint')}</p>
      )}
    </Panel>
  );
}
