import { Refusal, type Answers, type Asked } from './Contract';

type AnyAnswer = (asked: Asked<never>) => unknown;

/**
 * A failure of {@link FakePortal}.
 *
 * @public
 */
export interface PortalFailure {
  /** Requests whose address contains this are answered with it. */
  match: string;
  /** Default any. */
  method?: string;
  /** HTTP status. */
  status: number;
  /** Such as `NotAllowedError`. */
  name: string;
  /** For people. */
  message: string;
}

/**
 * An API by its contract, answered from what a test or a dev app puts in. `respond` takes a request to
 * `…/v1/…` and gives the response, so it can stand behind a server or a fetch.
 *
 * @public
 */
export class FakePortal<Paths> {
  /** The first that matches a request is its answer. */
  failures: PortalFailure[] = [];
  /** Method and address of every request, oldest first. */
  readonly requests: string[] = [];
  /** Method, path and body of every request that changes something. */
  readonly writes: Array<{ method: string; path: string; body: unknown }> = [];
  private readonly answers: Array<{
    pattern: RegExp;
    methods: Record<string, AnyAnswer>;
  }> = [];

  /** Adds answers; a later one takes the place of an earlier one to the same path and method. */
  answer(answers: Answers<Paths>): this {
    for (const [path, methods] of Object.entries(answers)) {
      const source = path.replace(/{[^}]+}/g, '([^/]+)');
      this.answers.unshift({
        pattern: new RegExp(`^${source}$`),
        methods: methods as Record<string, AnyAnswer>,
      });
    }
    return this;
  }

  /** Answers one request. */
  async respond(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const path = url.pathname.slice(url.pathname.indexOf('/v1/'));
    this.requests.push(`${request.method} ${path}${url.search}`);
    const failure = this.failures.find(
      each =>
        decodeURIComponent(url.href).includes(each.match) &&
        (each.method ?? request.method) === request.method,
    );
    if (failure) {
      return refuse(new Refusal(failure.status, failure.name, failure.message));
    }
    const text = await request.text();
    const body = text ? JSON.parse(text) : undefined;
    const method = request.method.toLocaleLowerCase('en');
    if (method !== 'get') {
      this.writes.push({ method: request.method, path, body });
    }
    // Literal paths before those with slots, as a router has them.
    const found = this.answers
      .filter(each => each.methods[method] && each.pattern.test(path))
      .sort((a, b) => slots(a.pattern) - slots(b.pattern))[0];
    if (!found) {
      return refuse(new Refusal(404, 'NotFoundError', `No ${path}`));
    }
    const [, ...slotted] = found.pattern.exec(path) ?? [];
    const answer = found.methods[method]({
      path: slotted.map(decodeURIComponent),
      query: url.searchParams,
      body: body as never,
    });
    if (answer instanceof Refusal) return refuse(answer);
    if (answer === undefined) return new Response(null, { status: 204 });
    if (typeof answer === 'string') return new Response(answer);
    return Response.json(answer);
  }
}

function slots(pattern: RegExp): number {
  return pattern.source.split('([^/]+)').length;
}

function refuse({ status, errorName, message }: Refusal): Response {
  return Response.json(
    {
      error: { name: errorName, message },
      response: { statusCode: status },
    },
    { status },
  );
}
