/** Does something for each, so many at once, and answers in their order. */
export async function eachOf<T, R>(
  all: readonly T[],
  atOnce: number,
  run: (each: T) => Promise<R>,
): Promise<R[]> {
  const done = new Array<R>(all.length);
  let next = 0;
  const work = async () => {
    while (next < all.length) {
      const place = next++;
      done[place] = await run(all[place]);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, work));
  return done;
}
