-- A member who is here can come in: by e-mail, a provider, a passkey or a card, or at the counter where they were signed up.
-- At commit, so that a way in can be exchanged for another; the last one is not taken away. SQLSTATE KP003, the reason as its message.
create or replace function guard_way_in() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  who uuid := case when tg_table_name = 'members' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(coalesce(old, new)) ->> 'member_id')::uuid end;
begin
  if exists (
    select from members m
     where m.id = who and m.state in ('active', 'leaving') and m.email_index is null and m.admitted_by is null
       and not exists (select from member_identities i where i.member_id = m.id and i.removed_at is null)
       and not exists (select from member_passkeys p where p.member_id = m.id and p.removed_at is null)
       and not exists (select from member_cards c where c.member_id = m.id and c.revoked_at is null)) then
    raise exception using errcode = 'KP003', message = 'last_way_in';
  end if;
  return null;
end $$;

do $$
declare
  watched text;
begin
  foreach watched in array array['members', 'member_identities', 'member_passkeys'] loop
    if not exists (select from pg_trigger where tgname = 'keeps_a_way_in' and tgrelid = watched::regclass) then
      execute format('create constraint trigger keeps_a_way_in after insert or update on %I
        deferrable initially deferred for each row execute function guard_way_in()', watched);
    end if;
    execute format('alter table %I enable always trigger keeps_a_way_in', watched);
  end loop;
end $$;

-- A membership that has ended, or that is another's by now, is given no way in and no card, whatever writes it: a withdrawal or a merge that is under way is
-- waited for, and seen. SQLSTATE KP003: membership_ended.
create or replace function guard_added_way() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from members where id = new.member_id and state in ('active', 'leaving') for share;
  if not found then raise exception using errcode = 'KP003', message = 'membership_ended'; end if;
  return new;
end $$;

create or replace trigger guard_added_way before insert or update of member_id on member_identities for each row execute function guard_added_way();
alter table member_identities enable always trigger guard_added_way;
create or replace trigger guard_added_way before insert or update of member_id on member_passkeys for each row execute function guard_added_way();
alter table member_passkeys enable always trigger guard_added_way;
create or replace trigger guard_added_way before insert or update of member_id on member_cards for each row execute function guard_added_way();
alter table member_cards enable always trigger guard_added_way;

create or replace function guard_added_email() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  raise exception using errcode = 'KP003', message = 'membership_ended';
end $$;

create or replace trigger guard_added_email before update of email_index on members for each row
  when (new.state in ('left', 'merged') and new.email_index is not null and new.email_index is distinct from old.email_index)
  execute function guard_added_email();
alter table members enable always trigger guard_added_email;
