import type { FastifyInstance } from "fastify";

export interface ApiAnswer<T> {
  readonly status: number;
  readonly data: T;
  readonly errors: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: { readonly code?: string };
  }[];
}

/** Somebody who asks the API over HTTP, with whatever shows who they are. */
export class ApiClient {
  private readonly app: FastifyInstance;
  private readonly headers: Readonly<Record<string, string>>;
  private readonly address: string;

  constructor(app: FastifyInstance, headers: Readonly<Record<string, string>>, address = "127.0.0.1") {
    this.app = app;
    this.headers = headers;
    this.address = address;
  }

  /** A mistake of the server's own fails the test: no expectation may rest on it. */
  async query<T = Record<string, unknown>>(query: string, variables: object = {}): Promise<ApiAnswer<T>> {
    const { status, body } = await this.send({ query, variables });
    const { data, errors = [] } = body as Partial<ApiAnswer<T>>;
    const mistake = errors.find(({ extensions }) => extensions?.code === "INTERNAL_SERVER_ERROR");
    if (mistake !== undefined || data === undefined)
      throw new Error(JSON.stringify({ query, variables, status, body }));
    return { status, data: data as T, errors };
  }

  /** As it comes, for requests that are wrong on purpose. */
  async send(
    payload: object | string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<{ status: number; body: unknown }> {
    const response = await this.app.inject({
      method: "POST",
      url: "/graphql",
      remoteAddress: this.address,
      payload,
      headers: { "content-type": "application/json", "accept-language": "en", ...this.headers, ...headers },
    });
    return { status: response.statusCode, body: response.body === "" ? null : response.json() };
  }
}
