-- 会員番号: eight digits counted up, and a check digit by Luhn's rule, which tells every single wrong digit.
CREATE SEQUENCE "member_numbers" AS bigint START WITH 10000001;
--> statement-breakpoint
CREATE FUNCTION "member_number"(n bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  select n::text || ((10 - sum(case when (length(n::text) - at) % 2 = 0 then (d * 2) / 10 + (d * 2) % 10 else d end) % 10) % 10)::text
    from (select at, substr(n::text, at, 1)::int as d from generate_series(1, length(n::text)) at) digits
$$;
--> statement-breakpoint
CREATE TABLE "approval_counters" (
	"fiscal_year" smallint PRIMARY KEY NOT NULL,
	"last_number" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "approvals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"fiscal_year" smallint NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"payload_hash" "bytea" NOT NULL,
	"effect" jsonb NOT NULL,
	"reason" text NOT NULL,
	"target_kind" text NOT NULL,
	"target_id" text,
	"section_id" uuid,
	"member_id" uuid,
	"maker_id" uuid NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"checker_id" uuid,
	"ended_at" timestamp with time zone,
	"note" text,
	"result" jsonb,
	"follows_id" uuid,
	CONSTRAINT "approvals_number" UNIQUE("fiscal_year","number"),
	CONSTRAINT "approvals_follows" UNIQUE("follows_id"),
	CONSTRAINT "approvals_state_known" CHECK ("approvals"."state" in ('pending', 'approved', 'sent_back', 'withdrawn', 'expired')),
	CONSTRAINT "approvals_two_persons" CHECK ("approvals"."checker_id" <> "approvals"."maker_id"),
	CONSTRAINT "approvals_has_reason" CHECK (length("approvals"."reason") > 0),
	CONSTRAINT "approvals_ended_by_whom" CHECK (case "approvals"."state"
    when 'pending' then "approvals"."checker_id" is null and "approvals"."ended_at" is null
    when 'approved' then "approvals"."checker_id" is not null and "approvals"."ended_at" is not null
    when 'sent_back' then "approvals"."checker_id" is not null and "approvals"."ended_at" is not null and length("approvals"."note") > 0
    else "approvals"."checker_id" is null and "approvals"."ended_at" is not null end)
);
--> statement-breakpoint
CREATE TABLE "counter_visits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"found_by" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" text,
	CONSTRAINT "counter_visits_found_by_known" CHECK ("counter_visits"."found_by" in ('card', 'number', 'name', 'sign_up')),
	CONSTRAINT "counter_visits_end_complete" CHECK (num_nonnulls("counter_visits"."ended_at", "counter_visits"."ended_by") in (0, 2)),
	CONSTRAINT "counter_visits_ended_by_known" CHECK ("counter_visits"."ended_by" in ('receipt', 'idle', 'next', 'left'))
);
--> statement-breakpoint
CREATE TABLE "member_cards" (
	"id" uuid PRIMARY KEY NOT NULL,
	"serial" integer GENERATED ALWAYS AS IDENTITY (sequence name "member_cards_serial_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"member_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"token_encrypted" "bytea" NOT NULL,
	"issued_by" uuid NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"revoked_by" uuid,
	"revoke_reason" text,
	CONSTRAINT "member_cards_serial" UNIQUE("serial"),
	CONSTRAINT "member_cards_token" UNIQUE("token_hash"),
	CONSTRAINT "member_cards_revocation_complete" CHECK (num_nonnulls("member_cards"."revoked_at", "member_cards"."revoked_by", "member_cards"."revoke_reason") in (0, 3))
);
--> statement-breakpoint
CREATE TABLE "member_disclosures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reward_exchanges" (
	"transfer_id" bigint PRIMARY KEY NOT NULL,
	"item_id" uuid NOT NULL,
	"pieces" integer NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reward_exchanges_pieces_positive" CHECK ("reward_exchanges"."pieces" > 0)
);
--> statement-breakpoint
CREATE TABLE "reward_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" bigint NOT NULL,
	"section_id" uuid NOT NULL,
	"name" text NOT NULL,
	"summary" text NOT NULL,
	"points" integer NOT NULL,
	"stock" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "reward_items_account" UNIQUE("account_id"),
	CONSTRAINT "reward_items_points_positive" CHECK ("reward_items"."points" > 0),
	CONSTRAINT "reward_items_stock_never_negative" CHECK ("reward_items"."stock" >= 0)
);
--> statement-breakpoint
CREATE TABLE "staff_roles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"role" text NOT NULL,
	"section_id" uuid,
	"granted_at" timestamp with time zone NOT NULL,
	"granted_by_approval" uuid,
	"ended_at" timestamp with time zone,
	"ended_by_approval" uuid,
	CONSTRAINT "staff_roles_known" CHECK ("staff_roles"."role" in ('viewer', 'counter', 'programme', 'approver', 'accountant', 'content', 'administrator', 'auditor', 'organiser'))
);
--> statement-breakpoint
CREATE TABLE "staff_challenges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"browser_hash" "bytea" NOT NULL,
	"purpose" text NOT NULL,
	"staff_id" uuid,
	"challenge" "bytea" NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "staff_challenges_purpose_known" CHECK ("staff_challenges"."purpose" in ('sign_in', 'step_up', 'register'))
);
--> statement-breakpoint
CREATE TABLE "staff_invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"approval_id" uuid,
	"code_hash" "bytea" NOT NULL,
	"tries_left" smallint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "staff_invitations_kind_known" CHECK ("staff_invitations"."kind" in ('first', 'recovery'))
);
--> statement-breakpoint
CREATE TABLE "staff_passkeys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"credential_id" "bytea" NOT NULL,
	"public_key" "bytea" NOT NULL,
	"sign_count" bigint NOT NULL,
	"transports" text[] NOT NULL,
	"backed_up" boolean NOT NULL,
	"label" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	CONSTRAINT "staff_passkeys_credential" UNIQUE("credential_id")
);
--> statement-breakpoint
CREATE TABLE "staff_totps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"secret_encrypted" "bytea" NOT NULL,
	"last_step" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "accounts" DROP CONSTRAINT "accounts_kind_known";--> statement-breakpoint
