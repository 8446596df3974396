import { Button, Choice } from '@ghostlight/reliability-react';
import { useCallback } from 'react';
import type { DoraScope } from '../hooks';
import { OneEntity } from '../org/OneEntity';
import { EnvironmentField } from '../org/TypedFields';
import { useDeliveryText } from '../translation';
import { CsvButton } from './CsvButton';
import { spans, SPANS, type DoraUrl, type SetDoraUrl } from './doraUrl';
import classes from '../org/org.module.css';

/** The backend's own where none is named. */
const STANDARD = 'production';

/** Whose releases are counted, where, and over how long. */
export function DoraFilters(props: {
  url: DoraUrl;
  setUrl: SetDoraUrl;
  scope: DoraScope;
}) {
  const t = useDeliveryText();
  const { url, setUrl, scope } = props;
  const place = useCallback(
    (environment: string) => setUrl({ environment }),
    [setUrl],
  );
  return (
    <div className={classes.filters} role="search">
      <OneEntity
        of="owner"
        placeholder={t('dora.anyOwner')}
        value={url.owner}
        // One or the other: a team or a system.
        onChange={owner => setUrl({ owner, system: '' })}
      />
      <OneEntity
        of="system"
        placeholder={t('dora.anySystem')}
        value={url.system}
        onChange={system => setUrl({ system, owner: '' })}
      />
      <EnvironmentField
        value={url.environment}
        placeholder={STANDARD}
        onChange={place}
      />
      <div className={classes.button}>
        <Choice
          label={t('dora.span')}
          options={spans.map(id => ({
            id,
            label: t('dora.lastDays', { days: String(SPANS[id]) }),
          }))}
          value={url.span}
          onChange={span => setUrl({ span })}
        />
      </div>
      {(url.owner || url.system || url.environment) && (
        <Button
          className={classes.button}
          size="small"
          variant="tertiary"
          onPress={() => setUrl({ owner: '', system: '', environment: '' })}
        >
          {t('words.clear')}
        </Button>
      )}
      <div className={classes.button}>
        <CsvButton scope={scope} />
      </div>
    </div>
  );
}
