CREATE TABLE "staff_member_links" (
	"staff_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"linked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "staff_member_links_staff_id_member_id_pk" PRIMARY KEY("staff_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "staff_member_links" ADD CONSTRAINT "staff_member_links_staff_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_member_links" ADD CONSTRAINT "staff_member_links_member_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Every link that the audit tells of binds, also one that was taken away since; and every one there is.
INSERT INTO "staff_member_links" ("staff_id", "member_id", "linked_at")
  SELECT a."staff_id", m."id", min(a."recorded_at") FROM "audit_entries" a JOIN "staff" s ON s."id" = a."staff_id"
  JOIN "members" m ON m."id"::text = a."after"->>'memberId'
   WHERE a."act" = 'link_member' AND a."outcome" = 'done' GROUP BY a."staff_id", m."id";--> statement-breakpoint
INSERT INTO "staff_member_links" ("staff_id", "member_id", "linked_at")
  SELECT "id", "member_id", now() FROM "staff" WHERE "member_id" IS NOT NULL ON CONFLICT DO NOTHING;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_member_on_record" FOREIGN KEY ("id","member_id") REFERENCES "public"."staff_member_links"("staff_id","member_id") ON DELETE no action ON UPDATE no action;