/**
 * The methods of paths that have an operation, as keys of an endpoint map: `#get|/path`.
 * Backstage's typed router names `delete` `_delete`.
 *
 * @public
 */
export type EndpointKeyOf<Paths> = {
  [Path in keyof Paths & string]: {
    [Method in keyof Paths[Path] & ('get' | 'put' | 'post' | 'delete')]: [
      NonNullable<Paths[Path][Method]>,
    ] extends [never]
      ? never
      : `#${Method extends 'delete' ? '_delete' : Method}|${Path}`;
  }[keyof Paths[Path] & ('get' | 'put' | 'post' | 'delete')];
}[keyof Paths & string];

/**
 * Parameters, body and successful answer of an operation as openapi-typescript describes it.
 *
 * @public
 */
export type EndpointOf<Operation> = {
  query: Operation extends { parameters: { query?: infer Query } }
    ? NonNullable<Query>
    : never;
  path: Operation extends { parameters: { path?: infer Path } }
    ? NonNullable<Path>
    : never;
  body: Operation extends {
    requestBody: { content: { 'application/json': infer Body extends object } };
  }
    ? Body
    : never;
  response: Operation extends { responses: infer Responses }
    ? {
        [Code in keyof Responses & (200 | 201 | 202 | 204)]: [
          Responses[Code],
        ] extends [{ content: infer Content extends object }]
          ? Content[keyof Content]
          : void;
      }[keyof Responses & (200 | 201 | 202 | 204)]
    : never;
};

/**
 * The endpoint map that `createValidatedOpenApiRouterFromGeneratedEndpointMap` of
 * `@backstage/backend-openapi-utils` takes, made from the `paths` type that openapi-typescript
 * writes.
 *
 * @public
 */
export type EndpointMapOf<Paths> = {
  [Key in EndpointKeyOf<Paths>]: Key extends `#${infer Method}|${infer Path}`
    ? Path extends keyof Paths
      ? EndpointOf<
          NonNullable<
            Paths[Path][(Method extends '_delete' ? 'delete' : Method) &
              keyof Paths[Path]]
          >
        >
      : never
    : never;
};
