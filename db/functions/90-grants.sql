-- What the app may do: read all, write the domain's rows, and post through the ledger's functions only.
revoke all on all tables in schema public from public;
revoke execute on all functions in schema public from public;
grant usage on schema public to komapo_app, komapo_readonly;
grant select on all tables in schema public to komapo_app, komapo_readonly;

grant insert, update on programmes, activities, shops, codes, members, staff, settings to komapo_app;
grant insert on audit_entries, sections to komapo_app;
grant insert, update, delete on member_sessions, staff_sessions, sign_in_attempts, rate_limits to komapo_app;
grant usage on all sequences in schema public to komapo_app;

grant execute on function
  city_now(), city_day(timestamptz), fiscal_year(date),
  open_account(text, uuid), set_budget(uuid, bigint),
  post_grant(uuid, text, bigint, uuid, integer, date, uuid, uuid, timestamptz, text, text),
  post_spend(uuid, text, bigint, bigint, integer, timestamptz, text),
  open_quote(uuid, uuid, uuid, integer, interval), confirm_quote(uuid, uuid, uuid),
  reverse_transfer(uuid, text, uuid, integer, text, text, integer),
  assign_receipt_number(uuid), assign_missing_receipt_numbers(interval)
to komapo_app;
grant execute on function city_now(), city_day(timestamptz), fiscal_year(date) to komapo_readonly;
