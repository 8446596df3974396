import { createServer } from 'node:http';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClaudeApi, type ClaudeReply } from '@ghostlight/theatre';
import { askLive } from './model/askLive';
import { askRecorded } from './model/askRecorded';
import { checkShown } from './model/checkShown';
import { figuresOf, missedLimits } from './model/figures';
import { HandWritten } from './model/HandWritten';
import { caseTable, modelTables, roundsTable } from './model/modelTables';
import { isAnswered, stateOf } from './model/Outcome';
import { Recordings } from './model/Recordings';
import { writeRequest } from './model/writeRequest';
import { readFeedback } from './portal/readFeedback';
import { evaluateCases } from './runner/evaluateRanking';
import { readCases } from './runner/readCases';

const cases = readCases();
const some = cases.filter(({ name }) =>
  ['single-memory', 'healthy-quiet', 'config-flag'].includes(name),
);

const nothingFound = {
  verdict: 'no-fault',
  headline: '',
  hypotheses: [],
  claims: [],
  timeline: [],
  actions: [],
  runbookQueries: [],
  openQuestions: ['Who asked?'],
  injections: [],
};

describe('the evals', () => {
  let folder: string;
  const inFolder = (name: string) => join(folder, name);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'evals-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('have an answer to each golden incident, of which nothing is shown that no record holds', async () => {
    const round = await askRecorded({ recordings: Recordings.open() });
    // What to do when it is not: evals/README.md.
    expect(
      round.outcomes
        .filter(outcome => !isAnswered(outcome))
        .map(one => `${one.golden.name}: ${stateOf(one)}`),
    ).toEqual([]);
    expect(round.unused).toEqual([]);
    expect(missedLimits(figuresOf(round.outcomes))).toEqual([]);
  });

  it('find the cause of each golden incident among the first three, by the ranking alone', () => {
    expect(evaluateCases().wrong).toBe(0);
  });

  it('ask the same in the same words whenever they ask, and give nothing away', async () => {
    const ask = () =>
      askRecorded({ recordings: Recordings.open(inFolder('none')) });
    const [first, second] = [await ask(), await ask()];
    const hashes = first.unanswered.map(({ hash }) => hash);
    expect(new Set(hashes).size).toBe(cases.length);
    expect(second.unanswered.map(({ hash }) => hash)).toEqual(hashes);
    expect(new Set(first.outcomes.map(stateOf))).toEqual(
      new Set(['not recorded']),
    );
    first.unanswered.forEach(({ request }, place) => {
      const asked = JSON.stringify(request);
      expect(asked).not.toContain(cases[place].name);
      expect(asked).not.toContain(cases[place].class);
      expect(asked).not.toContain(JSON.stringify(cases[place].case.title));
    });
  });

  it('take answers by hand in, over several requests', async () => {
    const recordings = Recordings.open(inFolder('answers'));
    const requests = inFolder('requests');
    const ask = async () => {
      const round = await askRecorded({
        recordings,
        cases: some,
        ...(readdirSync(folder).includes('requests') && {
          written: HandWritten.read(requests),
        }),
      });
      for (const one of round.unanswered) writeRequest(requests, one);
      return round;
    };
    const open = (await ask()).unanswered.map(({ hash }) => hash);
    expect(open).toHaveLength(3);
    const request = JSON.parse(
      readFileSync(join(requests, `${open[0]}.json`), 'utf8'),
    );
    expect(request).toMatchObject({
      answerIn: `${open[0]}.answer.json`,
      mayCallTools: true,
      messages: [{ role: 'user', content: { incident: { id: 'INC-0001' } } }],
      schemaOfAnswer: { required: expect.arrayContaining(['verdict']) },
    });
    const write = (hash: string, answer: object) =>
      writeFileSync(
        join(requests, `${hash}.answer.json`),
        JSON.stringify(answer),
      );
    write(open[0], {
      tools: [{ name: 'changes_of', input: { entity: 'checkout' } }],
    });
    write(open[1], nothingFound);
    write(open[2], { ...nothingFound, verdict: 'surely', more: 1 });
    write('0'.repeat(32), nothingFound);
    const written = HandWritten.read(requests);
    expect(written.faults).toEqual([
      expect.stringMatching(
        new RegExp(`^${open[2]}.answer.json: verdict: .*Unrecognized key`),
      ),
    ]);
    const second = await ask();
    expect(second.taken).toBe(2);
    const [next] = second.unanswered.map(({ hash }) => hash);
    expect(next).not.toBe(open[0]);
    write(next, nothingFound);
    write(open[2], nothingFound);
    const third = await ask();
    expect(third.unanswered).toEqual([]);
    expect(third.outcomes.every(isAnswered)).toBe(true);
    expect(third.outcomes[0].run.usage).toMatchObject({ calls: 1, rounds: 1 });
    expect(
      recordings.answerAbout('healthy-quiet', third.by.length ? open : []),
    ).toEqual(nothingFound);
    // Anew, from the files.
    const last = await askRecorded({
      recordings: Recordings.open(inFolder('answers')),
      cases: some,
    });
    expect(last.by).toEqual(['hand', 'hand', 'hand', 'hand']);
    expect(caseTable(last.outcomes)).toMatch(/healthy-quiet .* right /);
    expect(modelTables(last.outcomes)).toContain('3 answered');
    expect(
      HandWritten.read(requests).recordingOf(open[1], {
        case: 'x',
        request: second.unanswered[0].request,
        estimateTokens: text => text.length,
      }),
    ).toMatchObject({ by: 'hand', answer: { usage: { output_tokens: 158 } } });
  });

  it('ask the API several times, keep what it says, and stop before it costs too much', async () => {
    const replies: (ClaudeReply | undefined)[] = [
      { tools: [{ name: 'changes_of', input: { entity: 'checkout' } }] },
      undefined,
      { text: JSON.stringify(nothingFound) },
    ];
    const api = await ClaudeApi.start({
      apiKey: 'sk-of-its-own',
      script: (_, place) => replies[place],
    });
    try {
      const recordings = Recordings.open(inFolder('answers'));
      const options = {
        apiKey: 'sk-of-its-own',
        baseUrl: api.url,
        cases: some,
        recordings,
        now: Date.UTC(2026, 10, 22),
      };
      const live = await askLive({ ...options, times: 5, mostUsd: 5 });
      expect(live.stopped).toBeUndefined();
      expect(live.rounds.map(({ length }) => length)).toEqual([3, 3, 3, 3, 3]);
      expect(live.rounds.flat().every(isAnswered)).toBe(true);
      const spread = roundsTable(live.rounds);
      // The first round used a tool, and said less of the second case.
      expect(spread).toMatch(
        /calls of tools a run +\| 0\.067 +\| 0\.000 +\| 0\.333/,
      );
      expect(spread).toMatch(
        /tokens out a run +\| \d+ +\| \d+ +\| \d+ +\| [1-9]/,
      );

      // What was kept answers the same without the API.
      const replayed = await askRecorded({
        recordings: Recordings.open(inFolder('answers')),
        cases: some,
      });
      expect(replayed.unanswered).toEqual([]);
      expect(new Set(replayed.by)).toEqual(
        new Set(['claude-sonnet-5-5, 2026-11-22']),
      );
      expect(replayed.outcomes.map(({ run }) => run.analysis)).toEqual(
        live.rounds[0].map(({ run }) => run.analysis),
      );
      expect(replayed.outcomes.map(({ run }) => run.usage)).toEqual(
        live.rounds[0].map(({ run }) => run.usage),
      );

      const poor = await askLive({ ...options, times: 5, mostUsd: 0.2 });
      expect(poor.stopped).toContain('--most-usd');
      expect(poor.spent).toBeLessThan(0.2);
      expect(poor.rounds.flat().length).toBeGreaterThan(0);
      expect(poor.rounds.flat().length).toBeLessThan(15);
      const wrong = { ...options, apiKey: 'sk-of-another' };
      expect(await askLive({ ...wrong, times: 1, mostUsd: 5 })).toMatchObject({
        rounds: [],
        stopped: expect.stringContaining('does not answer'),
      });
    } finally {
      await api.stop();
    }
  });

  it('see by themselves what should not be shown', async () => {
    const api = await ClaudeApi.start({ apiKey: 'sk-of-its-own' });
    try {
      const live = await askLive({
        apiKey: 'sk-of-its-own',
        baseUrl: api.url,
        cases: some,
        times: 1,
        mostUsd: 5,
      });
      const [outcome] = live.rounds[0];
      expect(checkShown(outcome.run)).toMatchObject({
        unknown: [],
        unheld: [],
      });
      const [hypothesis] = outcome.run.analysis!.hypotheses;
      const run = {
        ...outcome.run,
        analysis: {
          ...outcome.run.analysis!,
          headline: '48123 customers lost money at 03:17',
          hypotheses: [{ ...hypothesis, supporting: ['E1', 'E500'] }],
        },
      };
      const found = checkShown(run);
      expect(found.unknown).toEqual(['E500']);
      expect(found.unheld).toEqual([
        expect.stringMatching(/: 48123$/),
        expect.stringMatching(/: 03:17$/),
      ]);
      const missed = missedLimits(figuresOf([{ ...outcome, run }]));
      expect(missed).toHaveLength(2);
      expect(missed.join()).toMatch(/citations.*numbers/s);
    } finally {
      await api.stop();
    }
  });

  it('tell what people said in the same form', async () => {
    const server = createServer((request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({
          feedback: {
            right: 15,
            wrong: 5,
            n: 20,
            acceptance: 0.75,
            before: 0.8,
            causes: {
              n: 8,
              first: 5,
              three: 7,
              analysed: 4,
              modelFirst: 3,
              modelThree: 4,
            },
            path: request.url,
          },
        }),
      );
    });
    await new Promise<void>(resolve =>
      server.listen(0, '127.0.0.1', () => resolve()),
    );
    const { port } = server.address() as AddressInfo;
    try {
      const text = await readFeedback(`http://127.0.0.1:${port}`);
      expect(text).toMatch(/found right, last 28 days +\| 75 % +\| 20/);
      expect(text).toMatch(/drift +\| −5\.0 points/);
      expect(text).toMatch(/first suspect of the ranking +\| 62\.5 % +\| 8/);
      expect(text).toMatch(/first hypothesis of the model +\| 75 % +\| 4/);
    } finally {
      server.close();
    }
  });
});
