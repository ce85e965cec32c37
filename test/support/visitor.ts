import type { FastifyInstance } from "fastify";

export interface Answer {
  readonly status: number;
  // What a test reads out of an answer is for the test to say.
  readonly body: Record<string, unknown>;
  readonly cookies: readonly string[];
  /** Where a redirect leads. */
  readonly location: string | undefined;
}

/** One browser: keeps its cookies, and says where its page is from, as browsers do. */
export class Visitor {
  private readonly jar = new Map<string, string>();
  private readonly app: FastifyInstance;
  private readonly origin: string | null;

  constructor(app: FastifyInstance, origin: string | null) {
    this.app = app;
    this.origin = origin;
  }

  get(path: string): Promise<Answer> {
    return this.send("GET", path);
  }

  post(path: string, body: object | string = {}, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send("POST", path, body, headers);
  }

  get cookie(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  set cookie(header: string) {
    this.jar.clear();
    this.keep(header.split("; "));
  }

  private async send(
    method: "GET" | "POST",
    url: string,
    payload?: object | string,
    extra: Record<string, string> = {},
  ): Promise<Answer> {
    const headers: Record<string, string> = { ...extra };
    if (this.jar.size > 0) headers["cookie"] ??= this.cookie;
    if (this.origin !== null) headers["origin"] ??= this.origin;
    if (typeof payload === "string") headers["content-type"] ??= "application/json";
    const response = await this.app.inject({ method, url, headers, ...(payload !== undefined && { payload }) });
    const set = response.headers["set-cookie"] ?? [];
    const cookies = Array.isArray(set) ? set : [set];
    this.keep(cookies);
    const json = /json/.test(String(response.headers["content-type"])) && response.body !== "";
    return {
      status: response.statusCode,
      body: json ? response.json() : {},
      cookies,
      location: response.headers.location,
    };
  }

  private keep(cookies: readonly string[]): void {
    for (const cookie of cookies) {
      const [pair = "", ...attributes] = cookie.split(/; ?/);
      const [name = "", ...value] = pair.split("=");
      if (attributes.some((attribute) => /^max-age=0$/i.test(attribute))) this.jar.delete(name);
      else if (name !== "") this.jar.set(name, value.join("="));
    }
  }
}
