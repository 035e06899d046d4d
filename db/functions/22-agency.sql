-- 代理: a member who earns or spends for another does so under a proxy of now that allows it, and it stands in both their logs. Who is
-- suspended themself acts for nobody. Called only where
-- actor and wallet are two persons, so that nobody's own posting pays for it.
create or replace function record_agency(p_new transfers, p_principal uuid) returns void
language plpgsql as $$
declare
  agent uuid := substring(p_new.actor from 8)::uuid;
  scope text := case when p_new.kind = 'grant' then 'earn' else 'spend' end;
begin
  if not exists (
    select from public.proxies p
     where p.principal_id = p_principal and p.agent_id = agent and p.ended_at is null
       and p.ends_on >= public.city_day(p_new.recorded_at) and scope = any (p.scopes)
       and not exists (select from public.member_suspensions s where s.member_id = agent and s.ended_at is null)) then
    perform public.refuse_posting('no_proxy');
  end if;
  insert into public.member_events (member_id, recorded_at, kind, actor, detail)
    select member, p_new.recorded_at, 'acted_for', p_new.actor,
           jsonb_build_object('transferId', p_new.public_id, 'kind', p_new.kind, 'points', p_new.points, 'principalId', p_principal)
      from unnest(array[p_principal, agent]) member;
end $$;
