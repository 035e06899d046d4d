-- Rows that are rewritten often keep room on their page, so that an update stays there and touches no index.
alter table wallets set (fillfactor = 70);
alter table budget_slices set (fillfactor = 50);
alter table receipt_counters set (fillfactor = 50);
alter table open_lots set (fillfactor = 80);
alter table lots reset (fillfactor);

-- Law 3: which kind of transfer may go where, and what it may reverse.
insert into transfer_routes (kind, from_kind, to_kind, reverses_kind) values
  ('grant', 'programme', 'member', null),
  ('spend', 'member', 'shop', null),
  ('grant_reversal', 'member', 'programme', 'grant'),
  ('refund', 'shop', 'member', 'spend'),
  ('exchange', 'member', 'reward', null),
  ('exchange_return', 'reward', 'member', 'exchange'),
  ('forfeit', 'member', 'forfeiture', null),
  ('merge_out', 'member', 'merge', null),
  ('merge_in', 'merge', 'member', null),
  ('merge_in_reversal', 'member', 'merge', 'merge_in'),
  ('merge_out_reversal', 'merge', 'member', 'merge_out')
on conflict do nothing;

insert into city_clock (only_row) values (true) on conflict do nothing;
