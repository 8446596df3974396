import { unlinked } from './unlinked';

describe('Markdown of a model', () => {
  it.each([
    [
      'words stay',
      '## Impact\n- **8 %** failed',
      '## Impact\n- **8 %** failed',
    ],
    [
      'a link is its words',
      'see [the log](https://x.example/a)',
      'see the log',
    ],
    [
      'an address with brackets in it goes too',
      '[a](https://x.example/b_(c)) d',
      'a d',
    ],
    ['a picture is its words', '![pixel](https://x.example/p.png)', 'pixel'],
    [
      'a picture in a link is its words',
      '[![pixel](https://x.example/p.png)](https://y.example)',
      'pixel',
    ],
    [
      'a link by reference too',
      '[log][1]\n\n[1]: https://x.example',
      'log\n\n',
    ],
    [
      'a bare address is code',
      'at https://x.example/?q=1',
      'at `https://x.example/?q=1`',
    ],
    ['one in brackets too', '<https://x.example>', '`https://x.example`'],
    ['without a scheme too', 'www.x.example', '`www.x.example`'],
    ['a mail address too', 'ask a.b@x.example', 'ask `a.b@x.example`'],
    [
      'what is code already stays',
      '`https://x.example`',
      '`https://x.example`',
    ],
  ])('%s', (_, text, expected) => {
    expect(unlinked(text)).toBe(expected);
  });
});
