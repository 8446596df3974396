import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import { notificationManagePermission } from '@ghostlight/plugin-incidents-common';
import type { CallOptions } from './CallOptions';
import type {
  MessageRequest,
  NotificationsApi,
  NotificationsRequest,
} from './NotificationsApi';

/** What is asked of whoever decides about permissions that concern nothing in particular. */
export interface BasicAuthorizer {
  may(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<void>;
  has(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<boolean>;
}

/** Lets those through who have `incidents.notification.manage`. */
export class AuthorizedNotificationsApi implements NotificationsApi {
  private constructor(
    private readonly inner: NotificationsApi,
    private readonly permissions: BasicAuthorizer,
  ) {}

  static create(options: {
    inner: NotificationsApi;
    permissions: BasicAuthorizer;
  }): AuthorizedNotificationsApi {
    return new AuthorizedNotificationsApi(options.inner, options.permissions);
  }

  async list(request: NotificationsRequest, options: CallOptions) {
    await this.mayManage(options);
    return this.inner.list(request, options);
  }

  async channels(options: CallOptions) {
    await this.mayManage(options);
    return this.inner.channels(options);
  }

  async testChannel(name: string, options: CallOptions) {
    await this.mayManage(options);
    return this.inner.testChannel(name, options);
  }

  async sendMessage(
    name: string,
    request: MessageRequest,
    options: CallOptions,
  ) {
    await this.mayManage(options);
    return this.inner.sendMessage(name, request, options);
  }

  private mayManage({ credentials }: CallOptions) {
    return this.permissions.may(notificationManagePermission, credentials);
  }
}
