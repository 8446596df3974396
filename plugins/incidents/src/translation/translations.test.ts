import spanish from './es';
import { messages } from './en';

type Nested = { [key: string]: string | Nested };

function flat(nested: Nested, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(nested).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[`${prefix}${key}`, value]]
        : Object.entries(flat(value, `${prefix}${key}.`)),
    ),
  );
}

const english = flat(messages);
const es: Record<string, string> = spanish;
const slots = (text: string) =>
  [...text.matchAll(/{{\s*(\w+)[^}]*}}/g)].map(([, name]) => name).sort();

describe('the Spanish texts', () => {
  it('have every English key, and a plural `many` beside each `other`', () => {
    const many = Object.keys(english)
      .filter(key => key.endsWith('_other'))
      .map(key => key.replace(/_other$/, '_many'));
    expect(Object.keys(es).sort()).toEqual(
      [...Object.keys(english), ...many].sort(),
    );
  });

  it('keep every slot', () => {
    for (const [key, text] of Object.entries(es)) {
      const original = english[key.replace(/_many$/, '_other')];
      expect([key, slots(text)]).toEqual([key, slots(original)]);
    }
  });

  it('are not left in English', () => {
    const words = (text: string) => text.replace(/{{[^}]*}}/g, '');
    const same = Object.keys(english).filter(
      key => english[key] === es[key] && /[a-z]{4}/.test(words(english[key])),
    );
    expect(same).toEqual(['people.product']);
  });
});
