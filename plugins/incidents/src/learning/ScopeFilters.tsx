import type { Severity } from '@ghostlight/plugin-incidents-common';
import {
  Button,
  Checkbox,
  EntitySelect,
  Select,
  type SetUrlValues,
} from '@ghostlight/reliability-react';
import { useIncidentsText } from '../translation';
import { SEVERITIES } from '../words';
import { CsvButton } from './CsvButton';
import {
  spans,
  SPANS,
  type learningUrl,
  type LearningUrl,
  type Scope,
  type Span,
} from './learningUrl';
import classes from './learning.module.css';

const ENTITIES = ['component', 'resource', 'api'];
const OWNERS = ['group', 'user'];
const SYSTEMS = ['system'];

/** Which incidents are counted. */
export function ScopeFilters(props: {
  url: LearningUrl;
  setUrl: SetUrlValues<typeof learningUrl>;
  scope: Scope;
}) {
  const t = useIncidentsText();
  const { url, setUrl, scope } = props;
  const one = (refs: string[]) => refs[refs.length - 1] ?? '';
  const isFiltered =
    url.entity || url.owner || url.system || url.severity.length > 0;
  return (
    <div className={classes.filters} role="search">
      <Select
        size="small"
        label={t('learning.span')}
        options={spans.map(id => ({
          id,
          label: t('learning.lastDays', { days: String(SPANS[id]) }),
        }))}
        value={url.span}
        onChange={chosen => setUrl({ span: (chosen ?? '90d') as Span })}
      />
      <EntitySelect
        label={t('record.entity')}
        placeholder={t('list.any')}
        kinds={ENTITIES}
        value={url.entity ? [url.entity] : []}
        onChange={refs => setUrl({ entity: one(refs) })}
      />
      <EntitySelect
        label={t('oncall.team')}
        placeholder={t('list.any')}
        kinds={OWNERS}
        value={url.owner ? [url.owner] : []}
        onChange={refs => setUrl({ owner: one(refs) })}
      />
      <EntitySelect
        label={t('list.system')}
        placeholder={t('list.any')}
        kinds={SYSTEMS}
        value={url.system ? [url.system] : []}
        onChange={refs => setUrl({ system: one(refs) })}
      />
      <Select
        size="small"
        label={t('severity.label')}
        placeholder={t('list.any')}
        selectionMode="multiple"
        options={SEVERITIES.map(id => ({ id, label: id }))}
        value={url.severity}
        onChange={chosen => setUrl({ severity: chosen as Severity[] })}
      />
      <div className={classes.check}>
        <Checkbox
          isSelected={url.imported}
          onChange={imported => setUrl({ imported })}
        >
          {t('learning.imported')}
        </Checkbox>
      </div>
      {isFiltered && (
        <Button
          className={classes.button}
          size="small"
          variant="tertiary"
          onPress={() =>
            setUrl({ entity: '', owner: '', system: '', severity: [] })
          }
        >
          {t('list.clear')}
        </Button>
      )}
      <CsvButton scope={scope} />
    </div>
  );
}
