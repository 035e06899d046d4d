DROP INDEX "audit_entries_by_act";--> statement-breakpoint
DROP INDEX "audit_entries_denied";--> statement-breakpoint
DROP INDEX "audit_entries_by_staff";--> statement-breakpoint
DROP INDEX "audit_entries_by_target";--> statement-breakpoint
CREATE INDEX "audit_entries_by_kind" ON "audit_entries" USING btree ("target_kind","recorded_at","id");--> statement-breakpoint
CREATE INDEX "audit_entries_by_act" ON "audit_entries" USING btree ("act","recorded_at","id");--> statement-breakpoint
CREATE INDEX "audit_entries_denied" ON "audit_entries" USING btree ("recorded_at","id") WHERE "audit_entries"."outcome" = 'denied';--> statement-breakpoint
CREATE INDEX "audit_entries_by_staff" ON "audit_entries" USING btree ("staff_id","recorded_at","id");--> statement-breakpoint
CREATE INDEX "audit_entries_by_target" ON "audit_entries" USING btree ("target_id","recorded_at","id");