import { ResponseError } from '@backstage/errors';

/** What the API says when it refuses: status and message. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ResponseError)
      return `${error.statusCode} ${error.body.error.message}`;
    throw error;
  }
  return 'no refusal';
}
