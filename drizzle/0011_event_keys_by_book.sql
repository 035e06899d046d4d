ALTER TABLE "transfers" DROP CONSTRAINT "transfers_event_key";--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_event_key" UNIQUE("event_key","book_id");