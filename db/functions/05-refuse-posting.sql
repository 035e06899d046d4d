-- A refusal of the ledger: SQLSTATE KP001, the reason in snake_case as its message.
create or replace function refuse_posting(p_reason text) returns void
language plpgsql as $$
begin
  raise exception using errcode = 'KP001', message = p_reason;
end $$;
