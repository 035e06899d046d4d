-- The plain columns of before go in db/seal-plain-text.ts, once their words are sealed: no key is in SQL.
ALTER TABLE "member_appeals" DROP CONSTRAINT "member_appeals_answer_complete";--> statement-breakpoint
ALTER TABLE "member_suspensions" DROP CONSTRAINT "member_suspensions_has_reason";--> statement-breakpoint
ALTER TABLE "member_suspensions" DROP CONSTRAINT "member_suspensions_end_complete";--> statement-breakpoint
ALTER TABLE "member_cards" ALTER COLUMN "token_encrypted" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "member_appeals" ALTER COLUMN "text_encrypted" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "nickname_encrypted" "bytea";--> statement-breakpoint
ALTER TABLE "member_appeals" ADD COLUMN "answer_encrypted" "bytea";--> statement-breakpoint
ALTER TABLE "member_suspensions" ADD COLUMN "reason_encrypted" "bytea";--> statement-breakpoint
ALTER TABLE "member_suspensions" ADD COLUMN "end_reason_encrypted" "bytea";--> statement-breakpoint
ALTER TABLE "staff_passkeys" ADD COLUMN "label_encrypted" "bytea";--> statement-breakpoint
ALTER TABLE "member_passkeys" ADD COLUMN "label_encrypted" "bytea";--> statement-breakpoint
ALTER TABLE "member_suspensions" ALTER COLUMN "reason" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "staff_passkeys" ALTER COLUMN "label" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "member_passkeys" ALTER COLUMN "label" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "member_appeals" ADD CONSTRAINT "member_appeals_answer_complete" CHECK (num_nonnulls("member_appeals"."is_upheld", "member_appeals"."answered_at", "member_appeals"."answered_by") in (0, 3));--> statement-breakpoint
ALTER TABLE "member_suspensions" ADD CONSTRAINT "member_suspensions_end_complete" CHECK (num_nonnulls("member_suspensions"."ended_at", "member_suspensions"."ended_by") in (0, 2));--> statement-breakpoint
UPDATE "member_appeals" SET "text_encrypted" = NULL WHERE "text_encrypted" = '';--> statement-breakpoint
-- Names of devices stand in no member's log any more, and addresses in no draft that has ended. An empty book has no triggers yet.
DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_trigger WHERE tgname = 'append_only' AND tgrelid = 'member_events'::regclass) THEN
    ALTER TABLE "member_events" DISABLE TRIGGER append_only;
    UPDATE "member_events" SET "detail" = nullif("detail" - 'device', '{}') WHERE "detail" ? 'device';
    ALTER TABLE "member_events" ENABLE ALWAYS TRIGGER append_only;
    ALTER TABLE "approvals" DISABLE TRIGGER guard_approval;
    UPDATE "approvals" SET "payload" = "payload" - 'emailSealed' WHERE "payload" ? 'emailSealed' AND "state" <> 'pending';
    ALTER TABLE "approvals" ENABLE ALWAYS TRIGGER guard_approval;
  END IF;
END $$;
