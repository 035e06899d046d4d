CREATE TABLE "audit_entries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"recorded_at" timestamp with time zone NOT NULL,
	"staff_id" uuid NOT NULL,
	"act" text NOT NULL,
	"outcome" text NOT NULL,
	"target_kind" text NOT NULL,
	"target_id" text,
	"before" jsonb,
	"after" jsonb,
	"reason" text,
	"request_id" text,
	CONSTRAINT "audit_entries_outcome_known" CHECK ("audit_entries"."outcome" in ('done', 'denied'))
);
--> statement-breakpoint
CREATE TABLE "codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"serial" integer GENERATED ALWAYS AS IDENTITY (sequence name "codes_serial_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"activity_id" uuid,
	"shop_id" uuid,
	"token_hash" "bytea" NOT NULL,
	"typed_hash" "bytea" NOT NULL,
	"secret_encrypted" "bytea" NOT NULL,
	"issued_by" uuid NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"revoked_by" uuid,
	"revoke_reason" text,
	CONSTRAINT "codes_serial" UNIQUE("serial"),
	CONSTRAINT "codes_token" UNIQUE("token_hash"),
	CONSTRAINT "codes_typed" UNIQUE("typed_hash"),
	CONSTRAINT "codes_one_target" CHECK (num_nonnulls("codes"."activity_id", "codes"."shop_id") = 1),
	CONSTRAINT "codes_revocation_complete" CHECK (num_nonnulls("codes"."revoked_at", "codes"."revoked_by", "codes"."revoke_reason") in (0, 3))
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "accounts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"book_id" smallint NOT NULL,
	"kind" text NOT NULL,
	"owner_id" uuid NOT NULL,
	CONSTRAINT "accounts_one_per_owner" UNIQUE("owner_id","kind","book_id"),
	CONSTRAINT "accounts_kind_known" CHECK ("accounts"."kind" in ('member', 'programme', 'shop'))
);
--> statement-breakpoint
CREATE TABLE "books" (
	"id" smallint PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"is_current" boolean DEFAULT false NOT NULL,
	CONSTRAINT "books_kind_known" CHECK ("books"."kind" in ('real', 'closed_test', 'demo'))
);
--> statement-breakpoint
CREATE TABLE "budget_slices" (
	"programme_id" uuid NOT NULL,
	"slice" smallint NOT NULL,
	"allotted" bigint NOT NULL,
	"used" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "budget_slices_pk" PRIMARY KEY("programme_id","slice"),
	CONSTRAINT "budget_slices_never_overdrawn" CHECK ("budget_slices"."used" between 0 and "budget_slices"."allotted")
);
--> statement-breakpoint
CREATE TABLE "city_clock" (
	"only_row" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"offset_seconds" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "city_clock_one_row" CHECK ("city_clock"."only_row")
);
--> statement-breakpoint
CREATE TABLE "lot_uses" (
	"transfer_id" bigint NOT NULL,
	"lot_id" bigint NOT NULL,
	"points" integer NOT NULL,
	CONSTRAINT "lot_uses_pk" PRIMARY KEY("transfer_id","lot_id"),
	CONSTRAINT "lot_uses_points_not_zero" CHECK ("lot_uses"."points" <> 0)
);
--> statement-breakpoint
CREATE TABLE "lots" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "lots_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"transfer_id" bigint NOT NULL,
	"account_id" bigint NOT NULL,
	"programme_id" uuid NOT NULL,
	"purse" text DEFAULT 'general' NOT NULL,
	"fiscal_year" smallint NOT NULL,
	"funding_source" text NOT NULL,
	"rule_version" integer NOT NULL,
	"activity_id" uuid,
	"code_id" uuid,
	"expires_on" date NOT NULL,
	"points" integer NOT NULL,
	"remaining" integer NOT NULL,
	"origin_lot_id" bigint,
	CONSTRAINT "lots_remaining_within_points" CHECK ("lots"."remaining" between 0 and "lots"."points"),
	CONSTRAINT "lots_points_positive" CHECK ("lots"."points" > 0)
);
--> statement-breakpoint
CREATE TABLE "quotes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"member_account_id" bigint NOT NULL,
	"shop_id" uuid NOT NULL,
	"shop_account_id" bigint NOT NULL,
	"points" integer NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"transfer_public_id" uuid,
	CONSTRAINT "quotes_points_positive" CHECK ("quotes"."points" > 0)
);
--> statement-breakpoint
CREATE TABLE "receipt_counters" (
	"shop_account_id" bigint NOT NULL,
	"paid_on" date NOT NULL,
	"last_number" integer NOT NULL,
	CONSTRAINT "receipt_counters_pk" PRIMARY KEY("shop_account_id","paid_on")
);
--> statement-breakpoint
CREATE TABLE "receipt_numbers" (
	"shop_account_id" bigint NOT NULL,
	"paid_on" date NOT NULL,
	"number" integer NOT NULL,
	"transfer_id" bigint NOT NULL,
	CONSTRAINT "receipt_numbers_pk" PRIMARY KEY("shop_account_id","paid_on","number"),
	CONSTRAINT "receipt_numbers_transfer" UNIQUE("transfer_id")
);
--> statement-breakpoint
CREATE TABLE "transfer_routes" (
	"kind" text NOT NULL,
	"from_kind" text NOT NULL,
	"to_kind" text NOT NULL,
	"reverses_kind" text,
	CONSTRAINT "transfer_routes_pk" PRIMARY KEY("kind","from_kind","to_kind")
);
--> statement-breakpoint
CREATE TABLE "transfers" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "transfers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"public_id" uuid NOT NULL,
	"book_id" smallint NOT NULL,
	"kind" text NOT NULL,
	"from_account_id" bigint NOT NULL,
	"to_account_id" bigint NOT NULL,
	"points" integer NOT NULL,
	"event_key" text NOT NULL,
	"body_hash" "bytea" NOT NULL,
	"happened_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"balance_after" integer NOT NULL,
	"reverses_id" bigint,
	"batch_id" uuid,
	"actor" text NOT NULL,
	"reason" text,
	CONSTRAINT "transfers_public_id" UNIQUE("public_id"),
	CONSTRAINT "transfers_event_key" UNIQUE("event_key"),
	CONSTRAINT "transfers_points_positive" CHECK ("transfers"."points" > 0),
	CONSTRAINT "transfers_two_accounts" CHECK ("transfers"."from_account_id" <> "transfers"."to_account_id"),
	CONSTRAINT "transfers_actor_named" CHECK ("transfers"."actor" ~ '^(member|staff|system):.'),
	CONSTRAINT "transfers_reversal_has_reason" CHECK ("transfers"."reverses_id" is null or length("transfers"."reason") > 0)
);
--> statement-breakpoint
CREATE TABLE "wallets" (
	"account_id" bigint PRIMARY KEY NOT NULL,
	"balance" integer DEFAULT 0 NOT NULL,
	"held" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "wallets_never_negative" CHECK ("wallets"."balance" >= 0),
	CONSTRAINT "wallets_held_within_balance" CHECK ("wallets"."held" between 0 and "wallets"."balance")
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "member_sessions" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" bigint NOT NULL,
	"nickname" text,
	"email_encrypted" "bytea" NOT NULL,
	"email_index" "bytea" NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	CONSTRAINT "members_account" UNIQUE("account_id"),
	CONSTRAINT "members_email" UNIQUE("email_index")
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"browser_hash" "bytea" NOT NULL,
	"audience" text NOT NULL,
	"email_encrypted" "bytea",
	"email_index" "bytea",
	"code_hash" "bytea",
	"code_expires_at" timestamp with time zone,
	"tries_left" smallint DEFAULT 0 NOT NULL,
	"resume_to" text,
	"pending_claim" "bytea",
	"expires_at" timestamp with time zone NOT NULL,
	"sent_count" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "sign_in_attempts_browser" UNIQUE("browser_hash","audience")
);
--> statement-breakpoint
CREATE TABLE "activities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"programme_id" uuid NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"place" text NOT NULL,
	"organiser" text NOT NULL,
	"audience" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"opens_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"points" integer NOT NULL,
	"claim_limit" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"cancelled_at" timestamp with time zone,
	CONSTRAINT "activities_points_positive" CHECK ("activities"."points" > 0),
	CONSTRAINT "activities_when" CHECK ("activities"."starts_at" <= "activities"."ends_at"),
	CONSTRAINT "activities_window" CHECK ("activities"."opens_at" < "activities"."closes_at"),
	CONSTRAINT "activities_claim_limit_known" CHECK ("activities"."claim_limit" in ('once', 'daily'))
);
--> statement-breakpoint
CREATE TABLE "domains" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"icon" text NOT NULL,
	"position" smallint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "programmes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" bigint NOT NULL,
	"domain_id" text NOT NULL,
	"section_id" uuid NOT NULL,
	"name" text NOT NULL,
	"policy_goal" text NOT NULL,
	"kpi" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"funding_source" text NOT NULL,
	"points" integer NOT NULL,
	"expiry_kind" text NOT NULL,
	"expiry_count" integer,
	"expiry_on" date,
	"rule_version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "programmes_account" UNIQUE("account_id"),
	CONSTRAINT "programmes_period" CHECK ("programmes"."starts_on" <= "programmes"."ends_on"),
	CONSTRAINT "programmes_points_positive" CHECK ("programmes"."points" > 0),
	CONSTRAINT "programmes_expiry_complete" CHECK (case "programmes"."expiry_kind"
    when 'next_fiscal_year_end' then "programmes"."expiry_count" is null and "programmes"."expiry_on" is null
    when 'fiscal_year_end' then "programmes"."expiry_count" is null and "programmes"."expiry_on" is null
    when 'days' then "programmes"."expiry_count" > 0 and "programmes"."expiry_on" is null
    when 'months' then "programmes"."expiry_count" > 0 and "programmes"."expiry_on" is null
    when 'fixed' then "programmes"."expiry_on" is not null and "programmes"."expiry_count" is null
    else false end)
);
--> statement-breakpoint
CREATE TABLE "sections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "sections_name" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shop_categories" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"position" smallint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shops" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" bigint NOT NULL,
	"category_id" text NOT NULL,
	"name" text NOT NULL,
	"name_kana" text NOT NULL,
	"address" text NOT NULL,
	"opening_hours" text NOT NULL,
	"phone" text NOT NULL,
	"summary" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "shops_account" UNIQUE("account_id")
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" uuid PRIMARY KEY NOT NULL,
	"section_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email_encrypted" "bytea" NOT NULL,
	"email_index" "bytea" NOT NULL,
	"disabled" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "staff_email" UNIQUE("email_index")
);
--> statement-breakpoint
CREATE TABLE "staff_sessions" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "codes" ADD CONSTRAINT "codes_activity_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "codes" ADD CONSTRAINT "codes_shop_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "codes" ADD CONSTRAINT "codes_issued_by_fk" FOREIGN KEY ("issued_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "codes" ADD CONSTRAINT "codes_revoked_by_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_book_fk" FOREIGN KEY ("book_id") REFERENCES "public"."books"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wallets" ADD CONSTRAINT "wallets_account_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_sessions" ADD CONSTRAINT "member_sessions_member_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_account_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_programme_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_account_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_domain_fk" FOREIGN KEY ("domain_id") REFERENCES "public"."domains"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_section_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shops" ADD CONSTRAINT "shops_account_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shops" ADD CONSTRAINT "shops_category_fk" FOREIGN KEY ("category_id") REFERENCES "public"."shop_categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_section_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_sessions" ADD CONSTRAINT "staff_sessions_staff_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entries_by_staff" ON "audit_entries" USING btree ("staff_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "audit_entries_by_target" ON "audit_entries" USING btree ("target_kind","target_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE UNIQUE INDEX "codes_one_live_per_activity" ON "codes" USING btree ("activity_id") WHERE "codes"."revoked_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "codes_one_live_per_shop" ON "codes" USING btree ("shop_id") WHERE "codes"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "codes_by_activity" ON "codes" USING btree ("activity_id","serial");--> statement-breakpoint
CREATE INDEX "codes_by_shop" ON "codes" USING btree ("shop_id","serial");--> statement-breakpoint
CREATE UNIQUE INDEX "books_one_current" ON "books" USING btree ("is_current") WHERE "books"."is_current";--> statement-breakpoint
CREATE INDEX "lot_uses_lot" ON "lot_uses" USING btree ("lot_id");--> statement-breakpoint
CREATE INDEX "lots_open" ON "lots" USING btree ("account_id","expires_on","purse","id") WHERE "lots"."remaining" > 0;--> statement-breakpoint
CREATE INDEX "lots_transfer" ON "lots" USING btree ("transfer_id");--> statement-breakpoint
CREATE INDEX "lots_programme" ON "lots" USING btree ("programme_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE UNIQUE INDEX "quotes_one_open_per_member" ON "quotes" USING btree ("member_id") WHERE "quotes"."closed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "transfers_reversed_once" ON "transfers" USING btree ("reverses_id") WHERE "transfers"."reverses_id" is not null;--> statement-breakpoint
CREATE INDEX "transfers_from" ON "transfers" USING btree ("from_account_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "transfers_to" ON "transfers" USING btree ("to_account_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "transfers_recorded" ON "transfers" USING brin ("recorded_at");--> statement-breakpoint
CREATE INDEX "member_sessions_member" ON "member_sessions" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "sign_in_attempts_expiry" ON "sign_in_attempts" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "activities_programme" ON "activities" USING btree ("programme_id","starts_at","id");--> statement-breakpoint
CREATE INDEX "activities_agenda" ON "activities" USING btree ("starts_at","id");--> statement-breakpoint
CREATE INDEX "shops_by_kana" ON "shops" USING btree ("name_kana","id");--> statement-breakpoint
CREATE INDEX "staff_sessions_staff" ON "staff_sessions" USING btree ("staff_id");