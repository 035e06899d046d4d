-- 本運用への切り替え: the closed test's book is archived and a real one opened, once, by an approval of two administrators. What a member earned in
-- the test stays where it was written; who agreed to stay, and every programme, shop and item, begins with a new account in the new book.
-- SQLSTATE KP003, the reason as its message: not_approved, not_a_closed_test, clock_is_moved.
create or replace function go_live(p_approval uuid, p_checker uuid, p_reason text) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  moment timestamptz := city_now();
  test_book smallint;
  real_book smallint;
  gone integer;
begin
  perform from approvals where id = p_approval and kind = 'go_live' and state = 'pending' and maker_id <> p_checker for update;
  if not found then perform refuse_going_live('not_approved'); end if;
  -- In the order of every act on a membership, member before book before wallet: those under way end before, and nobody waits for each other.
  perform from members order by id for no key update;
  select id into test_book from books where is_current and kind = 'closed_test' for update;
  if not found then perform refuse_going_live('not_a_closed_test'); end if;
  if (select offset_seconds from city_clock) <> 0 then perform refuse_going_live('clock_is_moved'); end if;
  -- Every posting locks a wallet first: those under way end before, those that wait find their book archived.
  lock table wallets in exclusive mode;

  select max(id) + 1 into real_book from books;
  update books set is_current = false, archived_at = moment where id = test_book;
  insert into books (id, kind, name, is_current) values (real_book, 'real', 'real', true);
  gone := let_testers_go(moment, p_checker);
  perform end_test_papers(moment, p_checker, p_reason);
  return jsonb_build_object('book', real_book, 'gone', gone) || open_real_accounts(real_book);
end $$;

create or replace function refuse_going_live(p_reason text) returns void
language plpgsql as $$
begin
  raise exception using errcode = 'KP003', message = p_reason;
end $$;

drop function if exists let_testers_go(timestamptz, uuid, text);
-- Who did not say that they stay leaves with the test, as by a withdrawal: nothing of the person is kept, and no way in. Points stay in the book.
create or replace function let_testers_go(p_at timestamptz, p_staff uuid) returns integer
language plpgsql as $$
declare
  leaving uuid[] := array(select id from members where state in ('active', 'leaving') and stays_after_test is not true);
begin
  perform forget_people(leaving, p_at, 'staff:' || p_staff);
  insert into member_events (member_id, recorded_at, kind, actor) select unnest(leaving), p_at, 'left', 'staff:' || p_staff;
  return cardinality(leaving);
end $$;

-- What was printed or promised in the test opens nothing any more.
create or replace function end_test_papers(p_at timestamptz, p_staff uuid, p_reason text) returns void
language plpgsql as $$
begin
  update codes set revoked_at = p_at, revoked_by = p_staff, revoke_reason = p_reason where revoked_at is null;
  update test_invitations set revoked_at = p_at where used_at is null and revoked_at is null;
  update quotes set closed_at = p_at where closed_at is null;
end $$;

-- A new account for everybody and everything that goes on, a merged membership too, whose merge may be undone; wallets empty, and no programme with a
-- budget until two persons give it one.
create or replace function open_real_accounts(p_book smallint) returns jsonb
language plpgsql as $$
begin
  insert into accounts (book_id, kind, owner_id)
    select p_book, 'member', id from members where state <> 'left'
    union all select p_book, 'programme', id from programmes
    union all select p_book, 'shop', id from shops
    union all select p_book, 'reward', id from reward_items;
  insert into wallets (account_id) select id from accounts where book_id = p_book and kind = 'member';
  update members o set account_id = a.id from accounts a where a.book_id = p_book and a.kind = 'member' and a.owner_id = o.id;
  update wallets w set state = wallet_state_of(m.id) from members m, accounts a
   where a.id = w.account_id and a.book_id = p_book and m.account_id = a.id;
  update programmes o set account_id = a.id from accounts a where a.book_id = p_book and a.kind = 'programme' and a.owner_id = o.id;
  update shops o set account_id = a.id from accounts a where a.book_id = p_book and a.kind = 'shop' and a.owner_id = o.id;
  update reward_items o set account_id = a.id from accounts a where a.book_id = p_book and a.kind = 'reward' and a.owner_id = o.id;
  update budget_slices set allotted = 0, used = 0;
  return jsonb_build_object('staying', (select count(*) from members where state in ('active', 'leaving')));
end $$;

-- A book is opened and archived by going live and by nothing else; what is archived stays so.
create or replace function guard_book() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if old.archived_at is not null then
    raise exception using errcode = '23001', message = 'book ' || old.id || ' is archived';
  end if;
  return new;
end $$;

create or replace trigger guard_book before update or delete on books for each row execute function guard_book();
alter table books enable always trigger guard_book;
