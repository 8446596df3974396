import { narrativeParts } from './narrativeParts';

it('cuts a narrative at its headings, and knows where each part belongs', () => {
  expect(
    narrativeParts(
      '# Postmortem\n\n## Summary\n\nIt broke. (F2, E1)\n\n## lessons\n\n- a fact\n\n## Lecciones\n\nA.\n\nB.\n\n## Odd\n\n- x\n### y\n\n## Empty\n',
    ),
  ).toEqual([
    { heading: 'Summary', text: 'It broke. (E1)', section: 'impact' },
    { heading: 'Lecciones', text: 'A.\n\nB.', section: 'lessons' },
    { heading: 'Odd', text: '- x\n### y', section: 'rootCause' },
  ]);
});

it('takes one without headings as a whole', () => {
  expect(narrativeParts('It broke.')).toEqual([
    { text: 'It broke.', section: 'rootCause' },
  ]);
  expect(narrativeParts('')).toEqual([]);
});
