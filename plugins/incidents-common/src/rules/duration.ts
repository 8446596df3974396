const msOf = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds of `30s`, `5m`, `2h`, `1d`; undefined when it is none of these. */
export function durationMs(text: string): number | undefined {
  const match = /^([1-9]\d{0,5})([smhd])$/.exec(text);
  return match
    ? Number(match[1]) * msOf[match[2] as keyof typeof msOf]
    : undefined;
}
