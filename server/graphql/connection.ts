import { type ClassType, Field, ObjectType } from "type-graphql";
import { cursorOf, type PageRequest } from "./cursor.ts";

@ObjectType({ simpleResolvers: true, description: "Where a page lies in its list (Relay)." })
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean;

  @Field(() => Boolean)
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: "Give this as `after` to read on." })
  endCursor!: string | null;
}

export interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}

export interface Connection<T> {
  readonly edges: readonly Edge<T>[];
  readonly pageInfo: PageInfo;
}

/** Builds `<Name>Connection` and `<Name>Edge` for a node type. */
export function connectionOf<T extends object>(nodeType: ClassType<T>, name: string): ClassType<Connection<T>> {
  @ObjectType(`${name}Edge`, { simpleResolvers: true })
  class EdgeType {
    @Field(() => String)
    cursor!: string;

    @Field(() => nodeType)
    node!: T;
  }

  @ObjectType(`${name}Connection`, { simpleResolvers: true, description: "A page of a list (Relay)." })
  class ConnectionType {
    @Field(() => [EdgeType])
    edges!: readonly EdgeType[];

    @Field(() => PageInfo)
    pageInfo!: PageInfo;
  }
  return ConnectionType;
}

/** Cuts the one row that was read beyond the page, and says whether it was there. */
export function toConnection<R, T>(
  rows: readonly R[],
  page: PageRequest,
  cursor: (row: R) => readonly string[],
  node: (row: R) => T,
): Connection<T> {
  const edges = rows.slice(0, page.first).map((row) => ({ cursor: cursorOf(cursor(row)), node: node(row) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > page.first,
      hasPreviousPage: page.after !== null,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

export function emptyConnection<T>(): Connection<T> {
  return { edges: [], pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null } };
}
