-- Law 2: what is written stays. ENABLE ALWAYS, so that session_replication_role does not switch it off.
create or replace function refuse_change() returns trigger
language plpgsql as $$
begin
  raise exception using errcode = '23001', message = tg_table_name || ' is append-only: ' || lower(tg_op) || ' refused';
end $$;

do $$
declare
  fixed text;
begin
  foreach fixed in array array['books', 'accounts', 'transfer_routes', 'transfers', 'lots', 'lot_uses', 'receipt_numbers', 'audit_entries', 'reward_exchanges',
    'staff_member_links', 'legal_texts', 'member_consents', 'member_events'] loop
    if fixed not in ('books', 'transfer_routes') then
      execute format('create or replace trigger append_only before update or delete on %I for each row execute function refuse_change()', fixed);
      execute format('alter table %I enable always trigger append_only', fixed);
    end if;
    execute format('create or replace trigger never_truncated before truncate on %I for each statement execute function refuse_change()', fixed);
    execute format('alter table %I enable always trigger never_truncated', fixed);
  end loop;
  foreach fixed in array array['wallets', 'budget_slices', 'quotes', 'receipt_counters', 'approvals', 'approval_counters', 'staff',
    'staff_roles', 'staff_passkeys', 'staff_totps', 'staff_invitations', 'member_cards', 'member_disclosures', 'counter_visits',
    'reward_items', 'members', 'member_identities', 'member_passkeys', 'member_suspensions', 'member_appeals', 'proxies', 'member_merges',
    'test_invitations', 'logos'] loop
    execute format('create or replace trigger never_deleted before delete on %I for each row execute function refuse_change()', fixed);
    execute format('alter table %I enable always trigger never_deleted', fixed);
    execute format('create or replace trigger never_truncated before truncate on %I for each statement execute function refuse_change()', fixed);
    execute format('alter table %I enable always trigger never_truncated', fixed);
  end loop;
end $$;

-- What remains of a lot goes with its last point; all of it at once never.
create or replace trigger never_truncated before truncate on open_lots for each statement execute function refuse_change();
alter table open_lots enable always trigger never_truncated;
