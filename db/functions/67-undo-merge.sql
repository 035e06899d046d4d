-- Undoes a merge: what is left of the very lots that it gave goes back the same way into the very lots it took; a lot that has expired
-- meanwhile is followed by one of p_grace_days. What was spent stays spent.
-- Returns the transfer into the first wallet; nulls where nothing is left, and where it was made in a book that is archived now. On a repeat the first one. Refuses: insufficient_points, own_wallet.
create or replace function undo_merge(p_in_id uuid, p_out_id uuid, p_merge uuid, p_actor text, p_reason text, p_grace_days integer)
returns transfers
language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off as $$
declare
  given transfers;
  taken transfers;
  holder wallets;
  unspent integer;
  back transfers;
begin
  select * into given from transfers where event_key = 'merge_in:' || p_merge and book_id = (select id from books where is_current);
  if not found then return null; end if;
  select * into strict taken from transfers where event_key = 'merge_out:' || p_merge;
  holder := lock_two_wallets(given.to_account_id, taken.from_account_id);
  select * into back from transfers where event_key = 'merge_out_reversal:' || p_merge;
  unspent := remaining_of_grant(given.id);
  if back.id is not null or unspent = 0 then return back; end if;
  if holder.balance - holder.held < unspent then perform refuse_posting('insufficient_points'); end if;
  back := insert_merge_step(p_in_id, 'merge_in_reversal', p_merge, given.to_account_id, given.from_account_id, unspent, p_actor, given, p_reason);
  perform take_merged(back, given.id);
  back := insert_merge_step(p_out_id, 'merge_out_reversal', p_merge, taken.to_account_id, taken.from_account_id, unspent, p_actor, taken, p_reason);
  perform give_back_merged(back, given.id, p_grace_days);
  return back;
end $$;

create or replace function take_merged(p_reversal transfers, p_merge_in bigint) returns void
language plpgsql as $$
declare
  lot open_lots;
begin
  for lot in select * from find_open_lots_of(p_merge_in) loop
    perform take_from_lot(p_reversal.id, lot, lot.remaining);
  end loop;
end $$;

-- To the lot each was taken from; several lots may follow one, where points were given back after it had expired.
create or replace function give_back_merged(p_back transfers, p_merge_in bigint, p_grace_days integer) returns void
language plpgsql as $$
declare
  home record;
begin
  for home in
    select own.origin_lot_id as lot_id, sum(u.points)::integer as points
      from lot_uses u
      join transfers t on t.id = u.transfer_id and t.reverses_id = p_merge_in
      join lots own on own.id = first_lot_of(u.lot_id, p_merge_in)
     group by own.origin_lot_id order by own.origin_lot_id
  loop
    perform give_back_to_lot(p_back, home.lot_id, home.points, p_grace_days);
  end loop;
end $$;

-- The lot of a transfer that another lot is, or follows.
create or replace function first_lot_of(p_lot bigint, p_transfer bigint) returns bigint
language sql stable as $$
  with recursive line (lot_id, transfer_id, origin_id) as (
    select id, transfer_id, origin_lot_id from lots where id = p_lot
    union all
    select l.id, l.transfer_id, l.origin_lot_id from line join lots l on l.id = line.origin_id where line.transfer_id <> p_transfer
  )
  select lot_id from line where transfer_id = p_transfer
$$;
