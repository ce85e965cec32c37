import {
  coerceInputValue,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
} from "graphql";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";

const huge = "长".repeat(33_000);
/** What may stand in one text stands in one: each that is taken costs a whole attempt, and one that is not shows all the same. */
const hostileTexts = [
  "",
  " \r\n\t\u2028 ",
  huge,
  "\0",
  "\ud800",
  "a\0b x\udc00y \u202Egnp.exe",
  "=HYPERLINK(1) 𠮷𪚥𫝆👩‍👩‍👧e\u0301\u0301 '; drop table cases; -- %_\\ $1 {{x}} {0}",
  "__proto__",
];
const wrongKinds = [null, 1, -1, 1.5, true, [], [["x"]], {}, { x: 1 }];

/** What nobody should send for a scalar, or what few do; a scalar without a row fails the test that asks for it. */
const byScalar: Readonly<Record<string, readonly unknown[]>> = {
  String: [...hostileTexts, ...wrongKinds],
  ID: [
    ...hostileTexts,
    ...wrongKinds,
    "constructor",
    "Q2FzZTo=",
    newId(),
    toGlobalId("Case", newId()),
    toGlobalId("Staff", newId()),
    toGlobalId("Nothing", newId()),
    toGlobalId("Case", "00000000-0000-0000-0000-000000000000"),
    toGlobalId("Case", "x' or true --"),
  ],
  Int: [0, -1, 101, 2 ** 31 - 1, -(2 ** 31), 2 ** 31, 2 ** 53, -(2 ** 53), 1e308, 1.5, "1", "", true, null, [1], {}],
  BigInt: [
    ...["0", "-0", "-1", "9223372036854775807", "-9223372036854775807", "9223372036854775808", "-9223372036854775808"],
    ...["9".repeat(19), "9".repeat(90_000), "1e3", "0x10", "", " 1", "1 ", "１２", "1.5", "+1", "NaN", "\0"],
    ...[0, -1, 2 ** 53 - 1, 2 ** 53, -(2 ** 53), 1e21, 1.5, true, null, ["1"], {}],
  ],
  CurrencyCode: [
    "cny",
    "XXX",
    "JPY",
    "KWD",
    "",
    "C\0Y",
    "CNY ",
    "ＣＮＹ",
    "constructor",
    "__proto__",
    1,
    null,
    ["CNY"],
    {},
  ],
  UUID: ["", "x", newId().toUpperCase(), "00000000-0000-0000-0000-000000000000", `${newId()} `, "\0", 1, null, [], {}],
  DateTime: [
    ...["0000-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59.999Z"],
    ...[
      "9999-12-31T23:59:59-23:59",
      "2026-02-30T00:00:00Z",
      "2026-01-01T25:00:00Z",
      "2026-01-01T00:00:00",
      "2026-01-01",
    ],
    ...["+275760-09-13T00:00:00Z", "-271821-04-20T00:00:00Z", "2026-01-01T\0", "", "now", 0, -1, 8.64e15, null, [], {}],
  ],
  Day: [
    ...["0000-01-01", "0001-01-01", "9999-12-31", "0000-00-00", "2026-02-30", "2026-13-01", "2026-1-1", "+10000-01-01"],
    ...["２０２６-01-01", "", "today", "2026-01-01\0", 0, null, [], {}],
  ],
  Boolean: ["true", "", 0, 1, null, [], {}],
};

function badFor(type: GraphQLInputType): readonly unknown[] {
  const named = getNamedType(type);
  if (isInputObjectType(named)) return [null, "", "x", 1, true, [], {}, { x: 1 }, { __proto__: null, constructor: 1 }];
  if (isEnumType(named)) return ["", "NOPE", "__proto__", "toString", "\0", 1, null, true, [], {}];
  const values = byScalar[named.name];
  if (values === undefined) throw new Error(`Nobody has said what is bad for ${named.name}`);
  return values;
}

/** A place in the arguments of a field, and everything that is tried there. */
export interface BadPlace {
  readonly path: readonly string[];
  readonly type: GraphQLInputType;
  readonly values: readonly unknown[];
}

/**
 * Every argument, and every field of what is given in it, down to the scalars. What its type refuses is refused before
 * anything of ours runs, wherever it stands: it is tried at the first place of each type, of all that share `seen`.
 */
export function badPlaces(
  fields: readonly (GraphQLArgument | GraphQLInputField)[],
  seen: Set<string>,
): readonly BadPlace[] {
  return everyPlace(fields).map((place) => {
    const type = String(place.type);
    if (seen.has(type)) return { ...place, values: place.values.filter((value) => isTaken(place.type, value)) };
    seen.add(type);
    return place;
  });
}

function isTaken(type: GraphQLInputType, value: unknown): boolean {
  let taken = true;
  coerceInputValue(value, type, () => {
    taken = false;
  });
  return taken;
}

function everyPlace(
  fields: readonly (GraphQLArgument | GraphQLInputField)[],
  above: readonly string[] = [],
): readonly BadPlace[] {
  return fields.flatMap(({ name, type }) => {
    const path = [...above, name];
    const named = getNamedType(type);
    const inner = badFor(type);
    const list = isListType(getNullableType(type));
    // A short one that is wrong, many times: of long ones a request would have no end.
    const values = list ? [...inner, ...inner.map((value) => [value]), Array(5_000).fill(inner[1])] : inner;
    const here: BadPlace = { path, type, values };
    return isInputObjectType(named) && !list ? [here, ...everyPlace(Object.values(named.getFields()), path)] : [here];
  });
}

/** The same arguments with another value at that place; what led there and was left out comes with it. */
export function withValue(given: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  const held: Readonly<Record<string, unknown>> = typeof given === "object" && given !== null ? { ...given } : {};
  return { ...held, [name]: withValue(held[name], rest, value) };
}
