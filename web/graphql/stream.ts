import { createClient, type ExecutionResult } from "graphql-sse";

interface StreamRequest {
  readonly query: string;
  readonly variables: Record<string, unknown> | undefined;
  readonly extensions: Record<string, unknown> | undefined;
}

interface Listener {
  readonly next: (result: {
    data: Record<string, unknown> | null;
    errors?: Error[];
    extensions: Record<string, unknown>;
  }) => void;
  readonly error: (error: unknown) => void;
  readonly complete: () => void;
}

/** Live results over server-sent events: plain HTTP with the session's cookie, taken up again whenever the line was cut. */
export function openStream(headers: Record<string, string>) {
  const client = createClient({ url: "/graphql/stream", headers, retryAttempts: Number.POSITIVE_INFINITY });
  /** `onBack`: the line was cut and is there again; what was told meanwhile was not heard. */
  return ({ query, variables, extensions }: StreamRequest, listener: Listener, onBack: () => void): (() => void) =>
    client.subscribe(
      { query, ...(variables !== undefined && { variables }), ...(extensions !== undefined && { extensions }) },
      {
        next: (result: ExecutionResult) => listener.next(toResult(result)),
        error: listener.error,
        complete: listener.complete,
      },
      { connected: (isBack) => isBack && onBack() },
    );
}

function toResult({ data = null, errors, extensions = {} }: ExecutionResult<Record<string, unknown>, unknown>) {
  const kept = typeof extensions === "object" && extensions !== null ? { ...extensions } : {};
  return errors === undefined ? { data, extensions: kept } : { data, extensions: kept, errors: [...errors] };
}
