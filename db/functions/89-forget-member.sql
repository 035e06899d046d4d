-- 退会: nothing that tells of the person is left, in one step that cannot be taken by half; the ledger and who it was about, a number, stay.
-- Only for a withdrawal that is due. What the member was merged from is the same person. Refuses with SQLSTATE KP003: not_leaving, points_left.
create or replace function forget_member(p_member uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  who members;
  same uuid[];
begin
  select * into strict who from members where id = p_member for update;
  if who.state <> 'leaving' or who.leaves_at > city_now() then
    raise exception using errcode = 'KP003', message = 'not_leaving';
  end if;
  if (select balance from wallets where account_id = who.account_id) > 0 then
    raise exception using errcode = 'KP003', message = 'points_left';
  end if;
  with recursive line (id) as (
    select p_member union select m.id from members m join line on m.merged_into_id = line.id
  ) select array_agg(id) into same from line;

  perform forget_ways_in(same);
  update members set nickname = null, email_encrypted = null, email_index = null, family_name_encrypted = null,
         given_name_encrypted = null, family_kana_encrypted = null, given_kana_encrypted = null, family_kana_index = null,
         full_kana_index = null, born_on_encrypted = null, born_on_index = null, phone_encrypted = null, birth_year_encrypted = null,
         tie = null, residency_checked_by = null, residency_checked_at = null, residency_valid_until = null
   where id = any(same);
  update members set state = 'left', leaves_at = null, left_at = city_now() where id = p_member;
end $$;

-- Every way in ends, and what it was known by is overwritten with chance: a keyed hash is nobody's any more.
create or replace function forget_ways_in(p_same uuid[]) returns void
language plpgsql as $$
begin
  delete from rate_limits where exists (
    select from members m where m.id = any(p_same) and m.email_index is not null
       and position(rtrim(translate(encode(m.email_index, 'base64'), '+/' || chr(10), '-_'), '=') in key) > 0);
  delete from sign_in_attempts where audience = 'member' and email_index in (select email_index from members where id = any(p_same));
  delete from member_sessions where member_id = any(p_same);
  delete from member_challenges where member_id = any(p_same);
  update member_identities set removed_at = coalesce(removed_at, city_now()), subject_index = sha256(gen_random_uuid()::text::bytea)
   where member_id = any(p_same);
  update member_passkeys set removed_at = coalesce(removed_at, city_now()), credential_id = sha256(gen_random_uuid()::text::bytea),
         public_key = '', label = '' where member_id = any(p_same);
  update member_cards set revoked_at = city_now(), revoke_reason = 'left' where member_id = any(p_same) and revoked_at is null;
  update member_appeals set text_encrypted = '' where suspension_id in (select id from member_suspensions where member_id = any(p_same));
  update proxies set ended_at = city_now(), ended_by = 'system:withdrawal'
   where ended_at is null and (principal_id = any(p_same) or agent_id = any(p_same));
end $$;
