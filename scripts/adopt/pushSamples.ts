import { createSloClient } from '@ghostlight/plugin-slo-common';
import { setTimeout as sleep } from 'node:timers/promises';

const ref = 'slo:default/example-availability';
const minute = 60_000;

/** Pushes two closed minutes of the example objective, and waits until it is measured. */
export async function pushSamples(url: string, token: string) {
  const client = createSloClient({
    baseUrl: `${url}/api/slo`,
    fetch: (address, init) => {
      const headers = new Headers(init?.headers);
      headers.set('authorization', `Bearer ${token}`);
      return fetch(address, { ...init, headers });
    },
  });
  const status = async () => {
    const { data } = await client.GET('/v1/objectives');
    return data?.items.find(each => each.ref === ref)?.status;
  };
  // The catalog reads its files when it starts, and documents are followed every minute.
  await until(
    'the objective is followed',
    async () => (await status()) !== undefined,
  );

  const thisMinute = Math.floor(Date.now() / minute) * minute;
  const samples = [2, 1].map(ago => ({
    ref,
    minute: new Date(thisMinute - ago * minute).toISOString(),
    good: 20_000 - 3 * ago,
    total: 20_000,
  }));
  const { data: result } = await client.POST('/v1/samples', {
    body: { samples },
  });
  if (result?.accepted !== samples.length)
    throw new Error(`The samples were not taken: ${JSON.stringify(result)}`);
  await until(
    'the objective is measured',
    async () => (await status()) !== 'no-data',
  );
}

async function until(what: string, holds: () => Promise<boolean>) {
  for (
    const end = Date.now() + 4 * minute;
    Date.now() < end;
    await sleep(1000)
  ) {
    if (await holds()) return;
  }
  throw new Error(`Waited four minutes until ${what}, in vain.`);
}
