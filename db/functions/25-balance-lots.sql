-- Law 6, at commit: what a transfer moved in or out of a wallet is exactly what its lots gained or gave.
create or replace function check_transfer_lots() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  out_of_lots bigint;
  into_lots bigint;
begin
  select coalesce(sum(points), 0) into out_of_lots from lot_uses where transfer_id = new.id;
  select coalesce(sum(points), 0) into into_lots from lots where transfer_id = new.id;
  if into_lots - out_of_lots <> (case when new.kind in ('spend', 'grant_reversal') then -new.points else new.points end) then
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
