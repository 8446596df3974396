import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { ianaZone, readVendorInstance, readVendorRotations } from '.';

describe('the configuration of a vendor', () => {
  const instance = (data: JsonObject) =>
    readVendorInstance(new ConfigReader(data), {
      key: 'a[0]',
      name: 'vendor',
      baseUrl: 'https://api.example.com/',
    });

  it('has defaults', () => {
    expect(instance({})).toEqual({
      name: 'vendor',
      baseUrl: 'https://api.example.com',
      timeoutMs: 10_000,
      refreshMs: 300_000,
    });
  });

  it.each([
    ['another protocol', { baseUrl: 'file:///etc' }, 'a[0].baseUrl: must be'],
    ['credentials', { baseUrl: 'http://me:pw@x' }, 'a[0].baseUrl: may have no'],
    [
      'an impatient refresh',
      { refresh: '1s' },
      'a[0].refresh: must be at least 30',
    ],
  ])('refuses %s', (_name, data, message) => {
    expect(() => instance(data)).toThrow(message);
  });

  it('says whose rotations there are, each once and in full', () => {
    const read = (...owners: string[]) =>
      readVendorRotations(
        new ConfigReader({
          rotations: owners.map(owner => ({ owner, id: 'x' })),
        }),
        'a[0]',
        entry => entry.getString('id'),
      );
    expect([...read('group:default/A')]).toEqual([['group:default/a', 'x']]);
    expect(() => read('payments')).toThrow(
      'a[0].rotations[0].owner: write a full entity ref',
    );
    expect(() => read('group:default/a', 'group:default/A')).toThrow(
      'a[0].rotations[1]: group:default/a has a rotation above already',
    );
  });

  it('takes the zones there are', () => {
    expect(
      ['Europe/Madrid', 'Eastern Time (US & Canada)', '', null].map(zone =>
        ianaZone(zone),
      ),
    ).toEqual(['Europe/Madrid', undefined, undefined, undefined]);
  });
});
