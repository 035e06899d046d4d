-- A refusal of the ledger: SQLSTATE KP001, the reason in snake_case as its message.
create or replace function refuse_posting(p_reason text) returns void
language plpgsql as $$
begin
  raise exception using errcode = 'KP001', message = p_reason;
end $$;

-- Only what the app may call is SECURITY DEFINER with a fixed search path. What those functions call has neither: it runs inside
-- them, with their rights and path, is granted to nobody, and each such clause would cost a posting some microseconds.
-- Those that post have `enable_seqscan = off` besides: a session keeps its plans, and one made on the first day of a book, when every table
-- is small, would read the whole ledger at each posting until statistics are taken.
