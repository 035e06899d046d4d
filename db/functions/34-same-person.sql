-- 統合: the memberships that are one person's by merges that stand: the one named, and all that went into it.
create or replace function same_person(p_member uuid) returns setof uuid
language sql stable as $$
  with recursive same (id) as (
    select p_member
    union
    select g.from_member_id from member_merges g join same on g.into_member_id = same.id where g.undone_at is null
  ) select id from same
$$;

-- What one of a person's memberships has claimed, the one that stays does not claim again. The key names the member, so that it differs for each.
-- Asked with the wallet locked, which a merge locks too: of a merge and a claim at once, the later one sees the earlier one.
create or replace function refuse_claimed_before_merge(p_event_key text, p_account bigint) returns void
language plpgsql as $$
declare
  who uuid := (select owner_id from accounts where id = p_account);
begin
  if exists (
    select from same_person(who) other
      join transfers t on t.event_key = replace(p_event_key, who::text, other::text)
     where t.book_id = (select id from books where is_current)) then
    perform refuse_posting('event_key_conflict');
  end if;
end $$;
