import { Fleet } from '../fleet/Fleet';
import { Portal } from '../portal/Portal';
import { Pusher } from './Pusher';
import { pushedObjectives } from './pushedObjectives';

describe('Pusher', () => {
  it('sends the closed minutes that the services still remember, empty ones included', async () => {
    const fleet = await Fleet.start({ port: () => 0 });
    const portal = Portal.create({
      url: 'http://127.0.0.1:1',
      token: 'unused',
      signal: new AbortController().signal,
    });
    const first = Math.floor(Date.now() / 60_000) + 1;
    const pusher = Pusher.start({ fleet, portal, since: first, log: () => {} });
    try {
      const { tally } = fleet.get('payments');
      tally.record(first * 60_000, { ok: true, fast: true });
      tally.record(first * 60_000 + 1, { ok: true, fast: false });
      tally.record(first * 60_000 + 2, { ok: false, fast: false });
      tally.record((first + 2) * 60_000, { ok: true, fast: true });

      const samples = pusher.samples((first + 2) * 60_000 + 6000);

      const minute = (offset: number) =>
        new Date((first + offset) * 60_000).toISOString();
      expect(samples.length).toBe(2 * pushedObjectives.length);
      expect(samples).toEqual(
        expect.arrayContaining([
          {
            ref: 'slo:default/payments-availability',
            minute: minute(0),
            good: 2,
            total: 3,
          },
          {
            ref: 'slo:default/payments-latency',
            minute: minute(0),
            good: 1,
            total: 2,
          },
          {
            ref: 'slo:default/payments-availability',
            minute: minute(1),
            good: 0,
            total: 0,
          },
        ]),
      );
      expect(pusher.samples(first * 60_000)).toEqual([]);
    } finally {
      pusher.stop();
      await fleet.stop();
    }
  });
});
