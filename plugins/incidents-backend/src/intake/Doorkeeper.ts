import type {
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { AuthenticationError, NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { intakeWritePermission } from '@ghostlight/plugin-incidents-common';
import type { Request } from 'express';
import type { RegisteredAdapter } from './AdapterRegistry';

/** Says whose delivery it is, and turns away who may not send. */
export class Doorkeeper {
  private constructor(
    private readonly httpAuth: HttpAuthService,
    private readonly permissions: PermissionsService,
  ) {}

  static create(options: {
    httpAuth: HttpAuthService;
    permissions: PermissionsService;
  }): Doorkeeper {
    return new Doorkeeper(options.httpAuth, options.permissions);
  }

  /**
   * By token, which is looked at before the body is read where nothing else can let the sender in.
   *
   * @returns undefined when the body's signature is to decide
   * @throws AuthenticationError without a credential or with a wrong one
   * @throws NotAllowedError when the credential may not send
   */
  async byToken(
    request: Request,
    registered: RegisteredAdapter,
  ): Promise<string | undefined> {
    if (!/^Bearer /i.test(request.headers.authorization ?? '')) {
      if (registered.signature) return undefined;
      throw new AuthenticationError(waysIn(registered));
    }
    let credentials: BackstageCredentials;
    try {
      credentials = await this.httpAuth.credentials(request, {
        allow: ['service', 'user'],
      });
    } catch (error) {
      // A sender may show a token of its own beside its signature.
      if (registered.signature) return undefined;
      throw error;
    }
    const [{ result }] = await this.permissions.authorize(
      [{ permission: intakeWritePermission }],
      { credentials },
    );
    if (result !== AuthorizeResult.ALLOW)
      throw new NotAllowedError(
        `This credential lacks the permission ${intakeWritePermission.name}`,
      );
    return nameOf(credentials);
  }

  /** @throws AuthenticationError when none of the secrets signed the body */
  async bySignature(
    request: Request,
    body: Buffer,
    registered: RegisteredAdapter,
  ): Promise<string> {
    const { signature, secrets } = registered;
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : value ?? '',
      ]),
    );
    const signed = await signature?.verify({ rawBody: body, headers, secrets });
    if (!signed) throw new AuthenticationError(waysIn(registered));
    return 'signature';
  }
}

function waysIn({ adapter, signature }: RegisteredAdapter): string {
  const ways = ['an external-access token as Authorization: Bearer'];
  if (signature) ways.push(`a valid ${signature.title}`);
  const missing = adapter.signature && !signature;
  return `${adapter.title} must show ${ways.join(', or ')}${
    missing
      ? `. For a ${adapter.signature!.title}, set incidents.intake.adapters.${
          adapter.id
        }.secrets`
      : ''
  }`;
}

function nameOf({ principal }: BackstageCredentials): string {
  const { subject, userEntityRef } = principal as {
    subject?: string;
    userEntityRef?: string;
  };
  return subject ?? userEntityRef ?? 'token';
}
