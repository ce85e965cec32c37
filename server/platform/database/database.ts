import { Migrator } from "@mikro-orm/migrations";
import { MikroORM } from "@mikro-orm/postgresql";
import { Kysely, PostgresDialect } from "kysely";
import type pg from "pg";
import { entities, type Tables } from "../../tables.ts";
import { AccessLog } from "./migrations/access-log.ts";
import { AllMerchants } from "./migrations/all-merchants.ts";
import { ApiKeys } from "./migrations/api-keys.ts";
import { ApprovalPeriods } from "./migrations/approval-periods.ts";
import { Approvals } from "./migrations/approvals.ts";
import { AuditChains } from "./migrations/audit-chains.ts";
import { AuditLog } from "./migrations/audit-log.ts";
import { AuditSamples } from "./migrations/audit-samples.ts";
import { CalendarYears } from "./migrations/calendar-years.ts";
import { Calendars } from "./migrations/calendars.ts";
import { CaseThreads } from "./migrations/case-threads.ts";
import { CustomerPages } from "./migrations/customer-pages.ts";
import { DeskSettings } from "./migrations/desk-settings.ts";
import { DisputeCycles } from "./migrations/dispute-cycles.ts";
import { ExceptionRegister } from "./migrations/exception-register.ts";
import { Exports } from "./migrations/exports.ts";
import { FirstLight } from "./migrations/first-light.ts";
import { ImportFiles } from "./migrations/import-files.ts";
import { Insight } from "./migrations/insight.ts";
import { LogExports } from "./migrations/log-exports.ts";
import { LostWork } from "./migrations/lost-work.ts";
import { Notices } from "./migrations/notices.ts";
import { OffersTaken } from "./migrations/offers-taken.ts";
import { OlderSecrets } from "./migrations/older-secrets.ts";
import { OpenDisputes } from "./migrations/open-disputes.ts";
import { PaidTwice } from "./migrations/paid-twice.ts";
import { PaperDays } from "./migrations/paper-days.ts";
import { Parties } from "./migrations/parties.ts";
import { PaymentsToFind } from "./migrations/payments-to-find.ts";
import { People } from "./migrations/people.ts";
import { Policies } from "./migrations/policies.ts";
import { PolicyApprovals } from "./migrations/policy-approvals.ts";
import { PolicyEnds } from "./migrations/policy-ends.ts";
import { PromisedClocks } from "./migrations/promised-clocks.ts";
import { ProviderMaintenance } from "./migrations/provider-maintenance.ts";
import { Queue } from "./migrations/queue.ts";
import { RefundReturns } from "./migrations/refund-returns.ts";
import { Registry } from "./migrations/registry.ts";
import { RoleChanges } from "./migrations/role-changes.ts";
import { Roles } from "./migrations/roles.ts";
import { SavedViewKeys } from "./migrations/saved-view-keys.ts";
import { SavedViews } from "./migrations/saved-views.ts";
import { Search } from "./migrations/search.ts";
import { SupervisorDesk } from "./migrations/supervisor-desk.ts";
import { Training } from "./migrations/training.ts";
import { TrainingChanges } from "./migrations/training-changes.ts";
import { TrainingRoom } from "./migrations/training-room.ts";
import { UploadParts } from "./migrations/upload-parts.ts";
import { WaiversWithdrawn } from "./migrations/waivers-withdrawn.ts";
import { Webhooks } from "./migrations/webhooks.ts";
import { openPool } from "./pool.ts";
import { preparingPool } from "./preparing-pool.ts";

/** Reads and hot writes: plain rows, inside or outside a transaction. */
export type Db = Kysely<Tables>;

/** One pool that MikroORM, Kysely and the queue of jobs share. */
export interface Database {
  readonly orm: MikroORM;
  readonly db: Db;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/** Opens the pool and maps the entities; connects to nothing until the first statement. */
export async function openDatabase(url: string, options: { readonly connections?: number } = {}): Promise<Database> {
  const pool = openPool(url, options.connections ?? 20);
  const db: Db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: preparingPool(pool) }) });
  const orm = await MikroORM.init({
    entities: [...entities],
    dbName: new URL(url.replace(/^postgres(ql)?:/, "http:")).pathname.slice(1),
    driverOptions: db,
    ensureDatabase: false,
    extensions: [Migrator],
    migrations: {
      migrationsList: [
        FirstLight,
        LostWork,
        ImportFiles,
        CustomerPages,
        Queue,
        Notices,
        Policies,
        Approvals,
        SavedViews,
        CaseThreads,
        Training,
        Search,
        SupervisorDesk,
        AuditLog,
        ExceptionRegister,
        People,
        Insight,
        Roles,
        TrainingRoom,
        RoleChanges,
        ApiKeys,
        Registry,
        Parties,
        ApprovalPeriods,
        AuditSamples,
        AccessLog,
        SavedViewKeys,
        Exports,
        Calendars,
        PolicyApprovals,
        Webhooks,
        ProviderMaintenance,
        UploadParts,
        AuditChains,
        OpenDisputes,
        DeskSettings,
        LogExports,
        PolicyEnds,
        TrainingChanges,
        RefundReturns,
        OffersTaken,
        WaiversWithdrawn,
        AllMerchants,
        OlderSecrets,
        PaymentsToFind,
        PromisedClocks,
        CalendarYears,
        DisputeCycles,
        PaidTwice,
        PaperDays,
      ],
      snapshot: false,
      silent: true,
    },
  });
  return {
    orm,
    db,
    pool,
    async close() {
      await orm.close(true);
      // MikroORM leaves open what it was given.
      await db.destroy();
    },
  };
}
