-- Ends what is left of a wallet, all or part, when its member leaves (退会): the points go to the book's forfeiture account.
-- Returns the transfer; on a repeat the first one. Refuses: unknown_account, event_key_conflict, insufficient_points.
create or replace function post_forfeit(
  p_public_id uuid, p_event_key text, p_member_account bigint, p_points integer, p_happened_at timestamptz, p_actor text
) returns transfers
language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off as $$
begin
  perform lock_wallet(p_member_account);
  return take_points('forfeit', p_public_id, p_event_key, p_member_account,
                     account_beside(p_member_account, 'forfeiture', '00000000-0000-4000-8000-0000000f0fe1'), p_points, p_happened_at, p_actor);
end $$;

-- An account in the book of the member's own, opened on first call.
create or replace function account_beside(p_member_account bigint, p_kind text, p_owner uuid) returns bigint
language plpgsql as $$
declare
  book smallint := (select book_id from accounts where id = p_member_account);
begin
  insert into accounts (book_id, kind, owner_id) values (book, p_kind, p_owner)
    on conflict on constraint accounts_one_per_owner do nothing;
  return (select id from accounts where book_id = book and kind = p_kind and owner_id = p_owner);
end $$;
