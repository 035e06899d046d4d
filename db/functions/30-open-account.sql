-- The account of an owner in the current book, opened on first call; a member's comes with a wallet.
create or replace function open_account(p_kind text, p_owner uuid) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  book smallint := (select id from books where is_current);
  opened bigint;
begin
  insert into accounts (book_id, kind, owner_id) values (book, p_kind, p_owner)
    on conflict on constraint accounts_one_per_owner do nothing returning id into opened;
  if opened is null then
    select id into strict opened from accounts where book_id = book and kind = p_kind and owner_id = p_owner;
  elsif p_kind = 'member' then
    insert into wallets (account_id) values (opened);
  end if;
  return opened;
end $$;
