import { plainMarkdown } from './plainMarkdown';

describe('Markdown of people', () => {
  it.each([
    ['HTML is text', 'a <img src=x> b', 'a &lt;img src=x> b'],
    ['a closing tag too', '</details>', '&lt;/details>'],
    [
      'a picture is a link',
      '![pixel](https://x/y.png)',
      '[pixel](https://x/y.png)',
    ],
    ['comparisons stay', '1 < 2 <= 3', '1 < 2 <= 3'],
    ['inline code stays', 'run `<b>` <b>', 'run `<b>` &lt;b>'],
    [
      'fenced code stays',
      '```\n<b>![x]\n```\n<b>',
      '```\n<b>![x]\n```\n&lt;b>',
    ],
    ['an open fence is code to the end', '```\n<b>', '```\n<b>'],
  ])('%s', (_, text, expected) => {
    expect(plainMarkdown(text)).toBe(expected);
  });
});
