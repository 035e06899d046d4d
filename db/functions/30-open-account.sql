-- The account of an owner in the current book, opened on first call; a member's comes with a wallet.
create or replace function open_account(p_kind text, p_owner uuid) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  book smallint;
  opened bigint;
begin
  -- Shared with other openings, and waited for by going live; whoever waited for that looks again and finds the new book.
  select id into book from books where is_current for share;
  if not found then select id into book from books where is_current for share; end if;
  insert into accounts (book_id, kind, owner_id) values (book, p_kind, p_owner)
    on conflict on constraint accounts_one_per_owner do nothing returning id into opened;
  if opened is null then
    select id into strict opened from accounts where book_id = book and kind = p_kind and owner_id = p_owner;
  elsif p_kind = 'member' then
    insert into wallets (account_id) values (opened);
  end if;
  return opened;
end $$;

-- An owner keeps the account that was opened for it: nobody can be pointed at another's wallet. Only going live gives an owner another one: its
-- own in the current book, in the place of its own in an archived one.
create or replace function guard_owner() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    if old.account_id <> new.account_id and not exists (
      select from accounts was join books archived on archived.id = was.book_id and archived.archived_at is not null
        join accounts own on own.id = new.account_id join books b on b.id = own.book_id and b.is_current
       where was.id = old.account_id) then
      raise exception using errcode = '23514', message = tg_table_name || ' ' || new.id || ' keeps account ' || old.account_id;
    end if;
  end if;
  if not exists (select from accounts where id = new.account_id and owner_id = new.id and kind = tg_argv[0]) then
    raise exception using errcode = '23514', message = tg_table_name || ' ' || new.id || ' does not own account ' || new.account_id;
  end if;
  return new;
end $$;

create or replace trigger owns_its_account before insert or update of id, account_id on members
  for each row execute function guard_owner('member');
create or replace trigger owns_its_account before insert or update of id, account_id on programmes
  for each row execute function guard_owner('programme');
create or replace trigger owns_its_account before insert or update of id, account_id on shops
  for each row execute function guard_owner('shop');
create or replace trigger owns_its_account before insert or update of id, account_id on reward_items
  for each row execute function guard_owner('reward');
create or replace trigger owns_its_account before insert or update of id, account_id on member_merges
  for each row execute function guard_owner('merge');
alter table member_merges enable always trigger owns_its_account;
alter table reward_items enable always trigger owns_its_account;
alter table members enable always trigger owns_its_account;
alter table programmes enable always trigger owns_its_account;
alter table shops enable always trigger owns_its_account;
