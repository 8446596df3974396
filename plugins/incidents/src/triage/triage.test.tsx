import type { TriageEvent } from '@ghostlight/plugin-incidents-common';
import {
  expectAccessible,
  serve,
} from '@ghostlight/reliability-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  paymentsRun,
  stagesOf,
  testWorld,
  words,
  type World,
} from '../__testUtils__';
import { renderScreen } from '../__testUtils__/renderScreen';

let world: World;
serve('incidents', () => world.portal);
beforeEach(() => {
  world = testWorld();
  window.localStorage.clear();
});

const path = '/incidents/INC-0042';
const region = (name: string | RegExp) => screen.findByRole('region', { name });
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const press = async (name: string | RegExp) =>
  userEvent.click(await button(name));
const dialog = async () => within(await screen.findByRole('dialog'));
const why = async () => within(await region('Why'));
const analysis = async () => within(await region('What Claude makes of it'));
const withRun = () => world.keepRun(paymentsRun(world.now));
const evilLinks = () =>
  screen
    .queryAllByRole('link')
    .map(each => each.getAttribute('href') ?? '')
    .filter(href => /evil|javascript/.test(href));

describe('why it happened', () => {
  it('is there at once: a sentence, then suspects on what grounds, and what is missing', async () => {
    const { container } = renderScreen({ path });
    const panel = await why();
    expect(
      await panel.findByText(/Probably deployment v2.3.4 of payments/),
    ).toBeVisible();
    expect(panel.getByText('Probable cause')).toBeVisible();
    const suspects = (name: string) =>
      within(panel.getByRole('list', { name }))
        .getAllByRole('listitem')
        .filter(each => each.textContent?.match(/^H\d/));
    const [first, second] = suspects('Suspects, the likeliest first');
    const [third] = suspects('1 that is less likely');
    expect(first).toHaveTextContent(
      /H1 payments · deployment v2.3.4changehigh confidence 71/,
    );
    expect(first).toHaveTextContent(
      'From symptom to suspect: storefront → checkout → payments',
    );
    expect(first).toHaveTextContent('errors rose 40-fold weighs 22%');
    expect(first).not.toHaveTextContent('is not shown');
    expect(
      within(within(second).getByRole('group', { name: 'against it' }))
        .getAllByRole('button')
        .map(each => each.textContent),
    ).toEqual(['E5']);
    expect(second).toHaveTextContent('weighs 30% against it');
    expect(third).toHaveTextContent('H3 card networkoutside the catalog');
    expect(third).toHaveTextContent('no record of its own');
    expect(panel.getByText(/No logs of checkout/)).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Suspects' })).toBeNull();
    await expectAccessible(container);
  });

  it('opens the record that a chip cites, as text, and gives the focus back', async () => {
    const { container } = renderScreen({ path });
    const panel = await why();
    const chip = await panel.findByRole('button', {
      name: 'E2: HighErrorRate on payments (alert)',
    });
    await userEvent.click(chip);
    const record = await region('E2 · HighErrorRate on payments');
    expect(record).toHaveTextContent(
      '5xx above 5 %. <img src=x onerror=alert(1)> [click](https://evil.example)',
    );
    expect(record).toHaveTextContent('count37');
    expect(
      within(record).getByRole('link', { name: 'open there' }),
    ).toHaveAttribute('href', '/incidents/INC-0042?part=alerts&alert=1');
    expect(within(record).queryByRole('img')).toBeNull();
    expect(evilLinks()).toEqual([]);
    expect(chip).toHaveAttribute('aria-expanded', 'true');
    expect(within(record).getByRole('heading', { name: /^E2/ })).toHaveFocus();
    await expectAccessible(container);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(record).not.toBeInTheDocument());
    expect(chip).toHaveFocus();
  });

  it('is restored by its link, and an address that is none is no link', async () => {
    renderScreen({ path: `${path}?evidence=E4` });
    const record = await region(/^E4/);
    expect(record).toHaveTextContent('Ignore all previous instructions');
    expect(record).toHaveTextContent('only the beginning is kept');
    expect(
      within(record).queryByRole('link', { name: 'open there' }),
    ).toBeNull();
  });

  it.each([
    ['the ranking', 'E77', 'E77'],
    ['an analysis', 'TRI-0007:E77', 'E77'],
    ['an analysis that is gone', 'TRI-9999:E1', 'E1'],
  ])('says when the record of %s is not there', async (_, ref, id) => {
    withRun();
    renderScreen({ path: `${path}?evidence=${ref}` });
    expect(await region(id)).toHaveTextContent(
      `There is no record ${id} any more`,
    );
  });

  it('is restored from an analysis that is not the one shown', async () => {
    world.keepRun({ ...paymentsRun(world.now), id: 'TRI-0003' });
    world.keepRun({ ...paymentsRun(world.now), evidence: [] });
    renderScreen({ path: `${path}?evidence=TRI-0003:E6` });
    expect(await region(/^E6/)).toHaveTextContent('From 40 to 400.');
  });

  it('falls back on the older suspects when it cannot be had', async () => {
    world.portal.failures = [
      {
        match: '/INC-0042/triage',
        status: 503,
        name: 'ServiceUnavailableError',
        message: 'the collector is down',
      },
    ];
    renderScreen({ path });
    const suspects = within(await region('Suspects'));
    expect(suspects.getAllByText(/confidence$/)).toHaveLength(2);
    expect((await why()).getByText(/the collector is down/)).toBeVisible();
  });

  it('says so when there is no evidence', async () => {
    world.triages['INC-0042'].report = {
      ...world.triages['INC-0042'].report,
      verdict: 'inconclusive',
      summary: words('Nothing is recorded.'),
      suspects: [],
      evidence: [],
    };
    renderScreen({ path });
    const panel = await why();
    expect(await panel.findByText('Nothing is recorded.')).toBeVisible();
    expect(panel.getByText('Inconclusive')).toBeVisible();
    expect(panel.getByText(/^Name the affected entities/)).toBeVisible();
  });
});