ALTER TABLE "members" ALTER COLUMN "email_encrypted" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ALTER COLUMN "email_index" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_entries" ADD COLUMN "roles" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_entries" ADD COLUMN "address" text;--> statement-breakpoint
ALTER TABLE "audit_entries" ADD COLUMN "purpose" text;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "number" text DEFAULT member_number(nextval('member_numbers')) NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "family_name_encrypted" "bytea";--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "given_name_encrypted" "bytea";--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "family_kana_encrypted" "bytea";--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "given_kana_encrypted" "bytea";--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "family_kana_index" "bytea";--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "full_kana_index" "bytea";--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "born_on_encrypted" "bytea";--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "born_on_index" "bytea";--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "phone_encrypted" "bytea";--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "tie" text;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "admitted_by" uuid;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "group_id" uuid;--> statement-breakpoint
ALTER TABLE "sections" ADD COLUMN "kind" text DEFAULT 'section' NOT NULL;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "member_id" uuid;--> statement-breakpoint
ALTER TABLE "staff_sessions" ADD COLUMN "id" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "staff_sessions" ADD COLUMN "factor" text DEFAULT 'totp' NOT NULL;--> statement-breakpoint
ALTER TABLE "staff_sessions" ADD COLUMN "device" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "staff_sessions" ADD COLUMN "proven_at" timestamp with time zone DEFAULT '-infinity' NOT NULL;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_maker_fk" FOREIGN KEY ("maker_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_checker_fk" FOREIGN KEY ("checker_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_section_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_member_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_follows_fk" FOREIGN KEY ("follows_id") REFERENCES "public"."approvals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counter_visits" ADD CONSTRAINT "counter_visits_staff_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counter_visits" ADD CONSTRAINT "counter_visits_member_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_cards" ADD CONSTRAINT "member_cards_member_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_cards" ADD CONSTRAINT "member_cards_issued_by_fk" FOREIGN KEY ("issued_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_cards" ADD CONSTRAINT "member_cards_revoked_by_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_disclosures" ADD CONSTRAINT "member_disclosures_staff_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_disclosures" ADD CONSTRAINT "member_disclosures_member_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_exchanges" ADD CONSTRAINT "reward_exchanges_transfer_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."transfers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_exchanges" ADD CONSTRAINT "reward_exchanges_item_fk" FOREIGN KEY ("item_id") REFERENCES "public"."reward_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_items" ADD CONSTRAINT "reward_items_account_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_items" ADD CONSTRAINT "reward_items_section_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_roles" ADD CONSTRAINT "staff_roles_staff_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_roles" ADD CONSTRAINT "staff_roles_section_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_challenges" ADD CONSTRAINT "staff_challenges_staff_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_invitations" ADD CONSTRAINT "staff_invitations_staff_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_passkeys" ADD CONSTRAINT "staff_passkeys_staff_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_totps" ADD CONSTRAINT "staff_totps_staff_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "approvals_by_state" ON "approvals" USING btree ("state","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "approvals_by_maker" ON "approvals" USING btree ("maker_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "approvals_by_target" ON "approvals" USING btree ("target_kind","target_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE UNIQUE INDEX "counter_visits_one_open" ON "counter_visits" USING btree ("session_id") WHERE "counter_visits"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "counter_visits_by_member" ON "counter_visits" USING btree ("member_id","opened_at");--> statement-breakpoint
CREATE UNIQUE INDEX "member_cards_one_live" ON "member_cards" USING btree ("member_id") WHERE "member_cards"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "member_cards_by_member" ON "member_cards" USING btree ("member_id","serial");--> statement-breakpoint
CREATE INDEX "member_disclosures_live" ON "member_disclosures" USING btree ("staff_id","member_id","expires_at");--> statement-breakpoint
CREATE INDEX "reward_exchanges_by_item" ON "reward_exchanges" USING btree ("item_id","transfer_id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "reward_items_by_name" ON "reward_items" USING btree ("name","id");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_roles_once" ON "staff_roles" USING btree ("staff_id","role",coalesce("section_id", '00000000-0000-0000-0000-000000000000')) WHERE "staff_roles"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "staff_roles_by_staff" ON "staff_roles" USING btree ("staff_id","granted_at");--> statement-breakpoint
CREATE INDEX "staff_challenges_browser" ON "staff_challenges" USING btree ("browser_hash");--> statement-breakpoint
CREATE INDEX "staff_challenges_expiry" ON "staff_challenges" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_invitations_one_open" ON "staff_invitations" USING btree ("staff_id") WHERE "staff_invitations"."used_at" is null and "staff_invitations"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "staff_passkeys_by_staff" ON "staff_passkeys" USING btree ("staff_id");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_totps_one_live" ON "staff_totps" USING btree ("staff_id") WHERE "staff_totps"."confirmed_at" is not null and "staff_totps"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "staff_totps_by_staff" ON "staff_totps" USING btree ("staff_id");--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_group_fk" FOREIGN KEY ("group_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_member_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entries_by_act" ON "audit_entries" USING btree ("act","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "audit_entries_recorded" ON "audit_entries" USING btree ("recorded_at","id");--> statement-breakpoint
CREATE INDEX "audit_entries_denied" ON "audit_entries" USING btree ("id" DESC NULLS FIRST) WHERE "audit_entries"."outcome" = 'denied';--> statement-breakpoint
CREATE INDEX "members_by_family_kana" ON "members" USING btree ("family_kana_index","id");--> statement-breakpoint
CREATE INDEX "members_by_full_kana" ON "members" USING btree ("full_kana_index","id");--> statement-breakpoint
CREATE INDEX "members_by_birth" ON "members" USING btree ("born_on_index","id");--> statement-breakpoint
CREATE INDEX "activities_group" ON "activities" USING btree ("group_id","starts_at","id");--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_number" UNIQUE("number");--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_member" UNIQUE("member_id");--> statement-breakpoint
ALTER TABLE "staff_sessions" ADD CONSTRAINT "staff_sessions_id" UNIQUE("id");--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_kind_known" CHECK ("accounts"."kind" in ('member', 'programme', 'shop', 'reward'));--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_tie_known" CHECK ("members"."tie" in ('resident', 'worker', 'student', 'other'));--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_email_complete" CHECK (num_nonnulls("members"."email_encrypted", "members"."email_index") in (0, 2));--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_reachable" CHECK (num_nonnulls("members"."email_index", "members"."full_kana_index") > 0);--> statement-breakpoint
ALTER TABLE "sections" ADD CONSTRAINT "sections_kind_known" CHECK ("sections"."kind" in ('section', 'group'));--> statement-breakpoint
ALTER TABLE "staff_sessions" ADD CONSTRAINT "staff_sessions_factor_known" CHECK ("staff_sessions"."factor" in ('passkey', 'totp'));
--> statement-breakpoint
INSERT INTO "settings" ("key", "value", "updated_at") VALUES
  ('approval_correction_points', '1000', now()),
  ('approval_code_points', '500', now()),
  ('approval_days', '14', now());
