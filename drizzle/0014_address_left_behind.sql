ALTER TABLE "members" DROP CONSTRAINT "members_email";--> statement-breakpoint
CREATE UNIQUE INDEX "members_email" ON "members" USING btree ("email_index") WHERE "members"."state" <> 'merged';