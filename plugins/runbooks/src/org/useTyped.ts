import { useEffect, useState } from 'react';

const PAUSE = 250;

/** A text that is typed, and handed on once the reader pauses: not a request a letter. */
export function useTyped(
  value: string,
  onSettle: (text: string) => void,
): [string, (text: string) => void] {
  const [text, setText] = useState(value);
  // Back, or a link, brings another text.
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return undefined;
    const timer = setTimeout(() => onSettle(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text, value, onSettle]);
  return [text, setText];
}
