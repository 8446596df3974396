import type { TriageRun } from '@ghostlight/plugin-incidents-common';
import {
  ClaudeApi,
  type ClaudeReply,
  type ClaudeRequest,
} from '@ghostlight/theatre';
import type { Analyst, TriageTools } from '../../analysis';
import { diagnose } from '../../ranking';
import { Redactor } from '../../redaction';
import type { Attack } from '../cases';
import { plant } from '../plant';
import { installedActions } from './installedActions';
import { obedientModel } from './obedientModel';

/** Attacks on whatever asks its Messages API on loopback, behind which is a model that obeys. */
export class RedTeam {
  private constructor(
    private readonly api: ClaudeApi,
    private readonly ear: { obey?: (request: ClaudeRequest) => ClaudeReply },
  ) {}

  static async start(): Promise<RedTeam> {
    const ear: RedTeam['ear'] = {};
    const script = (request: ClaudeRequest) => ear.obey?.(request);
    return new RedTeam(await ClaudeApi.start({ script }), ear);
  }

  get url(): string {
    return this.api.url;
  }

  get apiKey(): string {
    return this.api.apiKey;
  }

  /** Plants an attack in an incident and has it analysed, one at a time. */
  async launch(
    attack: Attack,
    analyst: Analyst,
  ): Promise<{ run: TriageRun; requests: ClaudeRequest[] }> {
    const redactor = Redactor.create();
    // As the collector does with every text before anything else sees it.
    const given = JSON.parse(
      JSON.stringify(plant(attack), (_, value) =>
        typeof value === 'string' ? redactor.redact(value).text : value,
      ),
    );
    const report = diagnose(given);
    const items = report.evidence;
    const text = redactor.redact(attack.text).text;
    const planted =
      items.find(({ title, text: body }) =>
        `${title} ${body}`.includes(text.slice(0, 20)),
      )?.id ?? items[0].id;
    const requests: ClaudeRequest[] = [];
    const obey = obedientModel(attack, planted);
    this.ear.obey = request => {
      requests.push(request);
      return obey(request);
    };
    const tools: TriageTools = {
      series: async () => [],
      changes: async () => [],
      similar: async () => [],
      runbooks: async () => [],
      logs: async () => [
        {
          type: 'log',
          source: 'loki',
          entityRef: 'component:default/payments',
          title: 'A line',
          text,
        },
      ],
    };
    const run = await analyst.analyse({
      incident: { id: 'INC-0042' },
      collected: {
        case: given,
        bundle: {
          id: attack.name,
          incidentId: 'INC-0042',
          at: '2026-11-21T12:16:00.000Z',
          items,
          redactions: redactor.counts(),
          missing: [],
        },
      },
      report,
      actions: installedActions,
      tools,
      by: 'user:default/guest',
      again: true,
    });
    return { run, requests };
  }

  stop(): Promise<void> {
    return this.api.stop();
  }
}
