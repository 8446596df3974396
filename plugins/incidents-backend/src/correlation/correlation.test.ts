import fc from 'fast-check';
import { Desk, begin, refOf } from './__testUtils__/Desk';

const shop = {
  storefront: ['checkout', 'search'],
  checkout: ['payments'],
  payments: ['ledger'],
  mobile: ['checkout'],
};

describe('Correlation', () => {
  it('joins what depends on the origin, says why and by which way, and names the origin', () => {
    const desk = Desk.create(shop);
    const payments = desk.take(desk.alert('payments', 0));
    const storefront = desk.take(desk.alert('storefront', 60));
    const checkout = desk.take(desk.alert('checkout', 70));
    expect(payments.groupId).toBeUndefined();
    expect(checkout.group).toBe(payments.group);
    expect(storefront.group).toBe(payments.group);
    expect(storefront.because[0]).toMatchObject({
      kind: 'depends-on',
      text: 'storefront depends on payments',
      path: [refOf('storefront'), refOf('checkout'), refOf('payments')],
    });
    const [origin] = desk.correlator.suspects(payments.group);
    expect(origin).toMatchObject({
      entityRef: refOf('payments'),
      confidence: 'high',
    });
    expect(origin.evidence.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['explains', 'earliest', 'severity']),
    );
    expect([...desk.correlator.symptoms(payments.group)].sort()).toEqual([
      2, 3,
    ]);
  });

  it('finds the origin though it fires last, and makes one of the groups that it explains', () => {
    const desk = Desk.create({
      web: ['cart'],
      cart: ['stock'],
      app: ['offers'],
      offers: ['stock'],
    });
    desk.take(desk.alert('web', 0));
    const app = desk.take(desk.alert('app', 20));
    expect(app.groupId).toBeUndefined();
    desk.take(desk.alert('stock', 50));
    expect(new Set(desk.groups.values()).size).toBe(1);
    const [group] = desk.groups.values();
    expect(desk.correlator.suspects(group)[0].entityRef).toBe(refOf('stock'));
  });

  it('suspects a dependency without alerts of its own when its dependents have them', () => {
    const desk = Desk.create({ a: ['db'], b: ['db'], c: ['db'] });
    for (const [at, name] of ['a', 'b', 'c'].entries())
      desk.take(desk.alert(name, at * 10));
    const [group] = new Set(desk.groups.values());
    expect(new Set(desk.groups.values()).size).toBe(1);
    const suspects = desk.correlator.suspects(group);
    expect(suspects.map(({ entityRef }) => entityRef)).toContain(refOf('db'));
    const joined = desk.correlator.place(desk.alert('c', 40), begin).because;
    expect(joined[0].kind).toBe('same-entity');
  });

  it('does not take a common dependency of very many for a tie of two', () => {
    const many = Array.from({ length: 60 }, (_, n) => `service-${n}`);
    const desk = Desk.create(
      Object.fromEntries(many.map(name => [name, ['dns']])),
    );
    desk.take(desk.alert('service-1', 0));
    expect(desk.take(desk.alert('service-2', 5)).groupId).toBeUndefined();
  });

  it('takes a common dependency for the cause when very many that rest on it have alerts', () => {
    const many = Array.from({ length: 100 }, (_, n) => `service-${n}`);
    const desk = Desk.create(
      Object.fromEntries(many.map(name => [name, ['network']])),
    );
    desk.take(desk.alert('network', 0));
    for (const [at, name] of many.entries())
      desk.take(desk.alert(name, 5 + at));
    expect(new Set(desk.groups.values()).size).toBe(1);
    const [group] = desk.groups.values();
    expect(desk.correlator.suspects(group)[0]).toMatchObject({
      entityRef: refOf('network'),
      confidence: 'high',
    });
    expect(desk.correlator.symptoms(group).size).toBe(100);
  });

  it('keeps two faults apart that meet in one symptom', () => {
    const desk = Desk.create({
      gateway: ['left', 'right'],
      left: ['left-db'],
      right: ['right-db'],
    });
    const left = desk.take(desk.alert('left-db', 0));
    desk.take(desk.alert('left', 20));
    desk.take(desk.alert('gateway', 40));
    const right = desk.take(desk.alert('right-db', 50));
    expect(right.groupId).toBeUndefined();
    expect(desk.take(desk.alert('right', 60)).group).toBe(right.group);
    expect(left.group).not.toBe(right.group);
  });

  it.each([
    ['another environment', 30, { environment: 'staging' }],
    ['long before', -1200, {}],
    ['long after', 2400, {}],
  ])('keeps apart what is of %s', (_, seconds, more) => {
    const desk = Desk.create(shop);
    desk.take(desk.alert('payments', 0, { environment: 'production' }));
    const other = desk.take(
      desk.alert('checkout', seconds, { environment: 'production', ...more }),
    );
    expect(other.groupId).toBeUndefined();
  });

  it('joins later alerts of an entity that still fires', () => {
    const desk = Desk.create(shop);
    const first = desk.take(desk.alert('payments', 0));
    const later = desk.take(desk.alert('payments', 900, { name: 'PodCrash' }));
    expect(later.group).toBe(first.group);
    expect(later.because.map(({ text }) => text)).toContain(
      'Started 15 min later, while it still fires',
    );
  });

  it('groups an entity without edges, and alerts of no known entity by rare labels', () => {
    const desk = Desk.create(shop);
    for (let n = 0; n < 200; n++)
      desk.take(
        desk.alert(undefined, n * 400 - 90_000, {
          labels: { n: `${n}`, region: 'eu' },
        }),
      );
    const labels = { node: 'rack-7', region: 'eu' };
    const one = desk.take(desk.alert(undefined, 0, { labels }));
    const other = desk.take(desk.alert('alone', 20, { labels }));
    const third = desk.take(
      desk.alert(undefined, 30, { labels: { region: 'eu' } }),
    );
    expect(one.groupId).toBeUndefined();
    expect(other.group).toBe(one.group);
    expect(other.because[0].kind).toBe('time');
    expect(other.because.map(({ text }) => text)).toContain(
      'Same node=rack-7, region=eu',
    );
    expect(third.groupId).toBeUndefined();
  });

  it('follows a grouping rule whatever the score, within its window', () => {
    const desk = Desk.create(shop, {
      rules: [
        {
          name: 'one cluster',
          match: [{ label: 'name', value: 'NodeDown', mode: 'equals' }],
          sameLabels: ['cluster'],
          windowMs: 60_000,
        },
      ],
    });
    const node = (service: string, seconds: number, cluster?: string) =>
      desk.take(
        desk.alert(service, seconds, {
          name: 'NodeDown',
          labels: cluster ? { cluster } : {},
        }),
      );
    const first = node('ledger', 0, 'a');
    expect(node('search', 50, 'a')).toMatchObject({
      group: first.group,
      score: 1,
      because: [{ kind: 'rule', data: { rule: 'one cluster' } }],
    });
    expect(node('search', 55, 'b').because).not.toContainEqual(
      expect.objectContaining({ kind: 'rule' }),
    );
    expect(node('alone', 60).groupId).toBeUndefined();
    expect(node('alone', 200, 'a').groupId).not.toBe(first.group);
  });

  it('counts a recent change of what both may come from', () => {
    const desk = Desk.create(shop);
    const change = { id: 7, entityRef: refOf('payments'), title: 'v42' };
    desk.correlator.change({ ...change, at: begin - 5 * 60_000 });
    const payments = desk.take(desk.alert('payments', 0));
    const checkout = desk.take(desk.alert('checkout', 30));
    expect(checkout.because).toContainEqual(
      expect.objectContaining({
        kind: 'change',
        text: 'payments had changed 5 min before: v42',
        data: {
          changeId: '7',
          title: 'v42',
          seconds: '300',
          entityRef: refOf('payments'),
        },
      }),
    );
    expect(desk.correlator.suspects(payments.group)[0].changeId).toBe('7');
  });

  it('blames what was undone, not its undoing, when alerts come in after both', () => {
    const desk = Desk.create(shop);
    const entityRef = refOf('payments');
    const at = begin - 60_000;
    desk.correlator.change({ id: 7, entityRef, title: 'v42', at });
    desk.correlator.change({
      ...{ id: 8, entityRef, title: 'back to v41', at: at + 30_000 },
      undoes: true,
    });
    const { group } = desk.take(desk.alert('payments', 0));
    expect(desk.correlator.suspects(group)[0].changeId).toBe('7');
  });

  it('finds an alert again where it was put by hand, and forgets what is dropped', () => {
    const desk = Desk.create(shop);
    const payments = desk.alert('payments', 0);
    const first = desk.take(payments);
    const checkout = desk.alert('checkout', 10);
    desk.take(checkout);
    desk.correlator.put(77, checkout, { byHand: true });
    expect(desk.correlator.place(checkout, begin)).toMatchObject({
      groupId: 77,
      because: [{ kind: 'same-fingerprint' }],
    });
    expect(desk.correlator.symptoms(first.group).size).toBe(0);
    desk.correlator.drop(77);
    desk.correlator.drop(first.group);
    expect(desk.correlator.place(checkout, begin).groupId).toBeUndefined();
    expect(desk.correlator.suspects(77)).toEqual([]);
  });

  it('calls groups idle in which nothing fires', () => {
    const desk = Desk.create(shop);
    const payments = desk.alert('payments', 0);
    const { group } = desk.take(payments);
    expect(desk.correlator.idle(Infinity)).toEqual([]);
    desk.correlator.put(group, {
      ...payments,
      status: 'resolved',
      lastAt: begin + 60_000,
    });
    expect(desk.correlator.idle(begin + 60_000)).toEqual([]);
    expect(desk.correlator.idle(begin + 60_001)).toEqual([group]);
    desk.take(desk.alert('checkout', 50));
    expect(desk.correlator.idle(Infinity)).toEqual([]);
  });
});

