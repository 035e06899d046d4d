-- 起案: born pending; what is asked for never changes; it ends once; neither its maker nor its checker acts on their own wallet, and
-- both are enabled, the maker also at the approval. That they are two persons is a check of the table's own.
create or replace function guard_approval() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  person uuid := case when tg_op = 'INSERT' then new.maker_id else new.checker_id end;
begin
  if tg_op = 'INSERT' then
    if new.state <> 'pending' then perform refuse_approval('not_pending'); end if;
  else
    if old.state <> 'pending' then perform refuse_approval('already_decided'); end if;
    if (to_jsonb(new) - array['state', 'checker_id', 'ended_at', 'note', 'result'])
       <> (to_jsonb(old) - array['state', 'checker_id', 'ended_at', 'note', 'result']) then
      perform refuse_approval('approval_never_changes');
    end if;
    -- The address that it invites goes with it: once let in, it stands with the person; else it is nobody's affair any more.
    if new.state <> 'pending' then new.payload := new.payload - 'emailSealed'; end if;
  end if;
  if new.state = 'approved' then
    if exists (select from staff where id = new.maker_id and disabled) then perform refuse_approval('maker_gone'); end if;
    if new.member_id is not null and is_own_member(new.maker_id, new.member_id) then perform refuse_approval('maker_own_wallet'); end if;
  end if;
  if person is null then return new; end if;
  if exists (select from staff where id = person and disabled) then perform refuse_approval('staff_disabled'); end if;
  if new.member_id is not null and is_own_member(person, new.member_id) then perform refuse_approval('own_wallet'); end if;
  return new;
end $$;

-- SQLSTATE KP003, the reason in snake_case as its message.
create or replace function refuse_approval(p_reason text) returns void
language plpgsql as $$
begin
  raise exception using errcode = 'KP003', message = p_reason;
end $$;

create or replace trigger guard_approval before insert or update on approvals for each row execute function guard_approval();
alter table approvals enable always trigger guard_approval;
