import { EntitySelect } from '@ghostlight/reliability-react';
import { useRunbooksText } from '../translation';

const KINDS = {
  owner: ['group', 'user'],

  entity: ['component', 'resource', 'api', 'system'],
} as const;

/** One owner or entity of the catalog, or any. */
export function OneEntity(props: {
  of: keyof typeof KINDS;
  /** Its ref, or empty. */
  value: string;
  placeholder?: string;
  onChange(ref: string): void;
}) {
  const t = useRunbooksText();
  const { of, value, placeholder, onChange } = props;
  return (
    <EntitySelect
      label={t(`words.${of}`)}
      placeholder={placeholder ?? t('words.any')}
      kinds={KINDS[of]}
      value={value ? [value] : []}
      // The last one that was pressed; pressed again, none.
      onChange={refs => onChange(refs[refs.length - 1] ?? '')}
    />
  );
}
