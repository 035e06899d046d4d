CREATE TABLE "logos" (
	"id" uuid PRIMARY KEY NOT NULL,
	"png" "bytea" NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "test_invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"batch_id" uuid NOT NULL,
	"label" text NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_by" uuid,
	"used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "test_invitations_code" UNIQUE("code_hash"),
	CONSTRAINT "test_invitations_used_by" UNIQUE("used_by"),
	CONSTRAINT "test_invitations_use_complete" CHECK (num_nonnulls("test_invitations"."used_by", "test_invitations"."used_at") in (0, 2))
);
--> statement-breakpoint
CREATE TABLE "legal_texts" (
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"body" text NOT NULL,
	"changes" text DEFAULT '' NOT NULL,
	CONSTRAINT "legal_texts_pk" PRIMARY KEY("kind","version"),
	CONSTRAINT "legal_texts_kind_known" CHECK ("legal_texts"."kind" in ('terms', 'privacy'))
);
--> statement-breakpoint
CREATE TABLE "member_appeals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"suspension_id" uuid NOT NULL,
	"text_encrypted" "bytea" NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"answer" text,
	"is_upheld" boolean,
	"answered_at" timestamp with time zone,
	"answered_by" uuid,
	CONSTRAINT "member_appeals_one" UNIQUE("suspension_id"),
	CONSTRAINT "member_appeals_answer_complete" CHECK (num_nonnulls("member_appeals"."answer", "member_appeals"."is_upheld", "member_appeals"."answered_at", "member_appeals"."answered_by") in (0, 4))
);
--> statement-breakpoint
CREATE TABLE "member_consents" (
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"agreed_at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	CONSTRAINT "member_consents_pk" PRIMARY KEY("member_id","kind","version")
);
--> statement-breakpoint
CREATE TABLE "member_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "member_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"member_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"actor" text NOT NULL,
	"detail" jsonb,
	CONSTRAINT "member_events_actor_named" CHECK ("member_events"."actor" ~ '^(member|staff|system):.')
);
--> statement-breakpoint
CREATE TABLE "member_merges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"from_member_id" uuid NOT NULL,
	"into_member_id" uuid NOT NULL,
	"account_id" bigint NOT NULL,
	"points" bigint NOT NULL,
	"moved" jsonb NOT NULL,
	"merged_at" timestamp with time zone NOT NULL,
	"approval_id" uuid,
	"undone_at" timestamp with time zone,
	"undo_approval_id" uuid,
	CONSTRAINT "member_merges_two_members" CHECK ("member_merges"."from_member_id" <> "member_merges"."into_member_id"),
	CONSTRAINT "member_merges_undo_complete" CHECK (num_nonnulls("member_merges"."undone_at", "member_merges"."undo_approval_id") in (0, 2))
);
--> statement-breakpoint
CREATE TABLE "member_suspensions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"reply_by" date NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"started_by" uuid NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	"end_reason" text,
	CONSTRAINT "member_suspensions_has_reason" CHECK (length("member_suspensions"."reason") > 0),
	CONSTRAINT "member_suspensions_end_complete" CHECK (num_nonnulls("member_suspensions"."ended_at", "member_suspensions"."ended_by", "member_suspensions"."end_reason") in (0, 3))
);
--> statement-breakpoint
CREATE TABLE "proxies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"principal_id" uuid NOT NULL,
	"agent_id" uuid NOT NULL,
	"relation" text NOT NULL,
	"scopes" text[] NOT NULL,
	"consent" text NOT NULL,
	"ends_on" date NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" text,
	CONSTRAINT "proxies_two_persons" CHECK ("proxies"."principal_id" <> "proxies"."agent_id"),
	CONSTRAINT "proxies_relation_known" CHECK ("proxies"."relation" in ('guardian', 'proxy', 'facility')),
	CONSTRAINT "proxies_scopes_known" CHECK ("proxies"."scopes" <@ array['view', 'earn', 'spend'] and cardinality("proxies"."scopes") > 0),
	CONSTRAINT "proxies_consent_known" CHECK ("proxies"."consent" in ('in_person', 'document', 'guardian_of_minor')),
	CONSTRAINT "proxies_end_complete" CHECK (num_nonnulls("proxies"."ended_at", "proxies"."ended_by") in (0, 2))
);
--> statement-breakpoint
CREATE TABLE "identity_providers" (
	"key" text PRIMARY KEY NOT NULL,
	"issuer" text NOT NULL,
	"name" text NOT NULL,
	"client_id" text NOT NULL,
	"client_auth" text NOT NULL,
	"scopes" text DEFAULT 'openid' NOT NULL,
	"purpose" text NOT NULL,
	"is_portal" boolean DEFAULT false NOT NULL,
	"home_url" text,
	"frame_origin" text,
	"is_enabled" boolean DEFAULT true NOT NULL,
	"position" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "identity_providers_issuer" UNIQUE("issuer"),
	CONSTRAINT "identity_providers_key_plain" CHECK ("identity_providers"."key" ~ '^[a-z][a-z0-9]{1,19}$'),
	CONSTRAINT "identity_providers_client_auth_known" CHECK ("identity_providers"."client_auth" in ('client_secret_basic', 'client_secret_post', 'private_key_jwt')),
	CONSTRAINT "identity_providers_purpose_known" CHECK ("identity_providers"."purpose" in ('sign_in', 'residency')),
	CONSTRAINT "identity_providers_frame_origin_plain" CHECK ("identity_providers"."frame_origin" ~ '^https?://[a-z0-9.-]+(:[0-9]+)?$')
);
--> statement-breakpoint
CREATE TABLE "member_challenges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"browser_hash" "bytea" NOT NULL,
	"purpose" text NOT NULL,
	"member_id" uuid,
	"challenge" "bytea" NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "member_challenges_purpose_known" CHECK ("member_challenges"."purpose" in ('sign_in', 'prove', 'register'))
);
--> statement-breakpoint
CREATE TABLE "member_identities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"issuer" text NOT NULL,
	"subject_index" "bytea" NOT NULL,
	"linked_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "member_passkeys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"credential_id" "bytea" NOT NULL,
	"public_key" "bytea" NOT NULL,
	"sign_count" bigint NOT NULL,
	"transports" text[] NOT NULL,
	"backed_up" boolean NOT NULL,
	"label" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	CONSTRAINT "member_passkeys_credential" UNIQUE("credential_id")
);
--> statement-breakpoint
CREATE TABLE "provider_logouts" (
	"issuer" text NOT NULL,
	"jti_hash" "bytea" NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "provider_logouts_pk" PRIMARY KEY("issuer","jti_hash")
);
--> statement-breakpoint
ALTER TABLE "accounts" DROP CONSTRAINT "accounts_kind_known";--> statement-breakpoint
ALTER TABLE "members" DROP CONSTRAINT "members_reachable";--> statement-breakpoint
ALTER TABLE "member_cards" ADD COLUMN "pin_hash" "bytea";--> statement-breakpoint
ALTER TABLE "member_cards" ADD COLUMN "pin_tries_left" smallint DEFAULT 5 NOT NULL;--> statement-breakpoint
ALTER TABLE "books" ADD COLUMN "archived_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "member_sessions" ADD COLUMN "id" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "member_sessions" ADD COLUMN "device" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "member_sessions" ADD COLUMN "proven_at" timestamp with time zone DEFAULT '-infinity' NOT NULL;--> statement-breakpoint
ALTER TABLE "member_sessions" ADD COLUMN "identity_id" uuid;--> statement-breakpoint
ALTER TABLE "member_sessions" ADD COLUMN "provider_sid_hash" "bytea";--> statement-breakpoint
ALTER TABLE "member_sessions" ADD COLUMN "proxy_id" uuid;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "birth_year_encrypted" "bytea";--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "registered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "residency_checked_by" text;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "residency_checked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "residency_valid_until" date;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "state" text DEFAULT 'active' NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "leaves_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "left_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "stays_after_test" boolean;--> statement-breakpoint
ALTER TABLE "logos" ADD CONSTRAINT "logos_uploaded_by_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_invitations" ADD CONSTRAINT "test_invitations_created_by_fk" FOREIGN KEY ("created_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_invitations" ADD CONSTRAINT "test_invitations_used_by_fk" FOREIGN KEY ("used_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_appeals" ADD CONSTRAINT "member_appeals_suspension_fk" FOREIGN KEY ("suspension_id") REFERENCES "public"."member_suspensions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_appeals" ADD CONSTRAINT "member_appeals_answered_by_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_consents" ADD CONSTRAINT "member_consents_member_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_consents" ADD CONSTRAINT "member_consents_text_fk" FOREIGN KEY ("kind","version") REFERENCES "public"."legal_texts"("kind","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_events" ADD CONSTRAINT "member_events_member_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_merges" ADD CONSTRAINT "member_merges_from_fk" FOREIGN KEY ("from_member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_merges" ADD CONSTRAINT "member_merges_into_fk" FOREIGN KEY ("into_member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_merges" ADD CONSTRAINT "member_merges_approval_fk" FOREIGN KEY ("approval_id") REFERENCES "public"."approvals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_merges" ADD CONSTRAINT "member_merges_undo_fk" FOREIGN KEY ("undo_approval_id") REFERENCES "public"."approvals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_suspensions" ADD CONSTRAINT "member_suspensions_member_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_suspensions" ADD CONSTRAINT "member_suspensions_started_by_fk" FOREIGN KEY ("started_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_suspensions" ADD CONSTRAINT "member_suspensions_ended_by_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proxies" ADD CONSTRAINT "proxies_principal_fk" FOREIGN KEY ("principal_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proxies" ADD CONSTRAINT "proxies_agent_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proxies" ADD CONSTRAINT "proxies_created_by_fk" FOREIGN KEY ("created_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_challenges" ADD CONSTRAINT "member_challenges_member_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_identities" ADD CONSTRAINT "member_identities_member_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_passkeys" ADD CONSTRAINT "member_passkeys_member_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "test_invitations_by_batch" ON "test_invitations" USING btree ("batch_id","id");--> statement-breakpoint
CREATE INDEX "member_appeals_open" ON "member_appeals" USING btree ("sent_at","id") WHERE "member_appeals"."answered_at" is null;--> statement-breakpoint
CREATE INDEX "member_events_by_member" ON "member_events" USING btree ("member_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE UNIQUE INDEX "member_merges_one_live" ON "member_merges" USING btree ("from_member_id") WHERE "member_merges"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "member_merges_into" ON "member_merges" USING btree ("into_member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "member_suspensions_one_open" ON "member_suspensions" USING btree ("member_id") WHERE "member_suspensions"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "member_suspensions_by_member" ON "member_suspensions" USING btree ("member_id","started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "proxies_one_open" ON "proxies" USING btree ("principal_id","agent_id") WHERE "proxies"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "proxies_by_agent" ON "proxies" USING btree ("agent_id");--> statement-breakpoint
CREATE INDEX "proxies_by_principal" ON "proxies" USING btree ("principal_id");--> statement-breakpoint
CREATE UNIQUE INDEX "identity_providers_one_portal" ON "identity_providers" USING btree ("is_portal") WHERE "identity_providers"."is_portal";--> statement-breakpoint
CREATE INDEX "member_challenges_browser" ON "member_challenges" USING btree ("browser_hash");--> statement-breakpoint
CREATE INDEX "member_challenges_expiry" ON "member_challenges" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "member_identities_one_live" ON "member_identities" USING btree ("issuer","subject_index") WHERE "member_identities"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "member_identities_by_member" ON "member_identities" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "member_passkeys_by_member" ON "member_passkeys" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "provider_logouts_expiry" ON "provider_logouts" USING btree ("expires_at");--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_merged_into_id_members_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "member_sessions_identity" ON "member_sessions" USING btree ("identity_id") WHERE "member_sessions"."identity_id" is not null;--> statement-breakpoint
CREATE INDEX "members_leaving" ON "members" USING btree ("leaves_at") WHERE "members"."state" = 'leaving';--> statement-breakpoint
ALTER TABLE "member_sessions" ADD CONSTRAINT "member_sessions_id" UNIQUE("id");--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_kind_known" CHECK ("accounts"."kind" in ('member', 'programme', 'shop', 'reward', 'merge', 'forfeiture'));--> statement-breakpoint
ALTER TABLE "books" ADD CONSTRAINT "books_archived_not_current" CHECK (not ("books"."is_current" and "books"."archived_at" is not null));--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_state_known" CHECK ("members"."state" in ('active', 'leaving', 'left', 'merged'));--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_leaving_complete" CHECK (("members"."state" = 'leaving') = ("members"."leaves_at" is not null));--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_left_complete" CHECK (("members"."state" = 'left') = ("members"."left_at" is not null));--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_merged_complete" CHECK (("members"."state" = 'merged') = ("members"."merged_into_id" is not null));--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_residency_complete" CHECK (num_nonnulls("members"."residency_checked_by", "members"."residency_checked_at", "members"."residency_valid_until") in (0, 3));--> statement-breakpoint
insert into transfer_routes (kind, from_kind, to_kind, reverses_kind) values
  ('merge_out', 'member', 'merge', null),
  ('merge_in', 'merge', 'member', null),
  ('merge_out_reversal', 'merge', 'member', 'merge_out'),
  ('merge_in_reversal', 'member', 'merge', 'merge_in'),
  ('forfeit', 'member', 'forfeiture', null);
--> statement-breakpoint
insert into settings (key, value, updated_at) values
  ('logo_id', 'null', now()),
  ('residency_valid_days', '365', now()),
  ('withdrawal_days', '30', now()),
  ('suspension_reply_days', '14', now());
--> statement-breakpoint
insert into legal_texts (kind, version, published_at, body) values
  ('terms', 1, now(), $$# この規約について
この規約は、市が行う地域ポイントの事業（以下「このサービス」）を利用するときの約束です。登録した方（以下「会員」）と市の間に適用します。

# 登録
だれでも、自分の名前で登録できます。ひとりが持てる会員登録はひとつです。15歳未満の方は、保護者の同意が必要です。

# ポイント
ポイントは、市の事業への参加に応じて市が無償で付与します。1ポイントは1円として、協力店と記念品の交換に使えます。現金に換えること、買うこと、ほかの人に渡すことはできません。

ポイントには期限があります。期限は、付与のときと画面でお知らせします。期限を過ぎたポイントは失効します。

# してはいけないこと
うその申請、ほかの人の名前での利用、QRコードの写しを広めること、システムに無理な負担をかけることはできません。

# 取消しと利用停止
まちがって付与したポイントや、不正に得たポイントは、理由を示して取り消します。規約に反したときは、理由と回答の期限を示して利用を止めることがあります。会員は、市に異議を申し立てることができます。

# 退会
会員は、いつでも退会を申し込めます。申込みから30日の間は取り消せます。30日を過ぎると、残ったポイントはなくなり、個人の情報は消去されます。付与と利用の記録は、だれのものか分からない形で残ります。

# サービスの変更と停止
市は、必要があるときは、前もって知らせたうえでこのサービスの内容を変え、または終えることがあります。災害や故障のときは、知らせずに止めることがあります。

# 規約の変更
この規約を変えるときは、前もって画面で知らせ、次に利用するときに同意をお願いします。$$),
  ('privacy', 1, now(), $$# 集める情報
登録のときに、呼び名と市との関わり（在住・在勤・在学・その他）をうかがいます。生まれた年は任意です。メールのほか、市のポータルなどで本人を確かめるときは、その番号だけを受け取ります。

窓口で登録するときは、氏名、ふりがな、生年月日、電話番号をうかがいます。

# 使いみち
ポイントの付与と利用、本人の確認、問い合わせへの回答、不正の防止、事業の効果を知るための統計に使います。統計は、個人が分からない形にします。

# 守りかた
個人の情報は暗号にして保管します。職員が見るときは目的を選び、その記録が残ります。会員は、だれがいつ何のために見たかを確かめられます。

# ほかへの提供
法令によるときを除き、本人の同意なしにほかへ渡しません。協力店には、個人の情報を渡しません。

# 本人の権利
会員は、自分の情報をいつでも見て、直し、書き出し、退会によって消すことができます。

# 保存の期間
退会から30日で個人の情報を消します。ポイントの記録は、会計の書類として法令の定める期間保存します。

# 問い合わせ
市の地域ポイントの担当課へお問い合わせください。電話番号は「使い方」の画面にあります。$$);
