-- 退会: nothing that tells of the person is left, in one step that cannot be taken by half; the ledger and who it was about, a number, stay.
-- Only for a withdrawal that is due. Refuses with SQLSTATE KP003: not_leaving, points_left.
create or replace function forget_member(p_member uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  who members;
begin
  select * into strict who from members where id = p_member for no key update;
  if who.state <> 'leaving' or who.leaves_at > city_now() then
    raise exception using errcode = 'KP003', message = 'not_leaving';
  end if;
  -- Under its lock: a refund that is under way is waited for, and counts.
  if (lock_wallet(who.account_id)).balance > 0 then
    raise exception using errcode = 'KP003', message = 'points_left';
  end if;
  perform forget_people(array[p_member], city_now(), 'system:withdrawal');
end $$;

-- Of all of these, by a withdrawal or with the closed test. What a member was merged from is the same person.
create or replace function forget_people(p_people uuid[], p_at timestamptz, p_by text) returns void
language plpgsql as $$
declare
  same uuid[];
begin
  with recursive line (id) as (
    select unnest(p_people) union select m.id from members m join line on m.merged_into_id = line.id
  ) select array_agg(id) into same from line;

  perform forget_ways_in(same, p_at, p_by);
  -- The account that showed where the person lives is free again: its hash was kept to tell one person's memberships apart, and data of a person
  -- is kept no longer than its purpose needs (個人情報の保護に関する法律 61条2項). Whoever comes back is a new member and shows it anew.
  update members set nickname_encrypted = null, email_encrypted = null, email_index = null, family_name_encrypted = null,
         given_name_encrypted = null, family_kana_encrypted = null, given_kana_encrypted = null, family_kana_index = null,
         full_kana_index = null, born_on_encrypted = null, born_on_index = null, phone_encrypted = null, birth_year_encrypted = null,
         tie = null, residency_checked_by = null, residency_checked_at = null, residency_valid_until = null,
         residency_subject_index = null, stays_after_test = null
   where id = any(same);
  perform forget_words(same);
  -- By this an address was told apart from others.
  update member_merges set moved = jsonb_set(moved, '{emailMark}', 'null')
   where from_member_id = any(same) and moved ->> 'emailMark' is not null;
  update members set state = 'left', leaves_at = null, left_at = p_at where id = any(p_people);
end $$;

drop function if exists forget_ways_in(uuid[]);
-- Every way in ends, and what it was known by is overwritten with chance: a keyed hash is nobody's any more.
create or replace function forget_ways_in(p_same uuid[], p_at timestamptz, p_by text) returns void
language plpgsql as $$
begin
  delete from rate_limits where exists (
    select from members m where m.id = any(p_same) and m.email_index is not null
       and position(rtrim(translate(encode(m.email_index, 'base64'), '+/' || chr(10), '-_'), '=') in key) > 0);
  -- Whosever they are, what has ended too: it may hold an address that was theirs before, or never became theirs. Not one whose code is being typed
  -- at this moment: it waits for the membership, and is forgotten within minutes by itself.
  delete from sign_in_attempts where id in (
    select id from sign_in_attempts
     where expires_at <= p_at or audience in ('member', 'member_prove', 'member_email')
           and email_index in (select email_index from members where id = any(p_same))
       for update skip locked);
  delete from member_sessions where member_id = any(p_same);
  delete from member_challenges where member_id = any(p_same);
  update member_identities set removed_at = coalesce(removed_at, p_at), subject_index = sha256(gen_random_uuid()::text::bytea)
   where member_id = any(p_same);
  update member_passkeys set removed_at = coalesce(removed_at, p_at), credential_id = sha256(gen_random_uuid()::text::bytea),
         public_key = '', label_encrypted = null where member_id = any(p_same);
  update member_cards set revoked_at = p_at, revoke_reason = 'left' where member_id = any(p_same) and revoked_at is null;
  update member_cards set token_encrypted = null, token_hash = sha256(gen_random_uuid()::text::bytea), pin_hash = null, revoke_reason = 'left'
   where member_id = any(p_same);
  update proxies set ended_at = p_at, ended_by = p_by
   where ended_at is null and (principal_id = any(p_same) or agent_id = any(p_same));
end $$;

-- What was said of them, and by them. That it was said, by whom and when, stays.
create or replace function forget_words(p_same uuid[]) returns void
language plpgsql as $$
begin
  update member_appeals set text_encrypted = null, answer_encrypted = null
   where suspension_id in (select id from member_suspensions where member_id = any(p_same));
  update member_suspensions set reason_encrypted = null, end_reason_encrypted = null where member_id = any(p_same);
end $$;
