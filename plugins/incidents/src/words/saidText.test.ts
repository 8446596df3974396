import type { Said } from '@ghostlight/plugin-incidents-common';
import { formatsFor } from '@ghostlight/reliability-react';
import { englishText } from '../__testUtils__/englishText';
import { saidText } from './saidText';

const tools = { t: englishText(), format: formatsFor('en') };
const sentence = 'the words of the backend';
const ownerRef = 'group:default/payers';
const source = 'pager';

describe('what the backend says by code', () => {
  it.each<[string, Said['params'], string]>([
    [
      'suppression.flapping',
      { times: '6', minutes: '90' },
      'went to and fro 6 times within 1 h 30 min',
    ],
    ['suppression.flapping', { times: 'six', minutes: '90' }, sentence],
    [
      'suppression.silence',
      { by: 'user:default/ben', reason: 'known' },
      'silenced by ben: known',
    ],
    ['suppression.maintenance', { reason: 'disks' }, 'maintenance: disks'],
    [
      'suppression.symptom',
      { entityRef: 'component:default/db', incidentId: 'INC-0001' },
      'it depends on db, the probable origin of INC-0001',
    ],
    ['entity.payload', {}, 'the payload names it'],
    ['entity.label', { name: 'entity' }, 'the label entity names it'],
    [
      'entity.annotation',
      { name: 'entity', unknown: 'true' },
      'the annotation entity names it, but the catalog does not have it',
    ],
    [
      'entity.similar',
      { name: 'pay', label: 'app', unsure: 'component:default/payments' },
      'not sure enough that it is payments: “pay” (app) is like its name',
    ],
    ['entity.taught', { by: 'user:default/ben' }, 'taught by ben'],
    ['entity.rule', { rule: 'app' }, 'mapping rule “app”'],
    ['entity.none', {}, 'no label names an entity of the catalog'],
    [
      'opened.rule',
      { rule: 'grave', alerts: '3', worst: 'critical', occurrences: '7' },
      'Rule “grave”: 3 alerts, the worst critical, reported 7 times',
    ],
    [
      'opened.rule',
      { rule: 'burn', alerts: '1', worst: 'error', burn: 'true' },
      'Rule “burn”: 1 alert, error, an objective burns its budget',
    ],
    ['opened.rule', { rule: 'x', alerts: '1', worst: 'odd' }, sentence],
    ['opened.alerts', { count: '2' }, 'Declared by hand from 2 alerts'],
    ['opened.split', { id: 'INC-0001' }, 'Split from INC-0001'],
    [
      'resolved.quiet',
      { minutes: '15' },
      'nothing of severity error or worse has fired for 15 min',
    ],
    ['reopened.again', { title: 'High' }, '“High” fires again'],
    ['alert.joined', { title: 'High' }, 'High'],
    [
      'oncall.outside',
      { source, ownerRef, from: '2026-11-01', to: '2026-11-08' },
      'What pager says of payers is known from Nov 1 to Nov 8 only. Ask for a time in between.',
    ],
    [
      'oncall.silent',
      { source, ownerRef, error: 'timed out' },
      'pager has not answered yet for payers (timed out). It is asked again within a minute.',
    ],
    ['owner.parent', { name: 'payers' }, 'parent of payers'],
    ['impact.no-answer', {}, 'the slo plugin did not answer'],
    [
      'responder',
      { count: '2', days: '1', entityRef: 'component:default/payments' },
      'worked on 2 incidents of payments, the last yesterday',
    ],
    ['people.level', { level: '1', team: 'Payers' }, 'level 1 of Payers'],
    ['unreadable.type', { expected: 'array' }, 'expected a list'],
    ['unreadable.type', { expected: 'never' }, sentence],
    ['unreadable.value', { values: 'a, b' }, 'expected one of: a, b'],
    ['of.tomorrow', { x: 'y' }, sentence],
    ['constructor', {}, sentence],
  ])('%s with %j reads “%s”', (code, params, expected) => {
    const said = saidText(sentence, { code, params }, tools);
    expect(said.replace(/\u00a0/g, ' ')).toBe(expected);
  });

  it('is the sentence itself where no code came with it', () => {
    expect(saidText(sentence, undefined, tools)).toBe(sentence);
  });
});
