import { TextField } from '@backstage/ui';
import { useTyped } from '../act/useTyped';

/**
 * A short text to filter by, handed on once the reader pauses.
 *
 * @public
 */
export function TypedField(props: {
  label: string;
  placeholder?: string;
  value: string;
  maxLength?: number;
  onChange(text: string): void;
}) {
  const { value, onChange, ...shown } = props;
  const [text, setText] = useTyped(value, onChange);
  return <TextField {...shown} size="small" value={text} onChange={setText} />;
}
