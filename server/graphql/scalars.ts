import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from "graphql";
import { isCurrencyCode } from "../kernel/currency.ts";
import { isId } from "../kernel/ids.ts";

function scalar<T>(
  name: string,
  description: string,
  parse: (value: unknown) => T,
  serialize: (value: unknown) => unknown,
  specifiedByURL?: string,
) {
  return new GraphQLScalarType<T, unknown>({
    name,
    description,
    serialize,
    parseValue: parse,
    parseLiteral: (node) => parse(literal(node)),
    ...(specifiedByURL !== undefined && { specifiedByURL }),
  });
}

function literal(node: ValueNode): unknown {
  return node.kind === Kind.STRING || node.kind === Kind.INT ? node.value : undefined;
}

function wrong(name: string, wanted: string): GraphQLError {
  return new GraphQLError(`${name} must be ${wanted}.`, { extensions: { code: "BAD_USER_INPUT" } });
}

export const DateTime = scalar(
  "DateTime",
  "An instant, as ISO 8601 in UTC with milliseconds, e.g. 2026-10-09T08:20:00.000Z.",
  (value) => {
    // Without its distance from UTC it would be read by the clocks of whichever machine serves.
    const isWhole = typeof value === "string" && /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/.test(value);
    const date = new Date(isWhole ? value : Number.NaN);
    if (Number.isNaN(date.getTime())) throw wrong("DateTime", "an ISO 8601 instant, e.g. 2026-10-09T08:20:00Z");
    return date;
  },
  (value) => (value instanceof Date ? value.toISOString() : value),
  "https://scalars.graphql.org/andimarek/date-time.html",
);

export const DayScalar = scalar(
  "Day",
  "A calendar day without a time, as YYYY-MM-DD, in the time zone that the field names (else Asia/Shanghai).",
  (value) => {
    const day = typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : null;
    const exists = day !== null && !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === value;
    // Others are slips of a key; their neighbours have years that neither our days nor PostgreSQL's have.
    if (!exists || value < "1900" || value > "3000") {
      throw wrong("Day", "a calendar day, e.g. 2026-10-09");
    }
    return value as string;
  },
  (value) => value,
);

const largest = 2n ** 63n - 1n;

export const BigIntScalar = scalar(
  "BigInt",
  "A whole number that may be larger than 2^53. Sent as a decimal string; taken as a string or as an integer.",
  (value) => {
    const text = typeof value === "number" && Number.isSafeInteger(value) ? String(value) : value;
    if (typeof text !== "string" || !/^-?\d{1,19}$/.test(text)) throw wrong("BigInt", 'a whole number, e.g. "129900"');
    const whole = BigInt(text);
    if (whole > largest || whole < -largest) throw wrong("BigInt", "within 64 bits");
    return whole;
  },
  (value) => String(value),
);

export const Uuid = scalar(
  "UUID",
  "A UUID in lower case, e.g. an idempotency key made by the client.",
  (value) => {
    const text = typeof value === "string" ? value.toLowerCase() : "";
    if (!isId(text)) throw wrong("UUID", "a UUID");
    return text;
  },
  (value) => value,
);

export const CurrencyCodeScalar = scalar(
  "CurrencyCode",
  "An ISO 4217 currency code, e.g. CNY.",
  (value) => {
    if (typeof value !== "string" || !isCurrencyCode(value)) throw wrong("CurrencyCode", "an ISO 4217 code, e.g. CNY");
    return value;
  },
  (value) => value,
);
