import {
  expectAccessible,
  serve,
} from '@ghostlight/reliability-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { testWorld, type World } from '../__testUtils__';
import { renderScreen } from '../__testUtils__/renderScreen';

let world: World;
serve('incidents', () => world.portal);
beforeEach(() => {
  world = testWorld();
  window.localStorage.clear();
});

const at = (part: string) => `/incidents/INC-0042?part=${part}`;
const region = (name: string) => screen.findByRole('region', { name });
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const press = async (name: string | RegExp) =>
  userEvent.click(await button(name));
const dialog = async () => within(await screen.findByRole('dialog'));

describe('the blast radius', () => {
  it('is drawn with a word for each state, and told as a table', async () => {
    const { container } = renderScreen({ path: at('graph') });
    expect(
      await screen.findByText(
        /3 entities are affected. 1 more depends on them and has no alert./,
      ),
    ).toBeVisible();
    const drawing = within(await region('Drawing'));
    expect(drawing.getAllByRole('link').map(each => each.textContent)).toEqual([
      'paymentsorigin · 1 alert',
      'checkoutsymptom · 1 alert',
      'storefrontsymptom · 1 alert',
      'ledgerhealthy',
      'mobileat risk',
    ]);
    await expectAccessible(container);

    await press('Table');
    const rows = within(await region('Blast radius')).getAllByRole('row');
    expect(rows[1]).toHaveTextContent('payments origin1ledger');
    expect(rows).toHaveLength(6);
  });

  it('is a sentence when nothing of it is known', async () => {
    world.graphs = {};
    renderScreen({ path: at('graph') });
    expect(await screen.findByText(/No graph: none of its/)).toBeVisible();
  });
});

describe('changes beside symptoms', () => {
  it('stand on one time axis, and in a table with their distance', async () => {
    const { container } = renderScreen({ path: at('changes') });
    expect(
      await screen.findByRole('img', {
        name: /2 changes and 3 alerts on one time axis/,
      }),
    ).toBeVisible();
    const [, deployment] = within(
      await region('Changes beside symptoms'),
    ).getAllByRole('row');
    expect(deployment).toHaveTextContent(
      /deployment v2.3.4.*3.min before.*ben/,
    );
    await expectAccessible(container);
  });

  it('say so when no change is known', async () => {
    world.changes = [];
    renderScreen({ path: at('changes') });
    expect(await screen.findByText(/No change is known/)).toBeVisible();
  });
});

describe('the alerts of an incident', () => {
  it('show what their sender wrote as text, and why they joined', async () => {
    const { container } = renderScreen({ path: at('alerts') });
    const grid = await screen.findByRole('grid', {
      name: 'Alerts of INC-0042',
    });
    await userEvent.click(within(grid).getByText('HighErrorRate on payments'));
    const raw = await region('What the sender wrote (untrusted text)');
    expect(raw).toHaveTextContent(
      '{"annotations":{"summary":"<script>alert(1)</script>"}}',
    );
    expect(screen.getByText('5xx above 5 %')).toBeVisible();
    expect(
      within(grid).getByText('checkout depends on payments'),
    ).toBeVisible();
    await expectAccessible(container);
    await press('Close');
    await waitFor(() => expect(raw).not.toBeInTheDocument());
  });

  it('are split off into an incident of their own', async () => {
    renderScreen({ path: at('alerts') });
    await userEvent.click(
      await screen.findByRole('checkbox', {
        name: 'Mark SlowPages on storefront',
      }),
    );
    await press('Split 1 marked alert off…');
    const ask = await dialog();
    expect(
      ask.getByText(
        /SlowPages on storefront leave INC-0042 for a new incident/,
      ),
    ).toBeVisible();
    await userEvent.type(ask.getByRole('textbox'), 'Slow pages');
    await userEvent.click(ask.getByRole('button', { name: 'Split off' }));
    expect(
      await screen.findByRole('heading', { name: /INC-0099.*Slow pages/ }),
    ).toBeVisible();
    expect(world.portal.writes).toEqual([
      {
        method: 'POST',
        path: '/v1/incidents/INC-0042/split',
        body: { alertIds: ['3'], title: 'Slow pages' },
      },
    ]);
  });
});

it('similar incidents come with how they were solved', async () => {
  const { container } = renderScreen({ path: at('similar') });
  const similar = within(await region('Similar incidents'));
  expect(
    await similar.findByText('Solved by: Rolled back to v2.0.9'),
  ).toBeVisible();
  expect(similar.getByText(/71% alike: same entity payments/)).toBeVisible();
  await expectAccessible(container);
});

