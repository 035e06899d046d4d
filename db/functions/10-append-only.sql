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
  foreach fixed in array array['books', 'accounts', 'transfer_routes', 'transfers', 'lot_uses', 'receipt_numbers', 'audit_entries'] loop
    if fixed not in ('books', 'transfer_routes') then
      execute format('create or replace trigger append_only before update or delete on %I for each row execute function refuse_change()', fixed);
      execute format('alter table %I enable always trigger append_only', fixed);
    end if;
    execute format('create or replace trigger never_truncated before truncate on %I for each statement execute function refuse_change()', fixed);
    execute format('alter table %I enable always trigger never_truncated', fixed);
  end loop;
  foreach fixed in array array['wallets', 'lots', 'budget_slices', 'quotes'] loop
    execute format('create or replace trigger never_deleted before delete on %I for each row execute function refuse_change()', fixed);
    execute format('alter table %I enable always trigger never_deleted', fixed);
    execute format('create or replace trigger never_truncated before truncate on %I for each statement execute function refuse_change()', fixed);
    execute format('alter table %I enable always trigger never_truncated', fixed);
  end loop;
end $$;

-- A lot is what its grant said; only what remains of it moves.
create or replace function refuse_lot_rewrite() returns trigger
language plpgsql as $$
begin
  raise exception using errcode = '23001', message = 'lots are append-only but for what remains';
end $$;

create or replace trigger lot_keeps_its_terms before update on lots for each row
  when ((old.id, old.transfer_id, old.account_id, old.programme_id, old.purse, old.fiscal_year, old.funding_source, old.rule_version,
         old.activity_id, old.code_id, old.expires_on, old.points, old.origin_lot_id)
        is distinct from
        (new.id, new.transfer_id, new.account_id, new.programme_id, new.purse, new.fiscal_year, new.funding_source, new.rule_version,
         new.activity_id, new.code_id, new.expires_on, new.points, new.origin_lot_id))
  execute function refuse_lot_rewrite();
alter table lots enable always trigger lot_keeps_its_terms;
