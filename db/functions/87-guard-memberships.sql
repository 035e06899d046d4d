-- What is done to a membership by staff: never to one's own, never twice, and where two persons are asked for, by two. SQLSTATE KP003, the reason as
-- its message.
create or replace function refuse_membership_act(p_reason text) returns void
language plpgsql as $$
begin
  raise exception using errcode = 'KP003', message = p_reason;
end $$;

-- Its words may be sealed anew, or forgotten with the person: that changes nothing of the suspension.
create or replace function guard_suspension() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  sealed text[] := array['reason_encrypted', 'end_reason_encrypted'];
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - sealed = to_jsonb(old) - sealed then return new; end if;
  if tg_op = 'UPDATE' and old.ended_at is not null then perform refuse_membership_act('not_suspended'); end if;
  if new.reason_encrypted is null or (new.ended_at is not null and new.end_reason_encrypted is null) then
    perform refuse_membership_act('no_reason');
  end if;
  if is_own_member(coalesce(new.ended_by, new.started_by), new.member_id) then perform refuse_membership_act('own_wallet'); end if;
  return new;
end $$;

-- An appeal is sent until its day is over, and answered once, by somebody else than who suspended.
create or replace function guard_appeal() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  suspension member_suspensions;
  sealed text[] := array['text_encrypted', 'answer_encrypted'];
begin
  -- As above.
  if tg_op = 'UPDATE' and to_jsonb(new) - sealed = to_jsonb(old) - sealed then return new; end if;
  select * into strict suspension from member_suspensions where id = new.suspension_id;
  if tg_op = 'INSERT' then
    if suspension.ended_at is not null then perform refuse_membership_act('not_suspended'); end if;
    if city_day(new.sent_at) > suspension.reply_by then perform refuse_membership_act('appeal_too_late'); end if;
  elsif old.answered_at is not null then perform refuse_membership_act('already_answered');
  end if;
  if new.text_encrypted is null or (new.answered_at is not null and new.answer_encrypted is null) then
    perform refuse_membership_act('no_words');
  end if;
  if new.answered_by = suspension.started_by then perform refuse_membership_act('own_suspension'); end if;
  if is_own_member(new.answered_by, suspension.member_id) then perform refuse_membership_act('own_wallet'); end if;
  return new;
end $$;

create or replace function guard_proxy() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    if old.ended_at is not null then perform refuse_membership_act('proxy_ended'); end if;
  elsif is_own_member(new.created_by, new.principal_id) or is_own_member(new.created_by, new.agent_id) then
    perform refuse_membership_act('own_wallet');
  end if;
  return new;
end $$;

create or replace trigger guard_suspension before insert or update on member_suspensions for each row execute function guard_suspension();
create or replace trigger guard_appeal before insert or update on member_appeals for each row execute function guard_appeal();
create or replace trigger guard_proxy before insert or update on proxies for each row execute function guard_proxy();
alter table member_suspensions enable always trigger guard_suspension;
alter table member_appeals enable always trigger guard_appeal;
alter table proxies enable always trigger guard_proxy;
