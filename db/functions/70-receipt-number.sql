-- The next number of the shop's day for a payment, once. Runs after the payment's commit, so that the counter is never held by it.
create or replace function assign_receipt_number(p_transfer uuid) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  payment transfers;
  paid_on date;
  given integer;
begin
  select * into payment from transfers where public_id = p_transfer and kind = 'spend';
  if not found then perform refuse_posting('unknown_transfer'); end if;
  paid_on := city_day(payment.happened_at);
  insert into receipt_counters values (payment.to_account_id, paid_on, 0) on conflict do nothing;
  perform from receipt_counters c where c.shop_account_id = payment.to_account_id and c.paid_on = city_day(payment.happened_at) for update;
  select number into given from receipt_numbers where transfer_id = payment.id;
  if found then return given; end if;
  update receipt_counters c set last_number = last_number + 1
   where c.shop_account_id = payment.to_account_id and c.paid_on = city_day(payment.happened_at)
  returning last_number into given;
  insert into receipt_numbers values (payment.to_account_id, paid_on, given, payment.id);
  return given;
end $$;

-- Payments of the last p_since that a crash left without a number, oldest first; returns how many were filled in.
create or replace function assign_missing_receipt_numbers(p_since interval) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  payment record;
  filled integer := 0;
begin
  for payment in
    select t.public_id from transfers t left join receipt_numbers r on r.transfer_id = t.id
     where t.kind = 'spend' and t.recorded_at > city_now() - p_since and r.transfer_id is null order by t.id
  loop
    perform assign_receipt_number(payment.public_id);
    filled := filled + 1;
  end loop;
  return filled;
end $$;
