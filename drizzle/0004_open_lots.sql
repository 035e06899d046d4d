CREATE TABLE "open_lots" (
	"account_id" bigint NOT NULL,
	"expires_on" date NOT NULL,
	"is_general" boolean NOT NULL,
	"lot_id" bigint NOT NULL,
	"points" integer NOT NULL,
	"remaining" integer NOT NULL,
	CONSTRAINT "open_lots_pk" PRIMARY KEY("account_id","expires_on","is_general","lot_id"),
	CONSTRAINT "open_lots_remaining_within_points" CHECK ("open_lots"."remaining" between 1 and "open_lots"."points")
);
--> statement-breakpoint
INSERT INTO "open_lots" SELECT "account_id", "expires_on", "purse" = 'general', "id", "points", "remaining" FROM "lots" WHERE "remaining" > 0;--> statement-breakpoint
DROP TRIGGER IF EXISTS "lot_keeps_its_terms" ON "lots";--> statement-breakpoint
DROP TRIGGER IF EXISTS "never_deleted" ON "lots";--> statement-breakpoint
DROP FUNCTION IF EXISTS "refuse_lot_rewrite"();--> statement-breakpoint
ALTER TABLE "budget_slices" DROP CONSTRAINT "budget_slices_never_overdrawn";--> statement-breakpoint
ALTER TABLE "lots" DROP CONSTRAINT "lots_remaining_within_points";--> statement-breakpoint
DROP INDEX "lots_open";--> statement-breakpoint
ALTER TABLE "lots" DROP COLUMN "remaining";--> statement-breakpoint
ALTER TABLE "budget_slices" ADD CONSTRAINT "budget_slices_never_overdrawn" CHECK ("budget_slices"."used" <= "budget_slices"."allotted");--> statement-breakpoint
INSERT INTO "budget_slices" ("programme_id", "slice", "allotted") SELECT DISTINCT "programme_id", "n", 0 FROM "budget_slices", generate_series(16, 31) "n" ON CONFLICT DO NOTHING;