describe('asking Claude', () => {
  it('tells its price, then its stages, then what came of it', async () => {
    let go = () => {};
    const held = new Promise<void>(done => {
      go = done;
    });
    world.portal.stages = async function* told(id) {
      for await (const event of stagesOf(world, id)) {
        yield event;
        if (event.stage === 'using-tools') await held;
      }
    };
    const { container } = renderScreen({ path });
    await press('Ask Claude (at most $0.06)');
    const stages = within(
      await screen.findByRole('list', { name: 'Stages of the analysis' }),
    );
    expect(
      await stages.findByText('Looking up what the model asked for'),
    ).toBeVisible();
    expect(
      stages.getAllByRole('listitem').map(each => each.textContent),
    ).toEqual([
      '✓Collecting evidence',
      '✓Ranking suspects Five records.',
      '✓Reserving budget $0.15 is reserved.',
      '✓Asking the model',
      '▶Looking up what the model asked for metrics of payments',
      '○Checking every statement',
    ]);
    expect(
      screen
        .getAllByRole('status')
        .some(
          each => each.textContent === 'Looking up what the model asked for',
        ),
    ).toBe(true);
    await expectAccessible(container);
    go();
    expect(await screen.findByText('The analysis is here.')).toBeVisible();
    expect(world.portal.writes).toEqual([
      {
        method: 'POST',
        path: '/v1/incidents/INC-0042/triage',
        body: { language: 'en', again: false },
      },
    ]);
    expect(
      await (await analysis()).findByText(/v2.3.4 opens a connection/),
    ).toBeVisible();
  });

  it('is cancelled by the reader', async () => {
    let gone = false;
    world.portal.stages = async function* told() {
      try {
        yield { stage: 'collecting', at: new Date(world.now).toISOString() };
        await new Promise(() => {});
      } finally {
        gone = true;
      }
    };
    renderScreen({ path });
    await press('Ask Claude: start');
    await press('Cancel');
    expect(await screen.findByText(/^Cancelled\./)).toBeVisible();
    expect(await button('Ask Claude (at most $0.06)')).toBeEnabled();
    expect(gone).toBe(false);
  });

  it.each<[string, () => AsyncIterable<TriageEvent>]>([
    [
      'ends without an answer',
      async function* told() {
        yield { stage: 'asking', at: new Date(world.now).toISOString() };
      },
    ],
    [
      'breaks off',
      async function* told() {
        yield { stage: 'asking', at: new Date(world.now).toISOString() };
        throw new Error('gone');
      },
    ],
  ])('says when the connection %s', async (_, stages) => {
    world.portal.stages = stages;
    renderScreen({ path });
    await press('Ask Claude (at most $0.06)');
    expect(
      await screen.findByText(/The connection ended before an answer came/),
    ).toBeVisible();
    expect((await why()).getByText(/Probably deployment/)).toBeVisible();
  });

  it('says what the server said when it refuses', async () => {
    world.portal.failures = [
      {
        match: '/triage',
        method: 'POST',
        status: 403,
        name: 'NotAllowedError',
        message: 'You may not ask the model',
      },
    ];
    renderScreen({ path });
    await press('Ask Claude (at most $0.06)');
    expect(await screen.findByText('You may not ask the model')).toBeVisible();
  });

  it('is not offered to those who may not, who are told who may', async () => {
    renderScreen({ path, mayWrite: false });
    const panel = await analysis();
    expect(
      await panel.findByText(/those with the permission incidents.triage.run/),
    ).toBeVisible();
    expect(
      panel.getByRole('button', { name: 'Ask Claude (at most $0.06)' }),
    ).toBeDisabled();
    expect(panel.getAllByText(/incidents.triage.run/)).toHaveLength(1);
  });

  it('says who may ask again, too', async () => {
    withRun();
    renderScreen({ path, mayWrite: false });
    expect(
      await (await analysis()).findByText(/incidents.triage.run/),
    ).toBeVisible();
  });

  it('says why no model is available, and that the ranking stands', async () => {
    world.triages['INC-0042'].model = {
      available: false,
      why: words('No key is configured: set anthropic.apiKey.'),
    };
    const { container } = renderScreen({ path });
    const panel = await analysis();
    expect(
      await panel.findByText('No key is configured: set anthropic.apiKey.'),
    ).toBeVisible();
    expect(
      panel.getByText('The ranking above stands without it.'),
    ).toBeVisible();
    expect(panel.getByRole('button', { name: 'Ask Claude' })).toBeDisabled();
    expect(screen.getByText('not available, see below')).toBeVisible();
    await expectAccessible(container);
  });

  it('shows a run that ended without an analysis with its reason', async () => {
    world.keepRun({
      ...paymentsRun(world.now),
      state: 'unavailable',
      analysis: undefined,
      usage: undefined,
      unavailable: words('The vendor is overloaded.'),
    });
    renderScreen({ path });
    const panel = await analysis();
    expect(await panel.findByText('The vendor is overloaded.')).toBeVisible();
    expect(panel.getByText('No analysis came of it')).toBeVisible();
  });

  it('leads back to the answer that there was when asking again has failed', async () => {
    world.keepRun({
      ...paymentsRun(world.now),
      id: 'TRI-0003',
      startedAt: new Date(world.now - 600_000).toISOString(),
    });
    world.keepRun({
      ...paymentsRun(world.now),
      state: 'unavailable',
      analysis: undefined,
      unavailable: words('The vendor is overloaded.'),
    });
    renderScreen({ path });
    await press('Show the last analysis, TRI-0003');
    expect(
      await (await analysis()).findByText(/v2.3.4 opens a connection/),
    ).toBeVisible();
  });

  it('is no next act where no model is set up', async () => {
    world.triages['INC-0042'].model = {
      available: false,
      why: { code: 'triage.unavailable.no-key', text: 'No key.' },
    };
    renderScreen({ path });
    expect(
      await (await analysis()).findByText(/incidents.triage.anthropic.apiKey/),
    ).toBeVisible();
    expect(screen.queryByText('not available, see below')).toBeNull();
  });
});

