/**
 * Methods that a fake answers.
 *
 * @public
 */
export type Methods = 'get' | 'post' | 'put' | 'delete';

/**
 * What a response or request carries.
 *
 * @public
 */
export type ContentOf<R> = R extends { content: infer C }
  ? C[keyof C]
  : undefined;

/**
 * What an operation answers when it succeeds.
 *
 * @public
 */
export type SuccessOf<Op> = Op extends { responses: infer R }
  ? R extends { 200: infer S }
    ? ContentOf<S>
    : R extends { 201: infer S }
    ? ContentOf<S>
    : R extends { 202: infer S }
    ? ContentOf<S>
    : undefined
  : never;

/**
 * What an operation is sent.
 *
 * @public
 */
export type BodyOf<Op> = Op extends { requestBody: { content: infer C } }
  ? C[keyof C]
  : undefined;

/**
 * One call as an answer sees it.
 *
 * @public
 */
export interface Asked<Body = unknown> {
  /** Values of the path's slots, in their order. */
  path: string[];
  /** Parameters of the address. */
  query: URLSearchParams;
  /** Read from JSON. */
  body: Body;
}

/**
 * An answer other than the success that the document describes.
 *
 * @public
 */
export class Refusal {
  constructor(
    /** HTTP status. */
    readonly status: number,
    /** Such as `NotAllowedError`. */
    readonly errorName: string,
    /** For people. */
    readonly message: string,
  ) {}
}

/**
 * Answers by path and method, typed by an OpenAPI document as `openapi-typescript` gives it: what does
 * not fit the contract does not compile.
 *
 * @public
 */
export type Answers<Paths> = {
  [P in keyof Paths]?: {
    [M in Methods & keyof Paths[P] as Paths[P][M] extends undefined
      ? never
      : M]?: (
      asked: Asked<BodyOf<NonNullable<Paths[P][M]>>>,
    ) => SuccessOf<NonNullable<Paths[P][M]>> | Refusal;
  };
};
