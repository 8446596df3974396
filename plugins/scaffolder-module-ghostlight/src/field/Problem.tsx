import { Text } from '@ghostlight/reliability-react';
import { useFieldText } from '../translation';

/** Why something could not be looked up. The field can be filled in by hand then. */
export function Problem({ error }: { error: Error }) {
  const t = useFieldText();
  return (
    <Text as="p" variant="body-small" color="danger" role="alert">
      {t('failed', { message: error.message.slice(0, 300) })}
    </Text>
  );
}
