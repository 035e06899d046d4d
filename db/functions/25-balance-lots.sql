-- Law 6, at commit: what a transfer moved in or out of a wallet is exactly what its lots gained or gave.
-- Runs as whoever commits, on that session's search path: tables are named in full. One plan for all: else Postgres may plan it
-- anew at each commit, which costs more than the check; and by index, because a plan made while the tables were still small would
-- read them whole for as long as its session keeps it.
create or replace function check_transfer_lots() returns trigger
language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
begin
  if coalesce((select sum(points) from public.lots where transfer_id = new.id), 0)
     - coalesce((select sum(points) from public.lot_uses where transfer_id = new.id), 0)
     <> (case when new.kind in ('spend', 'exchange', 'grant_reversal', 'forfeit', 'merge_out', 'merge_in_reversal') then -new.points else new.points end) then
    raise exception using errcode = '23514', message = 'transfer ' || new.id || ' does not match its lots';
  end if;
  return null;
end $$;

do $$
begin
  if not exists (select from pg_trigger where tgname = 'transfer_matches_lots' and tgrelid = 'transfers'::regclass) then
    create constraint trigger transfer_matches_lots after insert on transfers
      deferrable initially deferred for each row execute function check_transfer_lots();
  end if;
end $$;
alter table transfers enable always trigger transfer_matches_lots;
