-- Every insert into transfers passes here, whoever makes it: one book (laws 1, 12), the whitelist (law 3),
-- reversals that name what they reverse (law 7), and the wallet moved by the same statement (laws 5, 11).
-- Only the ledger's functions and its owner may insert: it runs with their rights, on whatever search path, so all is named in full.
create or replace function guard_transfer() returns trigger
language plpgsql set enable_seqscan = off as $$
declare
  way record;
  wallet_state text;
begin
  -- Accounts are immutable, so they are read without a lock: a lock on a programme's row would be a hot one.
  select source.book_id as from_book, target.book_id as to_book, source.kind as from_kind, route.kind as route, route.reverses_kind,
         case when source.kind = 'member' then source.owner_id else target.owner_id end as member_id,
         book.archived_at
    into way
    from public.accounts source
    join public.books book on book.id = source.book_id
    join public.accounts target on target.id = new.to_account_id
    left join public.transfer_routes route on route.kind = new.kind and route.from_kind = source.kind and route.to_kind = target.kind
   where source.id = new.from_account_id;
  if not found then perform public.refuse_posting('unknown_account'); end if;
  if way.from_book <> new.book_id or way.to_book <> new.book_id then perform public.refuse_other_book(way.from_book, way.to_book); end if;
  if way.archived_at is not null then perform public.refuse_posting('book_archived'); end if;
  if way.route is null then perform public.refuse_posting('route_not_allowed'); end if;
  if (way.reverses_kind is null) <> (new.reverses_id is null) then perform public.refuse_posting('reversal_must_name_its_transfer'); end if;
  -- The app's clock and the database's may differ a little; a date to come would escape every report and reversal.
  if new.happened_at > new.recorded_at + interval '1 minute' then perform public.refuse_posting('happened_in_future'); end if;
  if new.reverses_id is not null then perform public.guard_reversal(new, way.reverses_kind); end if;
  if new.actor like 'staff:%' then
    perform public.refuse_own_wallet(new.actor, case when way.from_kind = 'member' then new.from_account_id else new.to_account_id end);
  elsif new.kind in ('grant', 'spend', 'exchange') and new.actor like 'member:%' and new.actor <> 'member:' || way.member_id then
    perform public.record_agency(new, way.member_id);
  end if;

  if way.from_kind = 'member' then
    update public.wallets set balance = balance - new.points, version = version + 1 where account_id = new.from_account_id
    returning balance, state into new.balance_after, wallet_state;
  else
    update public.wallets set balance = balance + new.points, version = version + 1 where account_id = new.to_account_id
    returning balance, state into new.balance_after, wallet_state;
  end if;
  if not found then perform public.refuse_posting('unknown_account'); end if;
  if wallet_state <> 'open' then perform public.refuse_shut_wallet(wallet_state, new.kind); end if;
  return new;
end $$;

-- Law 12. What was begun before going live and is posted after it may name an old account and a new one: that is no fault, only too late.
create or replace function refuse_other_book(p_from smallint, p_to smallint) returns void
language plpgsql as $$
begin
  if exists (select from public.books where id in (p_from, p_to) and archived_at is not null) then
    perform public.refuse_posting('book_archived');
  end if;
  perform public.refuse_posting('books_never_meet');
end $$;

-- A wallet is as open as its member is. Its state stands in the row that a posting has locked and writes in any case, so that it is asked
-- without a statement more. Nobody earns or spends while suspended, leaving, merged or gone; a correction of what was before a merge waits for its undoing,
-- since its points are in another wallet.
create or replace function refuse_shut_wallet(p_state text, p_kind text) returns void
language plpgsql as $$
begin
  if p_kind in ('grant', 'spend', 'exchange') or (p_state = 'merged' and p_kind in ('grant_reversal', 'refund', 'exchange_return')) then
    perform refuse_posting('member_' || p_state);
  end if;
end $$;

-- Law 7: the same two accounts the other way, whole or part, of a kind that may be reversed, not earlier than it.
create or replace function guard_reversal(p_new transfers, p_reverses_kind text) returns void
language plpgsql as $$
declare
  original transfers;
begin
  select * into original from transfers where id = p_new.reverses_id;
  if not found or original.kind <> p_reverses_kind
     or original.from_account_id <> p_new.to_account_id or original.to_account_id <> p_new.from_account_id then
    perform refuse_posting('not_reversible');
  end if;
  if p_new.points > original.points then perform refuse_posting('more_than_original'); end if;
  -- Goods are handed back in whole: half an exchange would leave its pieces on no shelf.
  if original.kind = 'exchange' and p_new.points < original.points then perform refuse_posting('only_whole'); end if;
  if p_new.happened_at < original.happened_at or p_new.recorded_at < original.recorded_at then
    perform refuse_posting('earlier_than_original');
  end if;
end $$;

create or replace trigger guard_transfer before insert on transfers for each row execute function guard_transfer();
alter table transfers enable always trigger guard_transfer;

-- Nobody on the staff moves points of the wallet that is their own as a citizen: a member they ever named, or the one with their address.
create or replace function is_own_member(p_staff uuid, p_member uuid) returns boolean
language sql stable as $$
  select exists (select from staff_member_links l where l.staff_id = p_staff and l.member_id = p_member)
      or exists (select from staff s join members m on s.email_index = m.email_index where s.id = p_staff and m.id = p_member)
$$;

create or replace function refuse_own_wallet(p_actor text, p_account bigint) returns void
language plpgsql as $$
begin
  if exists (select from members m join staff s on p_actor = 'staff:' || s.id
              where m.account_id = p_account and is_own_member(s.id, m.id)) then
    perform refuse_posting('own_wallet');
  end if;
end $$;
