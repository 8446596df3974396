import { secondsOf } from '@ghostlight/reliability-react';
import { useEffect, useState } from 'react';
import { clockText } from './clock';

/** How long something takes: going on while it has no end. */
export function Stopwatch(props: { from: string | undefined; until?: string }) {
  const start = secondsOf(props.from);
  const end = secondsOf(props.until);
  if (start === undefined) return null;
  return end === undefined ? (
    <Running since={start} />
  ) : (
    <>{clockText(end - start)}</>
  );
}

function Running({ since }: { since: number }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return <>{clockText(now / 1000 - since)}</>;
}