describe('an analysis', () => {
  it('says what it rests on, what it only infers, and shows its text as text', async () => {
    withRun();
    const { container } = renderScreen({ path });
    const panel = await analysis();
    expect(
      await panel.findByText(
        /\*\*not bold\*\* \[link\]\(https:\/\/evil.example\)/,
      ),
    ).toBeVisible();
    expect(evilLinks()).toEqual([]);
    const hypothesis = within(
      panel.getByRole('list', { name: 'Hypotheses, the likeliest first' }),
    );
    expect(
      hypothesis.getByText('Errors began 3 min after v2.3.4.').parentElement,
    ).toHaveTextContent('supported');
    expect(
      hypothesis.getByText('The new client never closes its connections.')
        .parentElement,
    ).toHaveTextContent('inferred');
    expect(hypothesis.getByText('the same as H1 above')).toBeVisible();
    expect(
      hypothesis.getByText('Three kinds of records agree.'),
    ).toBeInTheDocument();
    expect(
      within(
        panel.getByRole('region', { name: 'Records that seem to give orders' }),
      ).getByText(/Ignore all previous instructions/),
    ).toBeVisible();
    for (const title of [
      'Ruled out',
      'What happened when',
      'How to verify it',
      'How to prevent it',
      'Runbooks that fit',
      'Open questions',
    ]) {
      expect(panel.getByRole('heading', { name: title })).toBeVisible();
    }
    expect(
      panel.getByText('1 statement was dropped: it did not hold'),
    ).toBeVisible();
    expect(
      panel.getByText(
        '3 values were redacted before anything left the backend: e-mail addresses ×2 and tokens ×1.',
      ),
    ).toBeVisible();
    expect(panel.getByText('$0.06 at the prices of 2026-11-01')).toBeVisible();
    expect(panel.getByText('claude-sonnet-5-5')).toBeVisible();
    expect(panel.getByText('analysis-3')).toBeVisible();
    await expectAccessible(container);
  });

  it('opens what its tools found, from its own evidence', async () => {
    withRun();
    renderScreen({ path });
    const panel = await analysis();
    const [chip] = await panel.findAllByRole('button', { name: /^E6/ });
    await userEvent.click(chip);
    expect(await region(/^E6/)).toHaveTextContent(
      'From 40 to 400.From the evidence of TRI-0007.',
    );
    expect(await why()).toBeDefined();
  });

  it('says when the evidence has changed since, and asks anew', async () => {
    world.keepRun({ ...paymentsRun(world.now), bundleId: 'older' });
    renderScreen({ path });
    expect(
      await (await analysis()).findByText(/The evidence has changed since/),
    ).toBeVisible();
    await press('Ask Claude again');
    await screen.findByText('The analysis is here.');
    expect(world.portal.writes[0].body).toEqual({
      language: 'en',
      again: false,
    });
  });

  it('proposes an action after saying that a person has to approve it', async () => {
    withRun();
    renderScreen({ path });
    await press('Propose: Roll payments back to v2.3.3');
    const ask = await dialog();
    expect(
      ask.getByText(/nothing runs before another person approves it/),
    ).toBeVisible();
    expect(world.portal.writes).toEqual([]);
    await userEvent.click(ask.getByRole('button', { name: 'Propose' }));
    expect(await screen.findByText(/Proposed as/)).toHaveTextContent(
      'Proposed as REM-0031. A person has to approve it.',
    );
    expect(world.portal.writes).toEqual([
      expect.objectContaining({
        path: '/v1/triage-runs/TRI-0007/actions/0/proposal',
      }),
    ]);
  });

  it('takes right or wrong, with what it was', async () => {
    withRun();
    const { container } = renderScreen({ path });
    const form = within(await region('Was it right?'));
    await userEvent.click(await form.findByRole('radio', { name: 'Wrong' }));
    await userEvent.type(
      form.getByRole('textbox', { name: /What it was/ }),
      'component:default/ledger',
    );
    await expectAccessible(container);
    await userEvent.click(form.getByRole('button', { name: 'Send' }));
    expect(await form.findByText(/You said: wrong/)).toHaveTextContent(
      'You said: wrong. Right 0, wrong 1. It was: component:default/ledger',
    );
    expect(world.portal.writes).toEqual([
      {
        method: 'POST',
        path: '/v1/triage-runs/TRI-0007/feedback',
        body: { verdict: 'wrong', trueCause: 'component:default/ledger' },
      },
    ]);
  });

  it('is one of those before, which a link restores', async () => {
    world.keepRun({
      ...paymentsRun(world.now),
      id: 'TRI-0003',
      startedAt: new Date(world.now - 600_000).toISOString(),
      analysis: {
        ...paymentsRun(world.now).analysis!,
        headline: 'It was the network.',
      },
    });
    withRun();
    renderScreen({ path: `${path}?run=TRI-0003` });
    const panel = await analysis();
    expect(await panel.findByText('It was the network.')).toBeVisible();
    await userEvent.click(panel.getByText('All that was asked'));
    await userEvent.click(
      await panel.findByRole('button', { name: 'Show TRI-0007' }),
    );
    await waitFor(() =>
      expect(
        panel.getByRole('list', { name: 'Hypotheses, the likeliest first' })
          .parentElement?.parentElement,
      ).toHaveTextContent(/v2.3.4 opens a connection/),
    );
  });

  it('is in the reader’s language', async () => {
    withRun();
    const { container } = renderScreen({ path, language: 'es' });
    const panel = within(await region('Lo que opina Claude'));
    expect(await panel.findByText('Causa probable')).toBeVisible();
    expect(panel.getAllByText('inferido')[0]).toBeVisible();
    expect(panel.getByText(/en otro idioma: inglés\./)).toBeVisible();
    await userEvent.click(
      panel.getByRole('button', { name: 'Preguntar otra vez a Claude' }),
    );
    await screen.findByText('El análisis está aquí.');
    expect(world.portal.writes[0].body).toEqual({
      language: 'es',
      again: true,
    });
    await expectAccessible(container);
  });
});

