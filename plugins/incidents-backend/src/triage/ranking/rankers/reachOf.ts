/** Entities that a failure passes through before nobody believes it. */
const furthest = 4;
const most = 400;

/** What `from` rests on, with hops; itself is not in it. The nearest come first. */
export function reachOf(
  from: string,
  below: Map<string, string[]>,
): Map<string, number> {
  const reach = new Map<string, number>();
  let edge = [from];
  for (let hops = 1; hops <= furthest && edge.length; hops++) {
    const next: string[] = [];
    for (const ref of edge)
      for (const to of below.get(ref) ?? []) {
        if (to === from || reach.has(to) || reach.size >= most) continue;
        reach.set(to, hops);
        next.push(to);
      }
    edge = next;
  }
  return reach;
}

/** The shortest way along dependencies, both ends in it; undefined when there is none. */
export function pathOf(
  from: string,
  to: string,
  below: Map<string, string[]>,
): string[] | undefined {
  const came = new Map<string, string | undefined>([[from, undefined]]);
  let edge = [from];
  while (edge.length && !came.has(to) && came.size < 20_000) {
    const next: string[] = [];
    for (const ref of edge)
      for (const dependency of below.get(ref) ?? [])
        if (!came.has(dependency)) {
          came.set(dependency, ref);
          next.push(dependency);
        }
    edge = next;
  }
  if (!came.has(to)) return undefined;
  const path: string[] = [];
  for (let ref: string | undefined = to; ref !== undefined; ref = came.get(ref))
    path.unshift(ref);
  return path;
}
