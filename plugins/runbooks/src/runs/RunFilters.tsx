import type {
  ExecutionKind,
  ExecutionState,
} from '@ghostlight/plugin-runbooks-common';
import {
  Button,
  EntitySelect,
  pageClasses as classes,
  Select,
  type SetUrlValues,
  TypedField,
} from '@ghostlight/reliability-react';
import { OneEntity } from '../org/OneEntity';
import { useRunbooksText } from '../translation';
import {
  executionFilterOf,
  KINDS,
  STATES,
  UNFILTERED,
  type runsUrl,
  type RunsUrl,
} from './runsUrl';

/** Which runs. */
export function RunFilters(props: {
  url: RunsUrl;
  setUrl: SetUrlValues<typeof runsUrl>;
}) {
  const t = useRunbooksText();
  const { url, setUrl } = props;
  const one = (
    name: 'runbook' | 'policy' | 'experiment' | 'by',
    kinds: string[],
  ) => (
    <EntitySelect
      label={t(`runs.${name}`)}
      placeholder={t('words.any')}
      kinds={kinds}
      value={url[name] ? [url[name]] : []}
      onChange={refs => setUrl({ [name]: refs.at(-1) ?? '' })}
    />
  );
  return (
    <div className={classes.filters} role="search">
      <Select
        size="small"
        label={t('executionState.label')}
        placeholder={t('words.any')}
        selectionMode="multiple"
        options={STATES.map(id => ({ id, label: t(`executionState.${id}`) }))}
        value={url.state}
        onChange={chosen => setUrl({ state: chosen as ExecutionState[] })}
      />
      <Select
        size="small"
        label={t('runs.kind')}
        placeholder={t('words.any')}
        selectionMode="multiple"
        options={KINDS.map(id => ({ id, label: t(`executionKind.${id}`) }))}
        value={url.kind}
        onChange={chosen => setUrl({ kind: chosen as ExecutionKind[] })}
      />
      <OneEntity
        of="entity"
        value={url.entity}
        onChange={entity => setUrl({ entity })}
      />
      {one('runbook', ['runbook'])}
      {one('by', ['user'])}
      {url.policy && one('policy', ['remediationpolicy'])}
      {url.experiment && one('experiment', ['chaosexperiment'])}
      <TypedField
        label={t('words.incident')}
        placeholder={t('words.any')}
        value={url.incident}
        onChange={incident => setUrl({ incident })}
        maxLength={30}
      />
      {Object.values(executionFilterOf(url)).some(Boolean) && (
        <Button
          className={classes.button}
          size="small"
          variant="tertiary"
          onPress={() => setUrl(UNFILTERED)}
        >
          {t('words.clear')}
        </Button>
      )}
    </div>
  );
}
