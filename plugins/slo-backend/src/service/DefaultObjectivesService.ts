import type {
  CorrectionRequest,
  OverrideRequest,
  Sample,
} from '@ghostlight/plugin-slo-common';
import { listChanges, type ChangesRequest } from '../changes';
import { describeObjective } from './answers/describeObjective';
import { judgeGate } from './answers/judgeGate';
import { listBurnAlerts } from './answers/listBurnAlerts';
import { listFindings } from './answers/listFindings';
import { listObjectives } from './answers/listObjectives';
import { measureObjective } from './answers/measureObjective';
import { readSeries } from './answers/readSeries';
import { readSignals } from './answers/readSignals';
import { readSpent } from './answers/readSpent';
import { summarize } from './answers/summarize';
import { writeRules } from './answers/writeRules';
import { listCorrections } from './database/corrections';
import { listOverrides } from './database/overrides';
import { locate } from './locate';
import type {
  AlertsRequest,
  CallOptions,
  CorrectionsRequest,
  ListRequest,
  MeasurementRequest,
  ObjectivesService,
  RulesFormat,
  SeriesRequest,
  SpentRequest,
  SummaryRequest,
} from './ObjectivesService';
import { readEntityRef } from '@ghostlight/reliability-node';
import type { ServiceContext } from './ServiceContext';
import { createCorrection, deleteCorrection } from './writes/corrections';
import { createOverride, revokeOverride } from './writes/overrides';
import { pushSamples } from './writes/pushSamples';

/** Answers from the database, one operation a file. Checks no permission. */
export class DefaultObjectivesService implements ObjectivesService {
  private constructor(private readonly context: ServiceContext) {}

  static create(context: ServiceContext): DefaultObjectivesService {
    return new DefaultObjectivesService(context);
  }

  list(request: ListRequest, options: CallOptions) {
    return listObjectives(this.context, request, options);
  }

  detail(ref: string) {
    return describeObjective(this.context, ref);
  }

  changes(request: ChangesRequest) {
    return listChanges(this.context.db, request);
  }

  series(request: SeriesRequest) {
    return readSeries(this.context, request);
  }

  measure(request: MeasurementRequest) {
    return measureObjective(this.context, request);
  }

  summary(request: SummaryRequest, options: CallOptions) {
    return summarize(this.context, request, options);
  }

  gate(entityRef: string) {
    return judgeGate(this.context, entityRef);
  }

  rules(entityRef: string, format: RulesFormat) {
    return writeRules(this.context, entityRef, format);
  }

  alerts(request: AlertsRequest, options: CallOptions) {
    return listBurnAlerts(this.context, request, options);
  }

  findings(entityRef: string) {
    return listFindings(this.context, entityRef);
  }

  signals(entityRef: string) {
    return readSignals(this.context, entityRef);
  }

  spent(request: SpentRequest, options: CallOptions) {
    return readSpent(this.context, request, options);
  }

  pushSamples(samples: Sample[], options: CallOptions) {
    return pushSamples(this.context, samples, options);
  }

  async listCorrections(request: CorrectionsRequest, options: CallOptions) {
    const { entityRef } = request;
    return listCorrections(this.context.db, {
      ...request,
      entityRef: entityRef && readEntityRef('entityRef', entityRef),
      visible: options.visible,
    });
  }

  createCorrection(request: CorrectionRequest, options: CallOptions) {
    return createCorrection(this.context, request, options);
  }

  deleteCorrection(id: string) {
    return deleteCorrection(this.context, id);
  }

  async listOverrides(entityRef: string) {
    return listOverrides(
      this.context.db,
      readEntityRef('entityRef', entityRef),
      this.context.now(),
    );
  }

  createOverride(request: OverrideRequest, options: CallOptions) {
    return createOverride(this.context, request, options);
  }

  revokeOverride(id: string, options: CallOptions) {
    return revokeOverride(this.context, id, options);
  }

  locate(subject: Parameters<ObjectivesService['locate']>[0]) {
    return locate(this.context, subject);
  }
}
