import { Migration } from "@mikro-orm/migrations";

/** The outbox, its log, its texts, and where systems outside hear of it. */
export class Notices extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      alter table cases add column link_key uuid null;
      update cases set link_key = k.key from idempotency_key k
        where k.case_id = cases.id and k.action = 'SUBMIT_REQUEST' and cases.link_hash is not null;
      alter table staff add column locale text not null default 'zh-CN';
      create table webhook_endpoint (
        id uuid not null,
        audience text not null,
        merchant_id uuid null,
        institution_id uuid null,
        provider text null,
        url text not null,
        secret_version int not null default 1,
        version int not null default 1,
        disabled_at timestamptz(3) null,
        created_at timestamptz(3) not null,
        primary key (id),
        constraint webhook_endpoint_of_one check (num_nonnulls(merchant_id, institution_id, provider) = 1)
      );
      create index webhook_endpoint_merchant on webhook_endpoint (merchant_id) where merchant_id is not null;
      create index webhook_endpoint_institution on webhook_endpoint (institution_id) where institution_id is not null;
      create table notice_template (
        id uuid not null,
        kind text not null,
        locale text not null,
        version int not null,
        subject text null,
        body text null,
        sms text null,
        author_id uuid not null,
        created_at timestamptz(3) not null,
        primary key (id)
      );
      alter table notice_template add constraint notice_template_kind_locale_version_unique unique (kind, locale, version);
      create table notice (
        id uuid not null,
        kind text not null,
        audience text not null,
        channel text not null,
        case_id uuid null,
        event_id uuid null,
        merchant_id uuid null,
        institution_id uuid null,
        staff_id uuid null,
        endpoint_id uuid null,
        locale text not null,
        fields jsonb not null,
        link jsonb null,
        address text null,
        address_masked text null,
        write_key text null,
        state text not null,
        attempts int not null default 0,
        template_version int null,
        created_at timestamptz(3) not null,
        next_try_at timestamptz(3) null,
        leased_until timestamptz(3) null,
        ended_at timestamptz(3) null,
        answer text null,
        answered_at timestamptz(3) null,
        answered_by_id uuid null,
        primary key (id),
        constraint notice_waits_or_ended check ((state = 'WAITING') = (ended_at is null)),
        constraint notice_answered_whole check ((answer is null) = (answered_at is null))
      );
      alter table notice add constraint notice_write_key_unique unique (write_key);
      create index notice_of_case on notice (case_id, created_at, id) where case_id is not null;
      create index notice_latest on notice (created_at desc, id desc);
      create index notice_by_state on notice (state, created_at desc, id desc);
      create index notice_by_channel on notice (channel, created_at desc, id desc);
      create index notice_of_merchant on notice (merchant_id, created_at desc, id desc) where merchant_id is not null;
      create index notice_of_institution on notice (institution_id, created_at desc, id desc) where institution_id is not null;
      create index notice_waiting on notice (next_try_at) where state = 'WAITING';
      create table notice_attempt (
        id uuid not null,
        notice_id uuid not null,
        "at" timestamptz(3) not null,
        answer text not null,
        code text null,
        duration_ms int null,
        primary key (id),
        constraint notice_attempt_notice_id_foreign foreign key (notice_id) references notice (id)
      );
      create index notice_attempt_of_notice on notice_attempt (notice_id, "at");
    `);
  }
}
