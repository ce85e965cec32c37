import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type GraphQLObjectType, type GraphQLSchema, getNamedType, isAbstractType, isObjectType } from "graphql";
import { mayRead } from "../../server/graphql/access.ts";
import { type Actor, customerActor, staffActor, strangerActor } from "../../server/staff/domain/actor.ts";
import { builtInBook } from "../../server/staff/domain/role-book.ts";
import { staffRoles } from "../../server/staff/domain/roles.ts";

/** Everyone who can stand before the API; a column each. */
export const readers = ["SIGNED_OUT", "CUSTOMER", ...staffRoles] as const;
export type Reader = (typeof readers)[number];

/** no: it is empty, null or refused for them. own: of their own case, merchant or bank. yes: of all. */
export type Level = "no" | "own" | "yes";
export type MatrixRow = Readonly<Record<Reader, Level>>;
export type Matrix = ReadonlyMap<string, MatrixRow>;

const levels = ["no", "own", "yes"] as const;
const heading = ["field", ...readers].join(",");
const file = fileURLToPath(new URL("../api/authorization-matrix.csv", import.meta.url));

export function readMatrix(): Matrix {
  const [header, ...lines] = readFileSync(file, "utf8").trim().split("\n");
  if (header !== heading) throw new Error(`${file} must begin with ${heading}`);
  return new Map(
    lines.map((line) => {
      const [field = "", ...cells] = line.split(",");
      return [field, rowOf((_reader, index) => readLevel(field, cells[index]))];
    }),
  );
}

function readLevel(field: string, cell: string | undefined): Level {
  const level = levels.find((known) => known === cell);
  if (level === undefined) throw new Error(`${field}: ${cell} is none of ${levels.join(", ")}`);
  return level;
}

export function writeMatrix(matrix: Matrix): void {
  const lines = [...matrix].map(([field, row]) => [field, ...readers.map((reader) => row[reader])].join(","));
  writeFileSync(file, `${[heading, ...lines.sort()].join("\n")}\n`);
}

/**
 * What follows for every field of the schema from what was found out about the fields that begin a request: a field is as
 * open as the most open way to its object, unless the table of permissions closes it. `Query.node` leads to every type
 * and is left out here; that it opens nothing more is a test of its own.
 */
export function deriveMatrix(schema: GraphQLSchema, roots: Matrix): Matrix {
  const reach = new Map<string, MatrixRow>();
  const derived = new Map<string, MatrixRow>();
  const rootTypes = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const objects = objectTypes(schema);
  for (const type of objects) {
    const open = rootTypes.includes(type) || isPlainProblem(type);
    reach.set(
      type.name,
      rowOf(() => (open ? "yes" : "no")),
    );
  }
  for (let changed = true; changed; ) {
    changed = false;
    for (const type of objects) {
      for (const field of Object.values(type.getFields())) {
        const name = `${type.name}.${field.name}`;
        const own = roots.get(name) ?? rowOf((reader) => (mayRead(actorOf(reader), name) ? "yes" : "no"));
        const parent = reach.get(type.name) ?? rowOf(() => "no");
        const row = rowOf((reader) => lower(own[reader], parent[reader]));
        derived.set(name, row);
        if (name === "Query.node") continue;
        for (const target of targetsOf(schema, field.type)) {
          const known = reach.get(target) ?? rowOf(() => "no");
          const wider = rowOf((reader) => higher(known[reader], row[reader]));
          if (readers.every((reader) => wider[reader] === known[reader])) continue;
          reach.set(target, wider);
          changed = true;
        }
      }
    }
  }
  return derived;
}

export function objectTypes(schema: GraphQLSchema): GraphQLObjectType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && !type.name.startsWith("__"),
  ) as GraphQLObjectType[];
}

export function rowOf(level: (reader: Reader, index: number) => Level): MatrixRow {
  return Object.fromEntries(readers.map((reader, index) => [reader, level(reader, index)])) as Record<Reader, Level>;
}

/** Of own and foreign things: which of them somebody got. */
export function levelOf(got: { readonly own: boolean; readonly other: boolean }): Level {
  if (got.other && !got.own) throw new Error("saw what is another's and not their own");
  return got.other ? "yes" : got.own ? "own" : "no";
}

/** A refusal that carries words only is open to whoever asks; one that carries a thing is as open as the thing. */
function isPlainProblem(type: GraphQLObjectType): boolean {
  const carries = Object.values(type.getFields()).some((field) => {
    const named = getNamedType(field.type);
    return isObjectType(named) && named.getInterfaces().some(({ name }) => name === "Node");
  });
  return type.getInterfaces().some(({ name }) => name === "Problem") && !carries;
}

function targetsOf(schema: GraphQLSchema, type: Parameters<typeof getNamedType>[0]): string[] {
  const named = getNamedType(type);
  if (named !== undefined && isAbstractType(named)) return schema.getPossibleTypes(named).map(({ name }) => name);
  return isObjectType(named) ? [named.name] : [];
}

function actorOf(reader: Reader): Actor {
  if (reader === "SIGNED_OUT") return strangerActor;
  if (reader === "CUSTOMER") return customerActor("case", "customer");
  return staffActor({
    roles: builtInBook,
    id: "staff",
    name: "staff",
    role: reader,
    merchantId: "merchant",
    institutionId: "institution",
  });
}

function lower(left: Level, right: Level): Level {
  return levels[Math.min(levels.indexOf(left), levels.indexOf(right))] ?? "no";
}

function higher(left: Level, right: Level): Level {
  return levels[Math.max(levels.indexOf(left), levels.indexOf(right))] ?? "no";
}
