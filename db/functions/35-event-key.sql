-- Law 4: the transfer already posted under this key in the current book, if any; the same key with another body is a conflict.
-- Called with the wallet locked, so a twin of this request has either committed or has not begun.
create or replace function find_posted(p_event_key text, p_body_hash bytea) returns transfers
language plpgsql as $$
declare
  posted transfers;
begin
  select * into posted from transfers where event_key = p_event_key and book_id = (select id from books where is_current);
  if found and posted.body_hash <> p_body_hash then perform refuse_posting('event_key_conflict'); end if;
  return posted;
end $$;

-- Law 5: the one lock of a posting.
create or replace function lock_wallet(p_account bigint) returns wallets
language plpgsql as $$
declare
  wallet wallets;
begin
  select * into wallet from wallets where account_id = p_account for update;
  if not found then perform refuse_posting('unknown_account'); end if;
  return wallet;
end $$;
