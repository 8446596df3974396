import { ClaudeApi } from '@ghostlight/theatre';
import { setTimeout as sleep } from 'node:timers/promises';
import { plainReply } from '../../../packages/theatre/src/claude/plainReply';
import { installPrograms, say } from '../../../scripts/process';
import { median, quantile } from '../../shared/quantile';
import { quick } from '../../shared/quick';
import { formatSeconds, type Report } from '../../shared/Report';
import { timed } from '../evidence/timed';
import { BenchPortal } from './BenchPortal';
import { Reader } from './Reader';

const rounds = quick ? 3 : 20;
/** How long the far end takes for an answer, whatever it is asked. */
const thinkingMs = 2_000;
/** The portal answers the same reader with what it found so short a time ago; that is not what is measured. */
const freshMs = 10_500;

/**
 * When a reader sees the first useful line about an incident, with and without the model, in Chromium
 * against the portal as it is served; beside the page's own first line and bare reads of the API.
 */
export async function measureScreen(report: Report): Promise<void> {
  const [missing] = installPrograms(['chromium']);
  if (missing) {
    report.skip('The first useful line on a screen', missing.reason);
    return;
  }
  const claude = await ClaudeApi.start({
    script: request => ({ ...plainReply(request), delayMs: thinkingMs }),
  });
  let portal: BenchPortal | undefined;
  let reader: Reader | undefined;
  try {
    portal = await BenchPortal.start(claude);
    const id = await portal.breakPayments();
    reader = await Reader.open(portal.url);
    const times = await takeTimes({ portal, reader, id });
    const { asked } = times;
    if (claude.requests().length < asked.length)
      throw new Error('The model was not asked each time');
    tell(report, times);
  } finally {
    await reader?.close();
    await portal?.stop();
    await claude.stop();
  }
}

interface Times {
  /** Reads of the incident and of its triage by API. */
  incident: number[];
  triage: number[];
  /** From the address, and from the list: the title of the page, and the first suspect. */
  address: { title: number; why: number }[];
  list: { title: number; why: number }[];
  /** From the press: the first stage, and the first line of the analysis. */
  asked: { stage: number; analysis: number }[];
}

async function takeTimes(options: {
  portal: BenchPortal;
  reader: Reader;
  id: string;
}): Promise<Times> {
  const { portal, reader, id } = options;
  const times: Times = {
    incident: [],
    triage: [],
    address: [],
    list: [],
    asked: [],
  };
  for (let round = -1; round < rounds; round++) {
    await reader.leave();
    await sleep(freshMs);
    const incident = await timed(() => portal.get(`/v1/incidents/${id}`));
    const triage = await timed(() => portal.get(`/v1/incidents/${id}/triage`));
    const address = await reader.openAddress(id, 'title', 'why');
    const asked = await reader.ask('stage', 'analysis');
    await reader.leave();
    await sleep(freshMs);
    const list = await reader.openFromList(id, 'title', 'why');
    // The first goes through what is read once.
    if (round < 0) continue;
    times.incident.push(incident);
    times.triage.push(triage);
    times.address.push(address);
    times.asked.push(asked);
    times.list.push(list);
    say(
      `round ${round + 1} of ${rounds}: ${[address, list]
        .map(({ title, why }) => `${title.toFixed(2)} → ${why.toFixed(2)} s`)
        .join(', ')}, asked ${asked.analysis.toFixed(2)} s`,
    );
  }
  return times;
}

function tell(report: Report, times: Times): void {
  const both = (values: number[]) =>
    `${formatSeconds(median(values))} (p95 ${formatSeconds(
      quantile(values, 0.95),
    )})`;
  for (const [from, way] of [
    ['its address', times.address],
    ['the list', times.list],
  ] as const) {
    const why = way.map(each => each.why);
    const title = way.map(each => each.title);
    report.add({
      what: `first suspect on screen, incident opened from ${from}`,
      ours: both(why),
      theirs: `${both(title)}, the page's title`,
      ratio: `${(median(why) / median(title)).toFixed(2)} ×`,
    });
  }
  report.add({
    what: 'the triage by API',
    ours: both(times.triage),
    theirs: `${both(times.incident)}, the incident by API`,
    ratio: `${(median(times.triage) / median(times.incident)).toFixed(1)} ×`,
  });
  const stage = times.asked.map(each => each.stage);
  report.add({
    what: 'first stage on screen after asking the model',
    ours: both(stage),
    theirs: `${both(times.incident)}, the incident by API`,
    ratio: `${(median(stage) / median(times.incident)).toFixed(1)} ×`,
  });
  const thinking = thinkingMs / 1000;
  const analysis = times.asked.map(each => each.analysis);
  const overhead = analysis.map(each => each - thinking);
  const ratio = median(overhead) / thinking;
  report.add({
    what: 'first line of the analysis on screen',
    ours: `${both(analysis)}, of it ours ${both(overhead)}`,
    theirs: `${formatSeconds(thinking)}, what the model thinks`,
    ratio: `${ratio.toFixed(2)} × of it is ours`,
    required: 'at most 0.5 ×',
    passed: ratio <= 0.5,
  });
}
