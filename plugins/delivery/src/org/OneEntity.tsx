import { EntitySelect } from '@ghostlight/reliability-react';
import { useDeliveryText } from '../translation';

const KINDS = {
  owner: ['group', 'user'],
  system: ['system'],
  entity: ['component', 'resource', 'api'],
} as const;

/** One owner, system or entity of the catalog, or any. */
export function OneEntity(props: {
  of: keyof typeof KINDS;
  /** Its ref, or empty. */
  value: string;
  placeholder?: string;
  onChange(ref: string): void;
}) {
  const t = useDeliveryText();
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
