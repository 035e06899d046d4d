-- Spends a member's points at a shop, earliest-expiring lot first, purpose-bound before general, then oldest (law 6).
-- Returns the transfer; on a repeat the first one. Refuses: unknown_account, event_key_conflict, insufficient_points.
create or replace function post_spend(
  p_public_id uuid, p_event_key text, p_member_account bigint, p_shop_account bigint, p_points integer,
  p_happened_at timestamptz, p_actor text
) returns transfers
language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off as $$
begin
  return take_points('spend', p_public_id, p_event_key, p_member_account, p_shop_account, p_points, p_happened_at, p_actor);
end $$;

-- Exchanges a member's points for goods (交換), under the same law. Refuses the same, and own_wallet.
create or replace function post_exchange(
  p_public_id uuid, p_event_key text, p_member_account bigint, p_reward_account bigint, p_points integer,
  p_happened_at timestamptz, p_actor text
) returns transfers
language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off as $$
begin
  return take_points('exchange', p_public_id, p_event_key, p_member_account, p_reward_account, p_points, p_happened_at, p_actor);
end $$;

create or replace function take_points(
  p_kind text, p_public_id uuid, p_event_key text, p_member_account bigint, p_to_account bigint, p_points integer,
  p_happened_at timestamptz, p_actor text
) returns transfers
language plpgsql as $$
declare
  body bytea := sha256(convert_to(concat_ws('|', p_kind, p_member_account, p_to_account, p_points), 'UTF8'));
  wallet wallets;
  posted transfers;
begin
  wallet := lock_wallet(p_member_account);
  posted := find_posted(p_event_key, body);
  if posted.id is not null then return posted; end if;
  if wallet.balance - wallet.held < p_points then perform refuse_posting('insufficient_points'); end if;

  insert into transfers (public_id, book_id, kind, from_account_id, to_account_id, points, event_key, body_hash,
                         happened_at, recorded_at, balance_after, actor)
  values (p_public_id, (select book_id from accounts where id = p_member_account), p_kind, p_member_account, p_to_account, p_points,
          p_event_key, body, p_happened_at, city_now(), 0, p_actor)
  returning * into posted;
  perform take_lots(posted.id, p_member_account, p_points);
  return posted;
end $$;

-- The wallet's lock, held by the caller, stands for all of its lots. A lot past its day is spent like any other until the
-- expiry run has taken it: expiry is an entry, never a filter (law 8), so each point is either spent or expired.
create or replace function take_lots(p_transfer bigint, p_account bigint, p_points integer) returns void
language plpgsql as $$
declare
  missing integer := p_points;
  lot open_lots;
  part integer;
begin
  -- A lot has a point at least, so the limit changes nothing but the plan: in the key's order, only as far as needed.
  for lot in
    select * from open_lots where account_id = p_account order by expires_on, is_general, lot_id limit p_points
  loop
    part := least(missing, lot.remaining);
    perform take_from_lot(p_transfer, lot, part);
    missing := missing - part;
    exit when missing = 0;
  end loop;
  if missing > 0 then raise exception 'account % has a balance that its lots do not hold', p_account; end if;
end $$;

create or replace function take_from_lot(p_transfer bigint, p_lot open_lots, p_points integer) returns void
language plpgsql as $$
begin
  if p_points = p_lot.remaining then
    delete from open_lots where account_id = p_lot.account_id and expires_on = p_lot.expires_on
       and is_general = p_lot.is_general and lot_id = p_lot.lot_id;
  else
    update open_lots set remaining = remaining - p_points where account_id = p_lot.account_id and expires_on = p_lot.expires_on
       and is_general = p_lot.is_general and lot_id = p_lot.lot_id;
  end if;
  insert into lot_uses (transfer_id, lot_id, points) values (p_transfer, p_lot.lot_id, p_points);
end $$;
