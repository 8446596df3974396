import { findSpanishProblems } from '@ghostlight/reliability-react/testUtils';
import spanish from './es';
import { messages } from './messages';

it('has every text in Spanish, with its slots', () => {
  expect(findSpanishProblems(messages, spanish, ['tab.severityError'])).toEqual(
    [],
  );
});
