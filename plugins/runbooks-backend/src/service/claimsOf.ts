import type {
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';

/**
 * The entities that a person speaks for.
 *
 * @throws NotAllowedError for anybody who is no person: a token does not approve
 */
export async function claimsOf(
  userInfo: UserInfoService,
  credentials: BackstageCredentials,
): Promise<string[]> {
  const { type } = credentials.principal as { type?: string };
  if (type !== 'user')
    throw new NotAllowedError('A person has to approve, not a token');
  const { userEntityRef, ownershipEntityRefs } = await userInfo.getUserInfo(
    credentials,
  );
  return [userEntityRef, ...ownershipEntityRefs];
}

/**
 * The same for what is only shown: undefined of who is no person, and where nobody can be asked. Whoever
 * then decides is asked again.
 */
export async function claimsOfAny(
  userInfo: UserInfoService,
  credentials: BackstageCredentials,
): Promise<string[] | undefined> {
  return claimsOf(userInfo, credentials).catch(() => undefined);
}
