import type {
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { AuthenticationError, NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import type { Request } from 'express';
import type { SignatureCheck } from '../http';

/**
 * A way in for the deliveries of one kind of sender.
 *
 * @public
 */
export interface Door {
  /** Who comes through it, for people: `PagerDuty`. */
  title: string;
  /** Set when a signature can be checked: the sender has one, and its secrets are configured. */
  signature?: SignatureCheck;
  /** The current and the previous one. */
  secrets: string[];
  /** What to do so that signatures can be checked, when they cannot be: `set x.y.secrets`. */
  missing?: string;
}

/**
 * Says whose delivery it is, and turns away who may not send.
 *
 * @public
 */
export class Doorkeeper {
  private constructor(
    private readonly httpAuth: HttpAuthService,
    private readonly permissions: PermissionsService,
    private readonly permission: BasicPermission,
  ) {}

  static create(options: {
    httpAuth: HttpAuthService;
    permissions: PermissionsService;
    /** What a token must be allowed to do. */
    permission: BasicPermission;
  }): Doorkeeper {
    const { httpAuth, permissions, permission } = options;
    return new Doorkeeper(httpAuth, permissions, permission);
  }

  /**
   * By token, which is looked at before the body is read where nothing else can let the sender in.
   *
   * @returns undefined when the body's signature is to decide
   * @throws AuthenticationError without a credential or with a wrong one
   * @throws NotAllowedError when the credential may not send
   */
  async byToken(request: Request, door: Door): Promise<string | undefined> {
    if (!/^Bearer /i.test(request.headers.authorization ?? '')) {
      if (door.signature) return undefined;
      throw new AuthenticationError(waysIn(door));
    }
    let credentials: BackstageCredentials;
    try {
      credentials = await this.httpAuth.credentials(request, {
        allow: ['service', 'user'],
      });
    } catch (error) {
      // A sender may show a token of its own beside its signature.
      if (door.signature) return undefined;
      throw error;
    }
    const { permission } = this;
    const [{ result }] = await this.permissions.authorize([{ permission }], {
      credentials,
    });
    if (result !== AuthorizeResult.ALLOW)
      throw new NotAllowedError(
        `This credential lacks the permission ${permission.name}`,
      );
    return nameOf(credentials);
  }

  /** @throws AuthenticationError when none of the secrets signed the body */
  async bySignature(
    request: Request,
    body: Buffer,
    door: Door,
  ): Promise<string> {
    const { signature, secrets } = door;
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : value ?? '',
      ]),
    );
    const signed = await signature?.verify({ rawBody: body, headers, secrets });
    if (!signed) throw new AuthenticationError(waysIn(door));
    return 'signature';
  }
}

function waysIn({ title, signature, missing }: Door): string {
  const ways = ['an external-access token as Authorization: Bearer'];
  if (signature) ways.push(`a valid ${signature.title}`);
  return `${title} must show ${ways.join(', or ')}${
    missing && !signature ? `. ${missing}` : ''
  }`;
}

function nameOf({ principal }: BackstageCredentials): string {
  const { subject, userEntityRef } = principal as {
    subject?: string;
    userEntityRef?: string;
  };
  return subject ?? userEntityRef ?? 'token';
}
