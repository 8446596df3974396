import { useEffect, useRef, useState } from 'react';

const PAUSE = 250;

/**
 * A text that is typed, and handed on once the reader pauses: not a request a letter.
 *
 * @public
 */
export function useTyped(
  value: string,
  onSettle: (text: string) => void,
): [text: string, setText: (text: string) => void] {
  const [text, setText] = useState(value);
  const settle = useRef(onSettle);
  const settled = useRef(value);
  useEffect(() => {
    settle.current = onSettle;
  });
  // Back, or a link, brings another text; one's own comes back while one types on.
  useEffect(() => {
    if (value !== settled.current) setText(value);
    settled.current = value;
  }, [value]);
  useEffect(() => {
    if (text === settled.current) return undefined;
    const timer = setTimeout(() => {
      settled.current = text;
      settle.current(text);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [text, value]);
  return [text, setText];
}
