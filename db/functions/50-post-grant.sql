-- Grants points of a programme to a member as one lot. Locks in the global order: wallet, then budget last.
-- Returns the transfer; on a repeat the first one (its public id is then not the one asked for).
-- Refuses: unknown_account, unknown_programme, event_key_conflict (also where a membership merged into
-- this one has claimed the same), expires_before_grant, happened_in_future, budget_exhausted,
-- book_archived.
create or replace function post_grant(
  p_public_id uuid, p_event_key text, p_member_account bigint, p_programme uuid, p_points integer, p_expires_on date,
  p_activity uuid, p_code uuid, p_happened_at timestamptz, p_actor text, p_reason text default null
) returns transfers
language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off as $$
declare
  body bytea := sha256(convert_to(concat_ws('|', 'grant', p_programme, p_member_account, p_points, p_activity), 'UTF8'));
  posted transfers;
  source record;
  lot bigint;
begin
  perform lock_wallet(p_member_account);
  posted := find_posted(p_event_key, body);
  if posted.id is not null then return posted; end if;

  if p_expires_on < city_day(p_happened_at) then perform refuse_posting('expires_before_grant'); end if;

  select p.account_id, p.funding_source, p.rule_version, p.has_ceiling, a.book_id,
         p_activity is not null and exists (select from accounts o join member_merges g on g.into_member_id = o.owner_id and g.undone_at is null
                                             where o.id = p_member_account) as is_merged
    into source
    from programmes p join accounts a on a.id = p.account_id where p.id = p_programme;
  if not found then perform refuse_posting('unknown_programme'); end if;
  if source.is_merged then perform refuse_claimed_before_merge(p_event_key, p_member_account); end if;
  insert into transfers (public_id, book_id, kind, from_account_id, to_account_id, points, event_key, body_hash,
                         happened_at, recorded_at, balance_after, actor, reason)
  values (p_public_id, source.book_id, 'grant', source.account_id, p_member_account, p_points, p_event_key, body,
          p_happened_at, city_now(), 0, p_actor, p_reason)
  returning * into posted;
  insert into lots (transfer_id, account_id, programme_id, fiscal_year, funding_source, rule_version, activity_id, code_id,
                    expires_on, points)
  values (posted.id, p_member_account, p_programme, fiscal_year(city_day(p_happened_at)), source.funding_source, source.rule_version,
          p_activity, p_code, p_expires_on, p_points)
  returning id into lot;
  insert into open_lots (account_id, expires_on, is_general, lot_id, points, remaining)
  values (p_member_account, p_expires_on, true, lot, p_points, p_points);
  if source.has_ceiling then perform take_budget(p_programme, p_points); end if;
  return posted;
end $$;
