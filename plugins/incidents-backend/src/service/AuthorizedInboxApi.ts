import {
  alertReadPermission,
  alertUpdatePermission,
  inboxManagePermission,
  type MappingRequest,
  type SilenceRequest,
  type UnsuppressRequest,
} from '@ghostlight/plugin-incidents-common';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import type { Authorizer } from '@ghostlight/reliability-node';
import type { ListAlertsRequest } from '../alerts';
import type { AlertResource } from './alertRules';
import type { CallOptions } from './CallOptions';
import type { DryRunRequest, InboxApi, PageRequest } from './InboxApi';
import type { RowCondition } from './Visibility';

/**
 * Lets through what the caller may see or change: alerts one by one or as a condition of SQL, and
 * what concerns all of them by `incidents.inbox.manage`.
 */
export class AuthorizedInboxApi implements InboxApi {
  private constructor(
    private readonly inner: InboxApi,
    private readonly alerts: Authorizer<AlertResource, RowCondition>,
  ) {}

  static create(options: {
    inner: InboxApi;
    alerts: Authorizer<AlertResource, RowCondition>;
  }): AuthorizedInboxApi {
    return new AuthorizedInboxApi(options.inner, options.alerts);
  }

  async list(request: ListAlertsRequest, options: CallOptions) {
    return this.inner.list(request, await this.narrow(options));
  }

  async counts(options: CallOptions) {
    return this.inner.counts(await this.narrow(options));
  }

  async detail(alertId: string, options: CallOptions) {
    await this.mayDo(alertReadPermission, alertId, options);
    return this.inner.detail(alertId, options);
  }

  async unsuppress(alertId: string, options: CallOptions) {
    await this.mayDo(alertUpdatePermission, alertId, options);
    return this.inner.unsuppress(alertId, options);
  }

  async unsuppressMany(request: UnsuppressRequest, options: CallOptions) {
    const { credentials } = options;
    if (!request.alertIds) {
      const alerts = await this.alerts.narrow(
        alertUpdatePermission,
        credentials,
      );
      return this.inner.unsuppressMany(request, {
        ...options,
        visible: { alerts },
      });
    }
    const ids = [...new Set(request.alertIds)];
    const allowed = await this.alerts.judge(
      alertUpdatePermission,
      credentials,
      () => this.inner.locate(ids),
    );
    const alertIds = ids.filter((_, index) => allowed[index] !== false);
    const done = alertIds.length
      ? await this.inner.unsuppressMany({ ...request, alertIds }, options)
      : { undone: 0, unchanged: 0, left: 0 };
    return { ...done, refused: ids.length - alertIds.length };
  }

  async suppressionCauses(options: CallOptions) {
    return this.inner.suppressionCauses(await this.narrow(options));
  }

  async resolve(alertId: string, options: CallOptions) {
    await this.mayDo(alertUpdatePermission, alertId, options);
    return this.inner.resolve(alertId, options);
  }

  async adapters(options: CallOptions) {
    await this.narrow(options);
    return this.inner.adapters(options);
  }

  async quarantine(request: PageRequest, options: CallOptions) {
    await this.mayManage(options);
    return this.inner.quarantine(request, options);
  }

  async retryQuarantined(id: string, options: CallOptions) {
    await this.mayManage(options);
    return this.inner.retryQuarantined(id, options);
  }

  async discardQuarantined(id: string, options: CallOptions) {
    await this.mayManage(options);
    return this.inner.discardQuarantined(id, options);
  }

  async mappings(options: CallOptions) {
    await this.mayManage(options);
    return this.inner.mappings(options);
  }

  async teachMapping(request: MappingRequest, options: CallOptions) {
    await this.mayManage(options);
    return this.inner.teachMapping(request, options);
  }

  async forgetMapping(id: string, options: CallOptions) {
    await this.mayManage(options);
    return this.inner.forgetMapping(id, options);
  }

  async silences(request: { active?: boolean }, options: CallOptions) {
    await this.mayManage(options);
    return this.inner.silences(request, options);
  }

  async createSilence(request: SilenceRequest, options: CallOptions) {
    await this.mayManage(options);
    return this.inner.createSilence(request, options);
  }

  async endSilence(id: string, options: CallOptions) {
    await this.mayManage(options);
    return this.inner.endSilence(id, options);
  }

  async rules(options: CallOptions) {
    await this.mayManage(options);
    return this.inner.rules(options);
  }

  async dryRun(request: DryRunRequest, options: CallOptions) {
    await this.mayManage(options);
    return this.inner.dryRun(request, options);
  }

  locate(alertIds: string[]) {
    return this.inner.locate(alertIds);
  }

  private mayDo(
    permission: ResourcePermission,
    alertId: string,
    { credentials }: CallOptions,
  ) {
    return this.alerts.mayDo(permission, credentials, () =>
      this.inner.locate([alertId]),
    );
  }

  private mayManage({ credentials }: CallOptions) {
    return this.alerts.may(inboxManagePermission, credentials);
  }

  private async narrow(options: CallOptions): Promise<CallOptions> {
    const { credentials } = options;
    const alerts = await this.alerts.narrow(alertReadPermission, credentials);
    return { ...options, visible: { alerts } };
  }
}
