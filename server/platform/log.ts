import { type DestinationStream, type Logger, pino } from "pino";
import type { LogLevel } from "./config.ts";
import { describeError } from "./describe-error.ts";
import { loggedFields } from "./log-line.ts";

const allowed: ReadonlySet<string> = new Set(loggedFields);

/** One JSON object a line, on standard output unless a test hands in its own stream. */
export function openLog(level: LogLevel, destination?: DestinationStream): Logger {
  const log = pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }), log: onlyAllowed },
      serializers: { err: (error: unknown) => describeError(error) },
      hooks: {
        logMethod(given, method) {
          const [first, ...rest] = given;
          // Without words of its own a line would take the error's message, past `describeError`.
          const error = first instanceof Error ? first : errorIn(first);
          if (error === undefined || typeof rest[0] === "string") return method.apply(this, given);
          return method.apply(this, [first, error.name]);
        },
      },
    },
    destination ?? pino.destination({ fd: 1, sync: true }),
  );
  // What a child line always carries goes past the formatter above.
  log.child = new Proxy(log.child, {
    apply: (child, self, [bindings, options]) => Reflect.apply(child, self, [onlyAllowed(bindings), options]),
  });
  return log;
}

function errorIn(fields: unknown): Error | undefined {
  if (typeof fields !== "object" || fields === null || !("err" in fields)) return undefined;
  return fields.err instanceof Error ? fields.err : undefined;
}

function onlyAllowed(fields: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  const left: string[] = [];
  for (const [name, value] of Object.entries(fields)) {
    if (allowed.has(name)) kept[name] = value;
    else left.push(name);
  }
  return left.length === 0 ? kept : { ...kept, left };
}
