import type { Deployment } from '@ghostlight/reliability-kubernetes';

/** How many pods a Deployment's strategy lets be away at once while it renews them. */
export function takenAway({ spec }: Deployment): number {
  const wanted = spec.replicas ?? 1;
  const { type = 'RollingUpdate', rollingUpdate } = spec.strategy ?? {};
  if (type === 'Recreate') return wanted;
  const surge = resolve(rollingUpdate?.maxSurge ?? '25%', wanted, Math.ceil);
  const away = resolve(
    rollingUpdate?.maxUnavailable ?? '25%',
    wanted,
    Math.floor,
  );
  return surge || away ? Math.min(away, wanted) : Math.min(1, wanted);
}

function resolve(
  value: unknown,
  of: number,
  round: (value: number) => number,
): number {
  const text = String(value);
  const number = Number(text.replace('%', '')) || 0;
  return text.endsWith('%') ? round((number * of) / 100) : number;
}
