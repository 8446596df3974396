import * as fc from 'fast-check';
import { safeJson } from '@ghostlight/reliability-node';
import {
  caps,
  cleanLabels,
  cleanText,
  entityRefOf,
  fingerprintOf,
  instantOf,
  labelsOfTags,
  linkOf,
  severityOf,
} from '.';

const anyText = fc.string({ unit: 'binary', maxLength: 60 });

describe('cleaning what strangers send', () => {
  it('leaves well-formed text of the right length, without control characters', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 40 }), (text, max) => {
        const cleaned = cleanText(text, max);
        expect(cleaned.length).toBeLessThanOrEqual(max);
        expect(encodeURIComponent(cleaned)).toBeDefined();
        expect(cleaned).not.toMatch(/(?![\n\t])\p{Cc}|[\u202a-\u202e]/u);
        expect(cleanText(cleaned, max)).toBe(cleaned);
      }),
    );
  });

  it('changes nothing of ordinary text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ -~]{0,100}$/), text => {
        expect(cleanText(text, 200)).toBe(text.trim());
      }),
    );
    const text = 'שלום, ممتاز, 日本語, naïve, 👩‍🚒\nsecond line';
    expect(cleanText(text, 200)).toBe(text);
  });

  it('cuts no character in two', () => {
    expect(cleanText('ab🔥cd', 4)).toBe('ab…');
    expect(cleanText('ab🔥cd', 5)).toBe('ab🔥…');
  });

  it('flattens anything to few short labels, and knows what it made', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), value => {
        const labels = cleanLabels({ value });
        for (const [name, text] of Object.entries(labels)) {
          expect(name.length).toBeLessThanOrEqual(caps.labelName);
          expect(typeof text).toBe('string');
        }
        expect(cleanLabels(labels)).toBe(labels);
      }),
    );
    const many = Object.fromEntries(
      Array.from({ length: 5_000 }, (_, n) => [`label${n}`, 'x']),
    );
    expect(Object.keys(cleanLabels(many))).toHaveLength(caps.labels);
    const long = cleanLabels({ a: 'x'.repeat(9_000) }, { maxValue: 9_000 });
    expect(cleanLabels(long).a).toHaveLength(caps.labelValue);
  });

  it('keeps different fingerprints different, however long', () => {
    const [one, other] = ['a', 'b'].map(end => `${'x'.repeat(400)}${end}`);
    expect(fingerprintOf(one)).toMatch(/^[0-9a-f]{64}$/);
    expect(fingerprintOf(one)).not.toBe(fingerprintOf(other));
    expect(fingerprintOf('a\u0000b')).not.toBe(fingerprintOf('ab'));
    expect(fingerprintOf('plain')).toBe('plain');
    expect(fingerprintOf(null)).toBe('');
  });

  it('reads tags', () => {
    expect(labelsOfTags('env:prod, urgent,url:http://x:1,,')).toEqual({
      env: 'prod',
      urgent: 'true',
      url: 'http://x:1',
    });
  });
});

describe('instantOf', () => {
  const noon = Date.UTC(2026, 10, 21, 12);

  it.each<[unknown, number | undefined]>([
    ['2026-11-21T12:00:00Z', noon],
    ['2026-11-21T12:00:00.000000000Z', noon],
    ['2026-11-21T14:00:00+02:00', noon],
    ['2026-11-21T07:00:00-0500', noon],
    ['2026-11-21 12:00:00', noon],
    ['2026-11-21T12:00Z', noon],
    [noon / 1000, noon],
    [noon, noon],
    [noon * 1000, noon],
    [noon * 1e6, noon],
    [String(noon), noon],
    [`${noon / 1000}.25`, noon + 250],
    ['0001-01-01T00:00:00Z', undefined],
    [0, undefined],
    ['', undefined],
    [null, undefined],
    [undefined, undefined],
  ])('reads %p', (value, expected) => {
    expect(instantOf(value)).toBe(expected);
  });

  it.each([
    'yesterday',
    'alert 1',
    '2026-13-01T00:00:00Z',
    '2026-11-21',
    '9999-12-31T23:59:59Z',
    '1970-01-01T00:00:00Z',
    -5,
    NaN,
    true,
    {},
    ['2026-11-21T12:00:00Z'],
  ])('refuses %p, and names the field', value => {
    expect(() => instantOf(value, 'alerts[0].at')).toThrow(
      /^alerts\[0\]\.at: not a time/,
    );
  });

  it('is the inverse of writing a time down', () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('1991-01-01'),
          max: new Date('2199-12-31'),
          noInvalidDate: true,
        }),
        date => expect(instantOf(date.toISOString())).toBe(date.getTime()),
      ),
    );
  });
});

describe('words and links', () => {
  it.each([
    ['CRITICAL', 'critical'],
    [' P1 ', 'critical'],
    ['high', 'error'],
    ['Warn', 'warning'],
    ['informational', 'info'],
    ['none', 'info'],
    ['loud', 'warning'],
    [7, 'warning'],
  ])('takes severity %p for %s', (word, expected) => {
    expect(severityOf(word)).toBe(expected);
  });

  it.each([
    ['https://example.com/a?b=1#c', true],
    ['HTTP://example.com', true],
    ['vbscript:alert(1)', false],
    ['data:text/html,x', false],
    ['//example.com', false],
    ['https://', false],
    [`https://example.com/${'x'.repeat(3_000)}`, false],
    [5, false],
  ])('shows %p as a link: %p', (link, shown) => {
    expect(linkOf(link) !== undefined).toBe(shown);
  });

  it.each([
    ['component:default/payments', 'component:default/payments'],
    ['Component:Payments', 'component:default/payments'],
    ['payments', undefined],
    ['component:', undefined],
    ['a:b/c/d', undefined],
    ['component:default/pay ments', undefined],
    [null, undefined],
  ])('takes %p for the entity %p', (text, expected) => {
    expect(entityRefOf(text)).toBe(expected);
  });
});

describe('safeJson', () => {
  it('loses nothing but U+0000 and halves of pairs', () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 });
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          fc.constantFrom('\\u0000', '\\\u0000', '\\\\ud800\ud800'),
        ),
        value => {
          const written = safeJson({ [value]: value });
          expect(written).not.toMatch(/(?<!\\)(?:\\\\)*\\u0000/);
          const expected = value
            .replace(/\0/g, '')
            .replace(/\p{Surrogate}/gu, '\ufffd');
          expect(JSON.parse(written)).toEqual({ [expected]: expected });
        },
      ),
    );
  });
});
