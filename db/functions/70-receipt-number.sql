-- The next number of the shop's day for a payment, once. Runs after the payment's commit, so that the counter is never held by it.
create or replace function assign_receipt_number(p_transfer uuid) returns integer
language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off as $$
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