describe('follow-ups', () => {
  it('are added with owner, date and priority, and finished', async () => {
    const { container } = renderScreen({ path: at('follow-ups') });
    const list = within(await region('Follow-ups'));
    expect(list.getByText('overdue')).toBeVisible();
    await expectAccessible(container);

    await press('Add follow-up…');
    const ask = await dialog();
    await expectAccessible(await screen.findByRole('dialog'));
    await userEvent.type(
      ask.getByRole('textbox', { name: /What is to be done/ }),
      'Add a time-out',
    );
    await userEvent.type(ask.getByLabelText('Due'), '2026-12-24');
    await userEvent.click(ask.getByRole('radio', { name: 'High' }));
    await userEvent.click(ask.getByRole('button', { name: 'Save' }));
    expect(await list.findByText('Add a time-out')).toBeVisible();
    expect(world.portal.writes).toEqual([
      {
        method: 'POST',
        path: '/v1/incidents/INC-0042/follow-ups',
        body: { title: 'Add a time-out', due: '2026-12-24', priority: 'high' },
      },
    ]);

    await press('Done: Alert on error rate per version');
    expect(
      await screen.findByRole('button', {
        name: 'Reopen: Alert on error rate per version',
      }),
    ).toBeVisible();
  });
});

describe('the postmortem', () => {
  it('is drafted in the language of the reader', async () => {
    renderScreen({ path: at('postmortem'), language: 'es' });
    expect(
      await screen.findByText('18.1 budget minutes over 2 objectives.'),
    ).toBeVisible();
    expect(world.portal.requests).toContain(
      'GET /v1/incidents/INC-0042/postmortem?language=es',
    );
  });

  it('is a draft from the record until it is edited, saved and published', async () => {
    const { container } = renderScreen({ path: at('postmortem') });
    const part = within(await region('Postmortem'));
    expect(
      await part.findByText('Draft from the record, not saved'),
    ).toBeVisible();
    expect(
      part.getByText('18.1 budget minutes over 2 objectives.'),
    ).toBeVisible();
    await expectAccessible(container);

    await userEvent.click(part.getByRole('button', { name: 'Edit' }));
    await userEvent.type(
      part.getByRole('textbox', { name: 'Root cause' }),
      'No time-out',
    );
    await expectAccessible(container);
    await userEvent.click(part.getByRole('button', { name: 'Save' }));
    expect(await part.findByText(/Saved, not published/)).toBeVisible();
    expect(world.postmortems['INC-0042'].sections.rootCause).toBe(
      'No time-out',
    );

    await userEvent.click(part.getByRole('button', { name: 'Publish…' }));
    await userEvent.click(
      (await dialog()).getByRole('button', { name: 'Publish' }),
    );
    expect(await part.findByText(/^Published/)).toBeVisible();
    expect(world.portal.writes.at(-1)?.body).toMatchObject({
      version: 1,
      publish: true,
    });
  });

  it('that another saved first is merged; what both wrote is shown to choose from', async () => {
    renderScreen({ path: at('postmortem') });
    const part = within(await region('Postmortem'));
    await userEvent.click(await part.findByRole('button', { name: 'Edit' }));
    await userEvent.type(
      part.getByRole('textbox', { name: 'Lessons' }),
      'Mine',
    );
    const before = world.postmortems['INC-0042'];
    world.postmortems['INC-0042'] = {
      ...before,
      state: 'saved',
      version: 3,
      sections: { ...before.sections, lessons: 'Theirs', wentWell: 'Alarms' },
    };
    await userEvent.click(part.getByRole('button', { name: 'Save' }));

    expect(
      await part.findByText(/1 section was changed by both of you/),
    ).toBeVisible();
    expect(part.getByRole('textbox', { name: 'What went well' })).toHaveValue(
      'Alarms',
    );
    expect(part.getByRole('textbox', { name: 'Lessons' })).toHaveValue('Mine');
    const theirs = within(
      part.getByRole('region', { name: 'Theirs: Lessons' }),
    );
    expect(theirs.getByText('Theirs')).toBeVisible();
    await userEvent.click(theirs.getByRole('button', { name: 'Take theirs' }));
    expect(part.getByRole('textbox', { name: 'Lessons' })).toHaveValue(
      'Theirs',
    );
    await userEvent.click(part.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(world.postmortems['INC-0042']).toMatchObject({
        version: 4,
        sections: { lessons: 'Theirs', wentWell: 'Alarms' },
      }),
    );
  });

  it('is exported as Markdown', async () => {
    const made: Blob[] = [];
    URL.createObjectURL = blob => {
      made.push(blob as Blob);
      return 'blob:postmortem';
    };
    URL.revokeObjectURL = () => {};
    renderScreen({ path: at('postmortem') });
    await press('Export Markdown');
    await waitFor(() => expect(made).toHaveLength(1));
    expect(made[0].type).toBe('text/markdown');
  });
});
