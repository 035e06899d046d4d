-- A card: nobody on the staff makes one for their own wallet, and what was made void stays void. SQLSTATE KP003, the reason as its message.
create or replace function guard_card() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  forgotten text[] := array['token_encrypted', 'token_hash', 'pin_hash', 'revoke_reason'];
begin
  if tg_op = 'INSERT' then
    if is_own_member(new.issued_by, new.member_id) then
      raise exception using errcode = 'KP003', message = 'own_wallet';
    end if;
  -- Its token may be sealed anew, and what it tells of a person who left be forgotten: that changes nothing of the card.
  elsif old.revoked_at is not null and to_jsonb(new) - forgotten <> to_jsonb(old) - forgotten then
    raise exception using errcode = 'KP003', message = 'card_is_void';
  end if;
  return new;
end $$;

create or replace trigger guard_card before insert or update on member_cards for each row execute function guard_card();
alter table member_cards enable always trigger guard_card;
