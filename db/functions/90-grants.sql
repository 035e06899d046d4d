-- What the app may do: read all, write the domain's rows, and post through the ledger's functions only.
-- Everything is taken back first: what this file no longer names is no longer allowed.
revoke all on all tables in schema public from public, komapo_app, komapo_readonly;
revoke all on all sequences in schema public from public, komapo_app, komapo_readonly;
revoke execute on all functions in schema public from public, komapo_app, komapo_readonly;
grant usage on schema public to komapo_app, komapo_readonly;
grant select on all tables in schema public to komapo_app, komapo_readonly;

-- Column by column: whose account, whose code and who joined when never change.
grant insert on programmes, activities, shops, codes, members, staff, audit_entries, sections to komapo_app;
grant update (domain_id, section_id, name, policy_goal, kpi, starts_on, ends_on, funding_source, points,
              expiry_kind, expiry_count, expiry_on, rule_version) on programmes to komapo_app;
grant update (title, summary, place, organiser, audience, starts_at, ends_at, opens_at, closes_at, points, claim_limit, cancelled_at)
  on activities to komapo_app;
grant update (category_id, name, name_kana, address, opening_hours, phone, summary, closed_at) on shops to komapo_app;
grant update (revoked_at, revoked_by, revoke_reason) on codes to komapo_app;
grant update (nickname) on members to komapo_app;
grant insert, update, delete on member_sessions, staff_sessions, sign_in_attempts, rate_limits to komapo_app;

grant execute on function
  city_now(), city_day(timestamptz), fiscal_year(date),
  open_account(text, uuid), set_budget(uuid, bigint),
  post_grant(uuid, text, bigint, uuid, integer, date, uuid, uuid, timestamptz, text, text),
  post_spend(uuid, text, bigint, bigint, integer, timestamptz, text),
  open_quote(uuid, uuid, uuid, integer, interval), confirm_quote(uuid, uuid, uuid),
  reverse_transfer(uuid, text, uuid, integer, text, text, integer),
  assign_receipt_number(uuid)
to komapo_app;
grant execute on function city_now(), city_day(timestamptz), fiscal_year(date) to komapo_readonly;
