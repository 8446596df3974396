import { findSpanishProblems } from '@ghostlight/reliability-react/testUtils';
import { messages } from './en';
import spanish from './es';

it('has every text in Spanish, with its slots', () => {
  expect(findSpanishProblems(messages, spanish, ['objective.p99'])).toEqual([]);
});
