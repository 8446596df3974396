import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readDocument } from './document';
import { shiftsOf } from './schedule';

const file = resolve(
  __dirname,
  '../../../packages/theatre/catalog/oncall.yaml',
);

describe('the rotation of the demo fleet', () => {
  it('has somebody for payments at both levels at all times, and never the same person', async () => {
    const { teams } = readDocument(await readFile(file, 'utf8'), file);
    const from = Date.parse('2026-10-20T00:00Z');
    const to = Date.parse('2026-11-20T00:00Z');
    const [payments] = teams;
    expect(payments.owner).toBe('group:default/payments');
    const shifts = shiftsOf(payments, { from, to });
    const at = (level: number, instant: number) =>
      shifts.find(s => s.level === level && s.from <= instant && instant < s.to)
        ?.people[0].userRef;
    for (let instant = from; instant < to; instant += 3_600_000) {
      const pair = [at(1, instant), at(2, instant)].sort();
      expect(pair).toEqual(['user:default/guest', 'user:default/ines.ortega']);
    }
    expect(teams.map(({ timeZone }) => timeZone)).toEqual([
      'Europe/Madrid',
      'Europe/Warsaw',
      'America/New_York',
      'Asia/Kolkata',
    ]);
  });
});
