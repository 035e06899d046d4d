import { numbersGapless } from "../checks/numbers-gapless";
import { type PlantedBug, replaceBody } from "../plant";

export const numberWithoutLock: PlantedBug = {
  name: "a receipt's number is the highest so far and one, read without a lock",
  caughtBy: numbersGapless.name,
  plant: (sql) =>
    replaceBody(
      sql,
      "assign_receipt_number",
      `declare
         payment transfers;
         given integer;
       begin
         select * into strict payment from transfers where public_id = p_transfer;
         select number into given from receipt_numbers where transfer_id = payment.id;
         if found then return given; end if;
         select coalesce(max(number), 0) + 1 into given from receipt_numbers where shop_account_id = payment.to_account_id;
         insert into receipt_counters values (payment.to_account_id, city_day(payment.happened_at), given)
           on conflict on constraint receipt_counters_pk do update set last_number = excluded.last_number;
         insert into receipt_numbers values (payment.to_account_id, city_day(payment.happened_at), given, payment.id);
         return given;
       end`,
    ),
};
