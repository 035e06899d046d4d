ALTER TABLE "member_sessions" ADD COLUMN "passkey_id" uuid;--> statement-breakpoint
ALTER TABLE "member_sessions" ADD COLUMN "email_index" "bytea";--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "residency_subject_index" "bytea";--> statement-breakpoint
CREATE UNIQUE INDEX "members_one_residency_subject" ON "members" USING btree ("residency_subject_index") WHERE "members"."residency_subject_index" is not null;--> statement-breakpoint
ALTER TABLE "member_sessions" ADD CONSTRAINT "member_sessions_opened_once" CHECK (num_nonnulls("member_sessions"."identity_id", "member_sessions"."passkey_id", "member_sessions"."email_index") <= 1);