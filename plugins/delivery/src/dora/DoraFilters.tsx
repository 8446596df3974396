import {
  Button,
  Choice,
  pageClasses as classes,
  TypedField,
} from '@ghostlight/reliability-react';
import type { DoraScope } from '../hooks';
import { OneEntity } from '../org/OneEntity';
import { useDeliveryText } from '../translation';
import { CsvButton } from './CsvButton';
import { spans, SPANS, type DoraUrl, type SetDoraUrl } from './doraUrl';

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
      <TypedField
        label={t('words.environment')}
        maxLength={60}
        value={url.environment}
        placeholder={STANDARD}
        onChange={environment => setUrl({ environment })}
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
