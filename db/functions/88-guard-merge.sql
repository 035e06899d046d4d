-- 統合: staff merge two memberships by an approved draft of that kind, and undo it by another; neither maker nor checker is either of the two persons.
-- At commit, when the approval has its checker. A member who joins their own card needs no approval (`approval_id` is null).
create or replace function guard_merge() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  approval_of uuid := coalesce(new.undo_approval_id, new.approval_id);
  wanted text := case when new.undo_approval_id is null then 'merge_members' else 'undo_merge' end;
  approval approvals;
begin
  if approval_of is null then return null; end if;
  -- What it tells of an address is forgotten with its person: no act on the merge.
  if tg_op = 'UPDATE' and to_jsonb(new) = jsonb_set(to_jsonb(old), '{moved,emailMark}', 'null') then return null; end if;
  select * into approval from approvals where id = approval_of;
  if approval.state is distinct from 'approved' or approval.kind <> wanted then perform refuse_membership_act('not_approved'); end if;
  if exists (select from unnest(array[approval.maker_id, approval.checker_id]) person, unnest(array[new.from_member_id, new.into_member_id]) member
              where is_own_member(person, member)) then
    perform refuse_membership_act('own_wallet');
  end if;
  return null;
end $$;

do $$
begin
  if not exists (select from pg_trigger where tgname = 'guard_merge' and tgrelid = 'member_merges'::regclass) then
    create constraint trigger guard_merge after insert or update on member_merges
      deferrable initially deferred for each row execute function guard_merge();
  end if;
end $$;
alter table member_merges enable always trigger guard_merge;