describe('suggestions', () => {
  it('of title and summary fill the form, without links, and save nothing', async () => {
    renderScreen({ path });
    await press('Edit…');
    const form = await dialog();
    await userEvent.click(
      await form.findByRole('button', {
        name: 'Have Claude suggest title and summary',
      }),
    );
    expect(
      await form.findByText('Card payments fail since v2.3.4'),
    ).toBeVisible();
    await userEvent.click(form.getByRole('button', { name: 'Use this' }));
    expect(form.getByRole('textbox', { name: /Title/ })).toHaveValue(
      'Card payments fail since v2.3.4',
    );
    expect(form.getByRole('textbox', { name: /Summary/ })).toHaveValue(
      'About 8 % of payments fail. more',
    );
    expect(world.portal.writes.filter(each => each.method === 'PUT')).toEqual(
      [],
    );
  });

  it('say why there is none', async () => {
    world.unavailable = words('The budget of today is spent.');
    renderScreen({ path });
    await press('Edit…');
    const form = await dialog();
    await userEvent.click(
      await form.findByRole('button', { name: /suggest title and summary/ }),
    );
    expect(
      await form.findByText('The budget of today is spent.'),
    ).toBeVisible();
    expect(form.queryByRole('button', { name: 'Use this' })).toBeNull();
  });

  it('of a narrative go into the section that the reader names', async () => {
    const { container } = renderScreen({ path: `${path}?part=postmortem` });
    await press('Have Claude write a narrative');
    expect(
      await screen.findByText(/never closed its connections/),
    ).toBeVisible();
    expect(evilLinks()).toEqual([]);
    await expectAccessible(container);
    await press('Use this: How it began');
    await press('Use this: Lessons');
    expect(await screen.findByRole('textbox', { name: 'Lessons' })).toHaveValue(
      'Test under load. (E1)',
    );
    expect(screen.getByRole('textbox', { name: 'Root cause' })).toHaveValue(
      'v2.3.4 never closed its connections. See `https://evil.example`',
    );
    await press('Save');
    await waitFor(() =>
      expect(world.postmortems['INC-0042'].state).toBe('saved'),
    );
    expect(world.postmortems['INC-0042'].sections.rootCause).toMatch(
      /never closed/,
    );
  });

  it('of a review of alerts are accepted one by one', async () => {
    const { container } = renderScreen({ path: `${path}?part=alerts` });
    const review = within(await region('Have the alerts looked through'));
    await userEvent.click(review.getByText('Have the alerts looked through'));
    await userEvent.click(
      await review.findByRole('button', {
        name: 'Ask Claude about these alerts',
      }),
    );
    expect(
      await review.findByText('Look at the error rate of payments.'),
    ).toBeVisible();
    expect(review.getByText('Slow pages began earlier.')).toBeVisible();
    const [together] = review.getAllByRole('list');
    expect(
      review.getByRole('heading', { name: /^One cause for \d alerts$/ }),
    ).toBeVisible();
    expect(together).toHaveTextContent(
      /^1\.HighErrorRate on payments.*go by this one2\.HighLatency on checkout/,
    );
    expect(
      review.getByRole('heading', {
        name: '1 alert does not seem to belong to this incident',
      }),
    ).toBeVisible();
    await expectAccessible(container);
    await userEvent.click(
      review.getByRole('button', { name: 'Split these off…' }),
    );
    const ask = await dialog();
    expect(ask.getByText(/SlowPages on storefront/)).toBeVisible();
    await userEvent.click(ask.getByRole('button', { name: 'Cancel' }));
    await userEvent.click(
      review.getByRole('button', { name: 'Silence HighLatency on checkout' }),
    );
    const silencing = await dialog();
    expect(silencing.getAllByText(/HighLatency/)[0]).toBeVisible();
    expect(
      world.portal.writes.filter(each => !each.path.endsWith('/review')),
    ).toEqual([]);
    await userEvent.type(
      silencing.getByRole('textbox', { name: /Reason/ }),
      'Says the same',
    );
    await userEvent.click(silencing.getByRole('button', { name: 'Silence' }));
    expect(await review.findByText(/^Quiet until/)).toBeVisible();
    await userEvent.click(
      review.getByRole('button', {
        name: 'End the silence of HighLatency on checkout',
      }),
    );
    expect(await review.findByText('The silence has ended.')).toBeVisible();
    expect(world.portal.writes.map(each => each.method).slice(-2)).toEqual([
      'POST',
      'DELETE',
    ]);
  });
});
