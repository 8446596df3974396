const z = 1.959964;

/**
 * The 95 % interval of a share, by Wilson's score (Wilson 1927), which stays within 0 and 1 and is not
 * empty when nothing or everything was counted.
 *
 * @public
 */
export function shareInterval(count: number, of: number): [number, number] {
  if (of === 0) return [0, 1];
  const share = count / of;
  const middle = share + (z * z) / (2 * of);
  const half =
    z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  return [
    Math.max(0, (middle - half) / scale),
    Math.min(1, (middle + half) / scale),
  ];
}