describe('Whatever comes in', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const world = fc.record({
    edges: fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 14 }),
    alerts: fc.array(
      fc.record({
        service: fc.option(fc.constantFrom(...names), { nil: undefined }),
        seconds: fc.integer({ min: -100, max: 1500 }),
        severity: fc.constantFrom('critical', 'warning', 'info'),
        status: fc.constantFrom('firing', 'resolved'),
        labels: fc.dictionary(
          fc.constantFrom('node', 'zone', '__proto__'),
          fc.constantFrom('x', 'y', ''),
        ),
        environment: fc.option(fc.constantFrom('p', 's'), { nil: undefined }),
      }),
      { maxLength: 30 },
    ),
  });

  function play({
    edges,
    alerts,
  }: typeof world extends fc.Arbitrary<infer W> ? W : never) {
    const dependencies: Record<string, string[]> = Object.fromEntries(
      names.map(name => [name, []]),
    );
    // Circles and all.
    for (const [from, to] of edges) dependencies[names[from]].push(names[to]);
    const desk = Desk.create(dependencies);
    const taken = alerts.map(({ service, seconds, ...more }) => {
      const alert = desk.alert(service, seconds, more as object);
      return { alert, placement: desk.take(alert) };
    });
    return { desk, dependencies, taken };
  }

  it('the same alerts in the same order give the same groups and suspects', () => {
    fc.assert(
      fc.property(world, given => {
        const [one, other] = [play(given), play(given)];
        expect(one.taken).toEqual(other.taken);
        for (const group of one.desk.groups.values())
          expect(one.desk.correlator.suspects(group)).toEqual(
            other.desk.correlator.suspects(group),
          );
      }),
      { numRuns: 150 },
    );
  });

  it('reasons add up to the score, and their ways are there in the catalog', () => {
    fc.assert(
      fc.property(world, given => {
        const { desk, dependencies, taken } = play(given);
        const linked = (from: string, to: string) =>
          dependencies[from.split('/')[1]].includes(to.split('/')[1]);
        const follows = (path: readonly string[]) =>
          path
            .slice(1)
            .every((to, at) => linked(path[at], to) || linked(to, path[at]));
        for (const { placement } of taken) {
          const { score, because, groupId } = placement;
          const sum = because.reduce((total, { weight }) => total + weight, 0);
          expect(sum).toBeCloseTo(score, 6);
          expect(score).toBeLessThanOrEqual(1.01);
          expect(because.length > 0).toBe(groupId !== undefined);
          for (const { path = [] } of because) expect(follows(path)).toBe(true);
        }
        for (const group of new Set(desk.groups.values())) {
          const suspects = desk.correlator.suspects(group);
          expect(suspects.length).toBeLessThanOrEqual(5);
          const scores = suspects.map(({ score }) => score);
          expect(scores).toEqual([...scores].sort((a, b) => b - a));
          for (const { score, evidence } of suspects) {
            const sum = evidence.reduce(
              (total, { weight }) => total + weight,
              0,
            );
            expect(sum).toBeCloseTo(score, 6);
            for (const { path = [] } of evidence)
              expect(follows(path)).toBe(true);
          }
          const members = [...desk.groups].filter(([, home]) => home === group);
          for (const id of desk.correlator.symptoms(group))
            expect(members.map(([member]) => member)).toContain(id);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('no group has alerts of two environments', () => {
    fc.assert(
      fc.property(world, given => {
        const { desk, taken } = play(given);
        const seen = new Map<number, string>();
        for (const { alert } of taken) {
          const { environment } = alert;
          if (!environment) continue;
          const group = desk.groups.get(alert.id)!;
          expect(seen.get(group) ?? environment).toBe(environment);
          seen.set(group, environment);
        }
      }),
      { numRuns: 150 },
    );
  });
});
