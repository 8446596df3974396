import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine } from './__testUtils__/commandLine';

const { run, file, remove } = commandLine();
const golden = join(__dirname, '../../../evals/cases/single-memory.json');

afterAll(remove);

it('prints who may be at the bottom of an incident in a file, with evidence', async () => {
  const name = file('incident.json', readFileSync(golden, 'utf8'));
  const { code, out } = await run('triage', 'replay', name);
  expect(code).toBe(0);
  const { verdict, suspects, evidence } = JSON.parse(out);
  expect(verdict).toMatch(/identified|probable/);
  const known = evidence.map(({ id }: { id: string }) => id);
  expect(known).toEqual(expect.arrayContaining(suspects[0].supporting));
  const short = await run('triage', 'replay', '--text', '--most', '1', name);
  expect(short.out).toMatch(new RegExp(`^${verdict}: `));
  expect(short.out).toContain(suspects[0].entityRef);
});

it('says nothing is known of an empty incident, and names what is wrong in another', async () => {
  const nothing = await run('triage', 'replay', file('empty.json', '{}'));
  expect(JSON.parse(nothing.out)).toMatchObject({ suspects: [], evidence: [] });
  const wrong = file(
    'wrong.json',
    JSON.stringify({ alerts: [{ name: 'A', startsAt: 'noon' }], metric: [] }),
  );
  const { code, err } = await run('triage', 'replay', wrong);
  expect(code).toBe(2);
  expect(err).toContain('alerts[0].startsAt');
  expect(err).toContain('metric');
  expect((await run('triage', 'replay', file('a.txt', 'no JSON'))).err).toMatch(
    /^a\.txt is not JSON/,
  );
});
