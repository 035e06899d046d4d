-- Rows that are data, not code: staff rename and add to them without a release.
insert into domains (id, name, icon, position) values
  ('health', '健康', 'heart', 1),
  ('environment', '環境', 'leaf', 2),
  ('volunteer', 'ボランティア', 'hands', 3),
  ('commerce', '商業振興', 'shop', 4);
--> statement-breakpoint
insert into shop_categories (id, name, position) values
  ('food', '飲食', 1),
  ('grocery', '食料品', 2),
  ('daily', '日用品', 3),
  ('beauty', '理美容', 4),
  ('health', '健康・薬局', 5),
  ('culture', '本・文化', 6),
  ('service', '生活サービス', 7);
--> statement-breakpoint
insert into settings (key, value, updated_at) values
  ('service_name', '"こまポ"', now()),
  ('unit_name', '"ポイント"', now()),
  ('city_name', '"狛江市"', now()),
  ('colour_primary', '"#115a36"', now()),
  ('colour_on_primary', '"#ffffff"', now()),
  ('contact_phone', '"03-3430-1111"', now()),
  ('contact_hours', '"平日 8時30分から17時15分"', now()),
  ('refund_grace_days', '30', now());
