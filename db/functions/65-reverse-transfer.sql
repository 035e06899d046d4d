-- Corrects a grant, a payment or an exchange by a new transfer that names it (law 7), whole (p_points null) or part, once.
-- Points go back to, or come out of, the very lots; a lot that has expired meanwhile is followed by a new one of p_grace_days.
-- Refuses: unknown_transfer, not_reversible, already_reversed, more_than_original, grant_already_spent, member_merged, event_key_conflict.
create or replace function reverse_transfer(
  p_public_id uuid, p_event_key text, p_transfer uuid, p_points integer, p_actor text, p_reason text, p_grace_days integer
) returns transfers
language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off as $$
declare
  original transfers;
  reverse_kind text;
  amount integer;
  body bytea;
  wallet wallets;
  posted transfers;
begin
  select * into original from transfers where public_id = p_transfer;
  if not found then perform refuse_posting('unknown_transfer'); end if;
  -- A merge is undone as one (undo_merge), never one side of it.
  select kind into reverse_kind from transfer_routes where reverses_kind = original.kind and original.kind not in ('merge_out', 'merge_in');
  if not found then perform refuse_posting('not_reversible'); end if;
  amount := coalesce(p_points, original.points);
  body := sha256(convert_to(concat_ws('|', reverse_kind, p_transfer, amount), 'UTF8'));

  wallet := lock_wallet(case when original.kind = 'grant' then original.to_account_id else original.from_account_id end);
  posted := find_posted(p_event_key, body);
  if posted.id is not null then return posted; end if;
  perform refuse_shut_wallet(wallet.state, reverse_kind);
  if exists (select from transfers where reverses_id = original.id) then perform refuse_posting('already_reversed'); end if;
  if amount > original.points then perform refuse_posting('more_than_original'); end if;
  if original.kind = 'grant' then perform require_unspent(original.id, amount); end if;

  insert into transfers (public_id, book_id, kind, from_account_id, to_account_id, points, event_key, body_hash,
                         happened_at, recorded_at, balance_after, reverses_id, actor, reason)
  values (p_public_id, original.book_id, reverse_kind, original.to_account_id, original.from_account_id, amount, p_event_key, body,
          greatest(city_now(), original.happened_at), greatest(city_now(), original.recorded_at), 0, original.id, p_actor, p_reason)
  returning * into posted;
  if original.kind = 'grant' then perform take_back_grant(posted.id, original.id, amount);
  else perform give_back_lots(posted, original.id, amount, p_grace_days); end if;
  return posted;
end $$;

-- A grant already spent is not taken back by itself: staff choose to refuse, or to reverse the part that remains.
create or replace function require_unspent(p_grant bigint, p_points integer) returns void
language plpgsql as $$
begin
  if remaining_of_grant(p_grant) < p_points then perform refuse_posting('grant_already_spent'); end if;
end $$;

-- What is still open, in its wallet, of a grant or of what a merge gave: its own lots, and those that follow them because points were given
-- back after they had expired. What a merge took away is in another wallet.
drop function if exists find_open_lot_of(bigint);
create or replace function find_open_lots_of(p_grant bigint) returns setof open_lots
language sql stable as $$
  with recursive line (open_id, lot_id, origin_id) as (
    select l.id, l.id, l.origin_lot_id
      from open_lots o join lots l on l.id = o.lot_id
     where o.account_id = (select min(account_id) from lots where transfer_id = p_grant)
    union all
    select line.open_id, l.id, l.origin_lot_id from line join lots l on l.id = line.origin_id
  )
  select o.* from lots own
    join line on line.lot_id = own.id
    join open_lots o on o.account_id = own.account_id and o.lot_id = line.open_id
   where own.transfer_id = p_grant
   order by o.expires_on, o.is_general, o.lot_id
$$;

-- Points of a grant that nobody has spent, for the page that offers to take them back.
create or replace function remaining_of_grant(p_grant bigint) returns integer
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(sum(remaining), 0)::integer from find_open_lots_of(p_grant)
$$;

create or replace function take_back_grant(p_reversal bigint, p_grant bigint, p_points integer) returns void
language plpgsql as $$
declare
  missing integer := p_points;
  lot open_lots;
  part integer;
  source record;
begin
  for lot in select * from find_open_lots_of(p_grant) loop
    part := least(missing, lot.remaining);
    perform take_from_lot(p_reversal, lot, part);
    missing := missing - part;
    exit when missing = 0;
  end loop;
  select p.id, p.has_ceiling into strict source from lots l join programmes p on p.id = l.programme_id where l.transfer_id = p_grant;
  if source.has_ceiling then perform return_budget(source.id, p_points); end if;
end $$;
