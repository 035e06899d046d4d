-- テスト運用: while the current book is a closed test, whoever is registered has used an invitation. At commit, so that member and invitation
-- may be written in either order; who was registered before is not asked again. SQLSTATE KP003, the reason as its message.
create or replace function guard_admission() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.registered_at is null then return null; end if;
  if tg_op = 'UPDATE' then
    if old.registered_at is not null then return null; end if;
  end if;
  if exists (select from books where is_current and kind = 'closed_test')
     and not exists (select from test_invitations where used_by = new.id) then
    raise exception using errcode = 'KP003', message = 'invitation_missing';
  end if;
  return null;
end $$;

do $$
begin
  if not exists (select from pg_trigger where tgname = 'joins_by_invitation' and tgrelid = 'members'::regclass) then
    create constraint trigger joins_by_invitation after insert or update of registered_at on members
      deferrable initially deferred for each row execute function guard_admission();
  end if;
end $$;
alter table members enable always trigger joins_by_invitation;

-- An invitation is used once, by one person, and what was used or revoked stays so.
create or replace function guard_invitation() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if old.used_at is not null or old.revoked_at is not null then
    raise exception using errcode = 'KP003', message = 'invitation_over';
  end if;
  return new;
end $$;

create or replace trigger guard_invitation before update on test_invitations for each row execute function guard_invitation();
alter table test_invitations enable always trigger guard_invitation;
