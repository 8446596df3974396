import { SearchField } from '@backstage/ui';
import { useTyped } from '../act/useTyped';

/**
 * Finds by words; they are handed on once the reader pauses.
 *
 * @public
 */
export function SearchBox(props: {
  label: string;
  placeholder?: string;
  className?: string;
  value: string;
  onChange(text: string): void;
}) {
  const { value, onChange, ...shown } = props;
  const [text, setText] = useTyped(value, onChange);
  return (
    <SearchField {...shown} size="small" value={text} onChange={setText} />
  );
}
