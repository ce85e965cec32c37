import { derivedId } from "../../platform/derived-id.ts";
import type { House } from "../../request-context.ts";
import { createApiKey } from "../../staff/actions/create-api-key.ts";
import { revokeApiKey } from "../../staff/actions/revoke-api-key.ts";
import type { Permission } from "../../staff/domain/permissions.ts";
import { findStaffActor } from "../../staff/queries/find-actor.ts";
import { emailOf } from "../demo-staff.ts";

interface DemoKey {
  readonly by: string;
  readonly name: string;
  readonly scopes: readonly Permission[];
  readonly days: number;
  readonly revoked?: true;
}

const keys: readonly DemoKey[] = [
  { by: "agent2", name: "旧版收银台", scopes: ["case.open", "transaction.read"], days: 365, revoked: true },
  { by: "agent", name: "网店客服系统", scopes: ["case.read", "case.open", "transaction.read"], days: 180 },
  { by: "admin", name: "结算文件每日导入", scopes: ["transaction.read", "import.run"], days: 90 },
];

/** Machines that could call. Nobody keeps their secrets, so nobody can. */
export async function layApiKeys(house: House): Promise<void> {
  for (const { by, revoked, ...key } of keys) {
    const { id } = await house.db
      .selectFrom("staff")
      .select("id")
      .where("email", "=", emailOf(by))
      .executeTakeFirstOrThrow();
    const actor = await findStaffActor(house.db, id, house.clock.now());
    if (actor === null) throw new Error(`The demo's ${by} is not there`);
    const ctx = { ...house, actor, locale: "zh-CN" as const };
    const made = await createApiKey(ctx, { ...key, key: derivedId("demo key", key.name) });
    if (!made.ok) throw new Error(`The demo's key ${key.name} was refused: ${JSON.stringify(made.error)}`);
    if (revoked) await revokeApiKey(ctx, made.value.id);
  }
}
