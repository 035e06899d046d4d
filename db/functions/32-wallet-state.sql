-- Keeps the copy of a member's state in their wallet (law 11: it can be made again from the rows it is a copy of).
create or replace function wallet_state_of(p_member uuid) returns text
language sql stable as $$
  select case when m.state in ('merged', 'left') then m.state
              when exists (select from member_suspensions s where s.member_id = m.id and s.ended_at is null) then 'suspended'
              when m.state = 'leaving' then 'leaving'
              else 'open' end
    from members m where m.id = p_member
$$;

create or replace function keep_wallet_state() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  who uuid := case when tg_table_name = 'members' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'member_id')::uuid end;
begin
  -- Locked before it is asked for: of two changes at once, the later one sees the earlier one.
  perform from wallets where account_id = (select account_id from members where id = who) for update;
  update wallets set state = wallet_state_of(who) where account_id = (select account_id from members where id = who);
  return null;
end $$;

create or replace trigger keeps_wallet_state after update of state on members for each row execute function keep_wallet_state();
create or replace trigger keeps_wallet_state after insert or update on member_suspensions for each row execute function keep_wallet_state();
alter table members enable always trigger keeps_wallet_state;
alter table member_suspensions enable always trigger keeps_wallet_state;
