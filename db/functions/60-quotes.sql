-- Locks an amount for a shop and a member while the clerk looks. The member's earlier open quote is closed.
-- It locks no points. The wallet's lock puts it in line with the member's payments.
create or replace function open_quote(p_id uuid, p_member uuid, p_shop uuid, p_points integer, p_lifetime interval)
returns quotes
language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off as $$
declare
  opened quotes;
  payer bigint := (select account_id from members where id = p_member);
begin
  perform lock_wallet(payer);
  -- Who waited for going live has another wallet now.
  if payer <> (select account_id from members where id = p_member) then
    select account_id into payer from members where id = p_member;
    perform lock_wallet(payer);
  end if;
  update quotes set closed_at = city_now() where member_id = p_member and closed_at is null;
  insert into quotes (id, member_id, member_account_id, shop_id, shop_account_id, points, opened_at, expires_at)
    select p_id, p_member, payer, p_shop, account_id, p_points, city_now(), city_now() + p_lifetime from shops where id = p_shop
    returning * into strict opened;
  return opened;
end $$;

-- Pays what was quoted, once: the quote is the event key, so a repeat returns the first payment, even after the three minutes.
-- `p_agent`: the member who acts for this one, if somebody does.
-- Refuses: unknown_quote, quote_closed, book_archived, quote_expired, shop_closed, insufficient_points.
drop function if exists confirm_quote(uuid, uuid, uuid);
create or replace function confirm_quote(p_quote uuid, p_member uuid, p_public_id uuid, p_agent uuid default null) returns transfers
language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off as $$
declare
  quote quotes;
  posted transfers;
begin
  select * into quote from quotes where id = p_quote and member_id = p_member;
  if not found then perform refuse_posting('unknown_quote'); end if;
  perform lock_wallet(quote.member_account_id);
  select * into strict quote from quotes where id = p_quote;
  -- Paid is paid, in whichever book it was.
  if quote.transfer_public_id is not null then
    select * into strict posted from transfers where public_id = quote.transfer_public_id;
    return posted;
  end if;
  if quote.closed_at is not null then perform refuse_closed_quote(quote.member_account_id); end if;
  if city_now() >= quote.expires_at then perform refuse_posting('quote_expired'); end if;
  if (select closed_at from shops where id = quote.shop_id) is not null then perform refuse_posting('shop_closed'); end if;
  posted := post_spend(p_public_id, 'pay:' || p_quote, quote.member_account_id, quote.shop_account_id, quote.points,
                       city_now(), 'member:' || coalesce(p_agent, p_member));
  update quotes set closed_at = posted.recorded_at, transfer_public_id = posted.public_id where id = p_quote;
  return posted;
end $$;

-- Given up, replaced, or ended with a closed test.
create or replace function refuse_closed_quote(p_account bigint) returns void
language plpgsql as $$
begin
  if exists (select from accounts a join books b on b.id = a.book_id where a.id = p_account and b.archived_at is not null) then
    perform refuse_posting('book_archived');
  end if;
  perform refuse_posting('quote_closed');
end $$;
