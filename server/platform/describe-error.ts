/** What is logged of an error: where it happened and of which kind, with nothing that a person may have typed. */
export interface DescribedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly at: readonly string[];
  readonly cause?: DescribedError;
}

const SQLSTATE = /^[0-9A-Z]{5}$/;
/** Syntax errors and unknown names: the only errors of the database whose text quotes our code and not a row. */
const OUR_OWN_MISTAKE = /^42/;

/** Databases quote values in their messages and the mapper quotes whole statements, so of those only the code is kept. */
export function describeError(error: unknown, depth = 3): DescribedError {
  if (!isErrorLike(error)) return { type: typeof error, message: masked(String(error)), at: [] };
  const code = textOf(error, "code");
  const constraint = textOf(error, "constraint");
  const cause = error.cause !== undefined && depth > 0 ? describeError(error.cause, depth - 1) : undefined;
  return {
    type: error.name ?? "Error",
    message: code !== undefined && SQLSTATE.test(code) ? databaseMessage(error, code) : masked(error.message),
    ...(code !== undefined && { code }),
    ...(constraint !== undefined && { constraint }),
    at: framesOf(error),
    ...(cause !== undefined && { cause }),
  };
}

/** The queue tells of its errors by plain objects that were errors once. */
interface ErrorLike {
  readonly name?: string;
  readonly message: string;
  readonly stack?: string;
  readonly cause?: unknown;
}

function isErrorLike(error: unknown): error is ErrorLike {
  return typeof error === "object" && error !== null && "message" in error && typeof error.message === "string";
}

function databaseMessage(error: ErrorLike, code: string): string {
  if (!OUR_OWN_MISTAKE.test(code)) return `database error ${code}`;
  return masked(error.message.split(" - ").at(-1) ?? code);
}

/** Anything that looks like an address, a telephone or a card number goes, and so does what is longer than a sentence. */
function masked(text: string): string {
  return text
    .slice(0, 500)
    .replaceAll(/[^\s"'<>(),;]+@[^\s"'<>(),;]+/g, "[address]")
    .replaceAll(/\d(?:[\s-]?\d){6,}/g, "[number]");
}

/** The frames only: a stack begins with the message. */
function framesOf(error: ErrorLike): readonly string[] {
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return frames.slice(0, 12).map((line) => line.trim().slice("at ".length));
}

function textOf(error: ErrorLike, name: "code" | "constraint"): string | undefined {
  const value: unknown = Reflect.get(error, name);
  return typeof value === "string" ? value : undefined;
}
