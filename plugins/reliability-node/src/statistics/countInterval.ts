const z = 1.959964;

/**
 * The 95 % interval of the mean of a Poisson count, by the approximation of Byar (Rothman, Epidemiologic
 * Analysis with a Programmable Calculator, 1979), good to a few per cent from one event on.
 *
 * @public
 */
export function countInterval(count: number): [number, number] {
  const bound = (events: number, sign: 1 | -1) =>
    events === 0
      ? 0
      : events *
        (1 - 1 / (9 * events) + (sign * z) / (3 * Math.sqrt(events))) ** 3;
  return [bound(count, -1), bound(count + 1, 1)];
}
