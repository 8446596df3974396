import type {
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type PolicyDecision,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
  type ConditionTransformer,
} from '@backstage/plugin-permission-node';
import {
  sloCorrectionWritePermission,
  sloObjectiveReadPermission,
  sloOverrideWritePermission,
  sloSampleWritePermission,
  type CorrectionRequest,
  type OverrideRequest,
  type Sample,
} from '@ghostlight/plugin-slo-common';
import type { ChangesRequest } from '../changes';
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
import {
  objectiveResourceRef,
  type ObjectiveCondition,
  type ObjectiveResource,
} from './objectiveRules';

/**
 * Lets through what the caller may see or change. Conditional decisions become SQL conditions for
 * lists, and are applied to whose the objective or entity is for everything else.
 */
export class AuthorizedObjectivesService implements ObjectivesService {
  private constructor(
    private readonly inner: ObjectivesService,
    private readonly permissions: PermissionsService,
    private readonly toQuery: ConditionTransformer<ObjectiveCondition>,
    private readonly holds: (
      decision: PolicyDecision,
      resource: ObjectiveResource,
    ) => boolean,
  ) {}

  static create(options: {
    inner: ObjectivesService;
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
  }): AuthorizedObjectivesService {
    const rules =
      options.permissionsRegistry.getPermissionRuleset(objectiveResourceRef);
    return new AuthorizedObjectivesService(
      options.inner,
      options.permissions,
      createConditionTransformer(rules),
      createConditionAuthorizer(rules),
    );
  }

  async list(request: ListRequest, options: CallOptions) {
    return this.inner.list(request, await this.narrow(options));
  }

  async detail(ref: string, options: CallOptions) {
    await this.mayRead({ ref }, options);
    return this.inner.detail(ref, options);
  }

  async series(request: SeriesRequest, options: CallOptions) {
    await this.mayRead({ ref: request.ref }, options);
    return this.inner.series(request, options);
  }

  async measure(request: MeasurementRequest, options: CallOptions) {
    await this.mayRead({ ref: request.ref }, options);
    return this.inner.measure(request, options);
  }

  async summary(request: SummaryRequest, options: CallOptions) {
    return this.inner.summary(request, await this.narrow(options));
  }

  async gate(entityRef: string, options: CallOptions) {
    await this.mayRead({ entityRef }, options);
    return this.inner.gate(entityRef, options);
  }

  async rules(entityRef: string, format: RulesFormat, options: CallOptions) {
    await this.mayRead({ entityRef }, options);
    return this.inner.rules(entityRef, format, options);
  }

  async alerts(request: AlertsRequest, options: CallOptions) {
    return this.inner.alerts(request, await this.narrow(options));
  }

  async findings(entityRef: string, options: CallOptions) {
    await this.mayRead({ entityRef }, options);
    return this.inner.findings(entityRef, options);
  }

  async signals(entityRef: string, options: CallOptions) {
    await this.mayRead({ entityRef }, options);
    return this.inner.signals(entityRef, options);
  }

  async changes(request: ChangesRequest, options: CallOptions) {
    await this.mayRead({ entityRef: request.entityRef }, options);
    return this.inner.changes(request, options);
  }

  async spent(request: SpentRequest, options: CallOptions) {
    return this.inner.spent(request, await this.narrow(options));
  }

  async pushSamples(samples: Sample[], options: CallOptions) {
    return this.inner.pushSamples(
      samples,
      await this.narrow(options, sloSampleWritePermission),
    );
  }

  async listCorrections(request: CorrectionsRequest, options: CallOptions) {
    const { entityRef } = request;
    // Of one entity the catalog may be asked whose it is; of all, only what has objectives is known.
    if (entityRef) await this.mayRead({ entityRef }, options);
    return this.inner.listCorrections(
      request,
      entityRef ? options : await this.narrow(options),
    );
  }

  async createCorrection(request: CorrectionRequest, options: CallOptions) {
    const { ref, entityRef } = request;
    // With neither there is nothing to decide about, and the request is refused as incomplete.
    if (ref) await this.mayCorrect({ ref }, options);
    else if (entityRef) await this.mayCorrect({ entityRef }, options);
    return this.inner.createCorrection(request, options);
  }

  async deleteCorrection(id: string, options: CallOptions) {
    await this.mayCorrect({ correctionId: id }, options);
    return this.inner.deleteCorrection(id, options);
  }

  async listOverrides(entityRef: string, options: CallOptions) {
    await this.mayRead({ entityRef }, options);
    return this.inner.listOverrides(entityRef, options);
  }

  async createOverride(request: OverrideRequest, options: CallOptions) {
    const { entityRef } = request;
    await this.may(sloOverrideWritePermission, { entityRef }, options);
    return this.inner.createOverride(request, options);
  }

  async revokeOverride(id: string, options: CallOptions) {
    await this.may(sloOverrideWritePermission, { overrideId: id }, options);
    return this.inner.revokeOverride(id, options);
  }

  locate(subject: Subject) {
    return this.inner.locate(subject);
  }

  private mayRead(subject: Subject, options: CallOptions) {
    return this.may(sloObjectiveReadPermission, subject, options);
  }

  private mayCorrect(subject: Subject, options: CallOptions) {
    return this.may(sloCorrectionWritePermission, subject, options);
  }

  /** Refuses unless the caller may do this to the subject. */
  private async may(
    permission: ResourcePermission,
    subject: Subject,
    options: CallOptions,
  ): Promise<void> {
    const decision = await this.decide(permission, options);
    if (decision.result === AuthorizeResult.ALLOW) return;
    const resource = await this.inner.locate(subject);
    if (!this.holds(decision, resource)) throw refusal(permission);
  }

  /** The call's options with the condition under which rows may be seen or written. */
  private async narrow(
    options: CallOptions,
    permission: ResourcePermission = sloObjectiveReadPermission,
  ): Promise<CallOptions> {
    const decision = await this.decide(permission, options);
    return decision.result === AuthorizeResult.CONDITIONAL
      ? { ...options, visible: this.toQuery(decision.conditions) }
      : options;
  }

  private async decide(
    permission: ResourcePermission,
    { credentials }: CallOptions,
  ): Promise<PolicyDecision> {
    const [decision] = await this.permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    if (decision.result === AuthorizeResult.DENY) throw refusal(permission);
    return decision;
  }
}

type Subject = Parameters<ObjectivesService['locate']>[0];

function refusal(permission: ResourcePermission): Error {
  return new NotAllowedError(
    `You do not have the permission ${permission.name} for this`,
  );
}
