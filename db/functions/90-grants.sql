-- What the app may do: read all, write the domain's rows, and post through the ledger's functions only.
-- Everything is taken back first: what this file no longer names is no longer allowed.
revoke all on all tables in schema public from public, komapo_app, komapo_readonly;
revoke all on all sequences in schema public from public, komapo_app, komapo_readonly;
revoke execute on all functions in schema public from public, komapo_app, komapo_readonly;
grant usage on schema public to komapo_app, komapo_readonly;
grant select on all tables in schema public to komapo_app, komapo_readonly;

-- Column by column: whose account, whose code and who joined when never change.
grant insert on programmes, activities, shops, codes, members, staff, audit_entries, sections to komapo_app;
grant update (domain_id, section_id, name, policy_goal, kpi, starts_on, ends_on, funding_source, points,
              expiry_kind, expiry_count, expiry_on, rule_version) on programmes to komapo_app;
grant update (group_id, title, summary, place, organiser, audience, starts_at, ends_at, opens_at, closes_at, points, claim_limit, cancelled_at)
  on activities to komapo_app;
grant update (category_id, name, name_kana, address, opening_hours, phone, summary, closed_at) on shops to komapo_app;
grant update (revoked_at, revoked_by, revoke_reason) on codes to komapo_app;
grant update (nickname_encrypted, family_name_encrypted, given_name_encrypted, family_kana_encrypted, given_kana_encrypted, family_kana_index,
              full_kana_index, born_on_encrypted, born_on_index, phone_encrypted, tie, email_encrypted, email_index,
              birth_year_encrypted, registered_at, residency_checked_by, residency_checked_at, residency_valid_until, residency_subject_index,
              state, leaves_at, left_at, merged_into_id, stays_after_test) on members to komapo_app;
grant usage on sequence member_numbers to komapo_app;
grant insert, update, delete on member_sessions, staff_sessions, sign_in_attempts, rate_limits, staff_challenges,
  member_challenges, provider_logouts to komapo_app;

-- Who may do what, by which proof, and whose acts need a second person.
grant insert on approvals, approval_counters, staff_roles, staff_member_links, staff_passkeys, staff_totps, staff_invitations to komapo_app;
grant update (state, checker_id, ended_at, note, result) on approvals to komapo_app;
grant update (last_number) on approval_counters to komapo_app;
grant update (disabled, member_id, name, section_id) on staff to komapo_app;
grant update (ended_at, ended_by_approval) on staff_roles to komapo_app;
grant update (sign_count, backed_up, label_encrypted, last_used_at, removed_at) on staff_passkeys to komapo_app;
grant update (last_step, confirmed_at, removed_at) on staff_totps to komapo_app;
grant update (tries_left, used_at, revoked_at) on staff_invitations to komapo_app;

-- 窓口 and 記念品
grant insert on member_cards, member_disclosures, counter_visits, reward_items, reward_exchanges to komapo_app;
grant update (revoked_at, revoked_by, revoke_reason, pin_hash, pin_tries_left) on member_cards to komapo_app;
grant update (last_seen_at, ended_at, ended_by) on counter_visits to komapo_app;
grant update (name, summary, points, stock, closed_at) on reward_items to komapo_app;

-- 個人ID
grant insert on member_identities, member_passkeys, member_consents, member_events, member_suspensions, member_appeals, proxies,
  member_merges, test_invitations, logos to komapo_app;
grant update (last_used_at, removed_at, member_id) on member_identities to komapo_app;
grant update (sign_count, backed_up, label_encrypted, last_used_at, removed_at, member_id) on member_passkeys to komapo_app;
grant update (ended_at, ended_by, end_reason_encrypted) on member_suspensions to komapo_app;
grant update (answer_encrypted, is_upheld, answered_at, answered_by) on member_appeals to komapo_app;
grant update (ended_at, ended_by) on proxies to komapo_app;
grant update (undone_at, undo_approval_id) on member_merges to komapo_app;
grant update (used_by, used_at, revoked_at) on test_invitations to komapo_app;
grant insert on legal_texts to komapo_app;

-- 鍵の更新: what is sealed is sealed anew with a new key.
grant update (secret_encrypted) on codes to komapo_app;
grant update (email_encrypted) on staff to komapo_app;
grant update (secret_encrypted) on staff_totps to komapo_app;
grant update (token_encrypted) on member_cards to komapo_app;
grant update (text_encrypted) on member_appeals to komapo_app;
grant update (reason_encrypted) on member_suspensions to komapo_app;
grant insert, update on settings to komapo_app;

grant execute on function
  city_now(), city_day(timestamptz), fiscal_year(date),
  open_account(text, uuid), set_budget(uuid, bigint),
  post_grant(uuid, text, bigint, uuid, integer, date, uuid, uuid, timestamptz, text, text),
  forget_member(uuid), member_number(bigint), is_own_member(uuid, uuid), same_person(uuid),
  post_exchange(uuid, text, bigint, bigint, integer, timestamptz, text),
  post_spend(uuid, text, bigint, bigint, integer, timestamptz, text),
  open_quote(uuid, uuid, uuid, integer, interval), confirm_quote(uuid, uuid, uuid, uuid),
  post_merge(uuid, uuid, uuid, bigint, bigint, text), undo_merge(uuid, uuid, uuid, text, text, integer),
  post_forfeit(uuid, text, bigint, integer, timestamptz, text),
  reverse_transfer(uuid, text, uuid, integer, text, text, integer), remaining_of_grant(bigint),
  assign_receipt_number(uuid), go_live(uuid, uuid, text)
to komapo_app;
grant execute on function city_now(), city_day(timestamptz), fiscal_year(date) to komapo_readonly;
