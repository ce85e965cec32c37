import {
  defaultFieldResolver,
  GraphQLError,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import type { RequestContext } from "../request-context.ts";
import type { Actor } from "../staff/domain/actor.ts";
import { emptyConnection } from "./connection.ts";
import { type FieldAccess, fieldPermissions, inPersonOnly } from "./field-permissions.ts";

/** Whether someone may have a field at all; which rows they see in it is the business of `staff/scope.ts`. */
export function mayRead(actor: Actor, field: string): boolean {
  const access = accessOf(field);
  if (actor.key !== null && inPersonOnly.has(field)) return false;
  if (access === "PUBLIC") return true;
  if (access === "SIGNED_IN") return actor.id !== null;
  return actor.permissions.has(access);
}

/** Fields of objects are as open as the object, unless the table says otherwise; what begins a request needs a sign-in. */
export function accessOf(field: string): FieldAccess {
  const listed: Readonly<Record<string, FieldAccess | undefined>> = fieldPermissions;
  return listed[field] ?? (/^(Query|Mutation|Subscription)\./.test(field) ? "SIGNED_IN" : "PUBLIC");
}

/**
 * Puts the table in front of the resolvers of a built schema. Fields that everyone may have keep their resolver, so that
 * the hot ones cost nothing. Whoever may not have a field gets what they would get if there were nothing in it.
 */
export function guardFields(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      if (isGuarded(`${type.name}.${field.name}`)) guard(schema, type, field);
    }
  }
  return schema;
}

function isGuarded(field: string): boolean {
  return accessOf(field) !== "PUBLIC" || inPersonOnly.has(field);
}

function guard(schema: GraphQLSchema, type: GraphQLObjectType, field: GraphQLField<unknown, RequestContext>): void {
  const name = `${type.name}.${field.name}`;
  if (type === schema.getSubscriptionType()) {
    const { subscribe } = field;
    if (subscribe === undefined) throw new Error(`${name} has nothing to subscribe to`);
    field.subscribe = (root, args, ctx, info) => {
      if (!mayRead(ctx.actor, name)) throw notAllowed(ctx.actor);
      return subscribe(root, args, ctx, info);
    };
    return;
  }
  const resolve = field.resolve ?? defaultFieldResolver;
  const denied = type === schema.getMutationType() ? notAllowed : answerOfNothing(name, field);
  field.resolve = (root, args, ctx, info) =>
    mayRead(ctx.actor, name) ? resolve(root, args, ctx, info) : denied(ctx.actor);
}

/** What the field answers where there is nothing; a field that cannot be empty cannot be closed, which is found at start. */
function answerOfNothing(name: string, { type }: GraphQLField<unknown, RequestContext>): (actor: Actor) => unknown {
  if (!isNonNullType(type)) return () => null;
  if (isListType(type.ofType)) return () => [];
  if (isObjectType(type.ofType) && type.ofType.name.endsWith("Connection")) return () => emptyConnection();
  throw new Error(`${name} can be neither null nor empty: make it so, or make it PUBLIC in field-permissions.ts`);
}

/** That an action exists is no secret; it says plainly what is missing, and writes nothing. */
function notAllowed(actor: Actor): GraphQLError {
  if (actor.id === null) return failure("UNAUTHENTICATED", "Sign in first.");
  if (actor.key !== null) return failure("FORBIDDEN", "This API key does not allow this.");
  return failure("FORBIDDEN", "Your role does not allow this.");
}

function failure(code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}
