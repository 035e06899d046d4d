-- Last taken, first given back: a part refund keeps the points that live longest.
create or replace function give_back_lots(p_refund transfers, p_spend bigint, p_points integer, p_grace_days integer) returns void
language plpgsql as $$
declare
  missing integer := p_points;
  used record;
  part integer;
begin
  for used in
    select u.lot_id, u.points as taken from lot_uses u join lots l on l.id = u.lot_id
     where u.transfer_id = p_spend order by l.expires_on desc, l.id desc
  loop
    part := least(missing, used.taken);
    perform give_back_to_lot(p_refund, used.lot_id, part, p_grace_days);
    missing := missing - part;
    exit when missing = 0;
  end loop;
end $$;

-- Points given back into a lot that has expired live on in a lot of their own, under the terms of the first.
create or replace function give_back_to_lot(p_refund transfers, p_lot bigint, p_points integer, p_grace_days integer) returns void
language plpgsql as $$
declare
  today date := city_day(p_refund.recorded_at);
  home lots;
begin
  select * into strict home from lots where id = p_lot;
  if home.expires_on < today then
    perform open_lot_after(p_refund.id, home.account_id, home.id, today + p_grace_days, p_points);
    return;
  end if;
  insert into open_lots values (home.account_id, home.expires_on, home.purse = 'general', home.id, home.points, p_points)
    on conflict on constraint open_lots_pk do update set remaining = open_lots.remaining + excluded.remaining;
  insert into lot_uses (transfer_id, lot_id, points) values (p_refund.id, home.id, -p_points);
end $$;

drop function if exists open_grace_lot(bigint, bigint, date, integer);
-- A lot that follows another, with its terms.
create or replace function open_lot_after(p_transfer bigint, p_account bigint, p_origin bigint, p_expires_on date, p_points integer) returns void
language plpgsql as $$
declare
  opened lots;
begin
  insert into lots (transfer_id, account_id, programme_id, purse, fiscal_year, funding_source, rule_version, activity_id, code_id,
                    expires_on, points, origin_lot_id)
    select p_transfer, p_account, programme_id, purse, fiscal_year, funding_source, rule_version, activity_id, code_id,
           p_expires_on, p_points, id from lots where id = p_origin
    returning * into strict opened;
  insert into open_lots
    values (opened.account_id, opened.expires_on, opened.purse = 'general', opened.id, opened.points, opened.points);
end $$;
