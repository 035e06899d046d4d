-- 統合: all that is in one wallet goes through the merge's own account into another, lot for lot under the very terms. Nothing goes from
-- member to member (law 3): each side is a way of its own to or from the account of that one merge, which holds nothing in the end.
-- Returns the transfer into the second wallet; nulls where there was nothing to move. On a repeat the first one.
-- Refuses: unknown_account, insufficient_points (some are held), own_wallet, books_never_meet, event_key_conflict.
create or replace function post_merge(p_out_id uuid, p_in_id uuid, p_merge uuid, p_from bigint, p_into bigint, p_actor text)
returns transfers
language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off as $$
declare
  source wallets;
  between_them bigint;
  given transfers;
  taken transfers;
begin
  source := lock_two_wallets(p_from, p_into);
  between_them := account_beside(p_from, 'merge', p_merge);
  given := find_posted('merge_in:' || p_merge, merge_body('merge_in', between_them, p_into));
  if given.id is not null or source.balance = 0 then return given; end if;
  if source.held > 0 then perform refuse_posting('insufficient_points'); end if;
  taken := insert_merge_step(p_out_id, 'merge_out', p_merge, p_from, between_them, source.balance, p_actor);
  given := insert_merge_step(p_in_id, 'merge_in', p_merge, between_them, p_into, source.balance, p_actor);
  perform move_lots(taken, given);
  return given;
end $$;

-- Two wallets at once, in id order, so that no two merges wait for each other; returns the first named.
create or replace function lock_two_wallets(p_first bigint, p_second bigint) returns wallets
language plpgsql as $$
begin
  perform lock_wallet(least(p_first, p_second));
  perform lock_wallet(greatest(p_first, p_second));
  return lock_wallet(p_first);
end $$;

create or replace function merge_body(p_kind text, p_from bigint, p_to bigint) returns bytea
language sql immutable as $$
  select sha256(convert_to(concat_ws('|', p_kind, p_from, p_to), 'UTF8'))
$$;

create or replace function insert_merge_step(
  p_public_id uuid, p_kind text, p_merge uuid, p_from bigint, p_to bigint, p_points integer, p_actor text,
  p_original transfers default null, p_reason text default null
) returns transfers
language plpgsql as $$
declare
  posted transfers;
begin
  insert into transfers (public_id, book_id, kind, from_account_id, to_account_id, points, event_key, body_hash,
                         happened_at, recorded_at, balance_after, reverses_id, actor, reason)
  values (p_public_id, (select book_id from accounts where id = p_from), p_kind, p_from, p_to, p_points, p_kind || ':' || p_merge,
          merge_body(p_kind, p_from, p_to), greatest(city_now(), p_original.happened_at), greatest(city_now(), p_original.recorded_at), 0,
          p_original.id, p_actor, p_reason)
  returning * into posted;
  return posted;
end $$;

create or replace function move_lots(p_out transfers, p_in transfers) returns void
language plpgsql as $$
declare
  lot open_lots;
begin
  for lot in select * from open_lots where account_id = p_out.from_account_id order by expires_on, is_general, lot_id loop
    perform take_from_lot(p_out.id, lot, lot.remaining);
    perform open_lot_after(p_in.id, p_in.to_account_id, lot.lot_id, lot.expires_on, lot.remaining);
  end loop;
end $$;
