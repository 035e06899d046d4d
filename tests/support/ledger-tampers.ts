/** Ids of the rows that the tampering is done to; accounts and transfers by their numbers. */
export type Tampered = {
  member: number;
  other: number;
  shop: number;
  otherShop: number;
  programme: { id: string; account: number };
  granted: { number: number; id: string };
  /** Paid by a quote and refunded in part. */
  paid: number;
  quoteId: string;
  /** Paid by the other member from a lot that has expired since, and `followed` by its refund. */
  spent: number;
  followed: number;
  /** Two exchanges of an item: one given back by `back`, the other not. */
  returned: { back: number };
  exchanged: number;
  itemId: string;
  /** A merge and its undoing: `home` is the lot that `gave` made `lot` of, and `back` took it back. */
  merged: { id: string; account: number; gave: number; lot: number; home: number; back: number };
};

export type Tamper = [statement: string, named: string];

type Tampers = Record<string, Tamper[]>;

/** The lot of the first grant. */
const lotOf = ({ granted }: Tampered) => `(select id from lots where transfer_id = ${granted.number})`;

function walletTampers(at: Tampered): Tampers {
  const { member, other, shop, paid, followed } = at;
  return {
    "every member account has a wallet, and no other": [
      [`delete from wallets where account_id = ${other}`, `wallets ${other}`],
      [`insert into wallets (account_id) values (${shop})`, `wallets ${shop}`],
    ],
    "a wallet is the sum of its transfers": [
      [`update wallets set balance = balance + 1 where account_id = ${other}`, `wallets ${other}`],
      [`delete from transfers where id = ${followed}`, `wallets ${other}`],
    ],
    "a wallet is the sum of its open lots": [
      [`update open_lots set remaining = remaining - 1 where account_id = ${member}`, `wallets ${member}`],
    ],
    "no wallet is below zero, and no more is held than is in it": [
      [`update wallets set held = 1000 where account_id = ${member}`, `wallets ${member}`],
    ],
    "a wallet is as open as its member is": [
      [`update wallets set state = 'suspended' where account_id = ${other}`, `wallets ${other}`],
    ],
    "the balance after each transfer follows from the one before it": [
      [`update transfers set balance_after = 7 where id = ${paid}`, `transfers ${paid}`],
    ],
  };
}

function transferTampers(at: Tampered): Tampers {
  const { shop, otherShop, programme, granted, paid, spent, followed } = at;
  return {
    "a transfer moves a positive number between two accounts of its book, on a way that is allowed": [
      [`update transfers set to_account_id = ${programme.account} where id = ${spent}`, `transfers ${spent}`],
      [`update accounts set book_id = 7 where id = ${shop}`, `transfers ${paid}`],
    ],
    "no event key and no public id appears twice": [
      [`update transfers set event_key = 'x' where id in (${granted.number}, ${paid})`, `transfers ${paid}`],
      [`update transfers set public_id = '${granted.id}' where id = ${paid}`, `transfers ${paid}`],
    ],
    "a transfer is what its caller asked for": [
      [`update transfers set points = points + 1 where id = ${paid}`, `transfers ${paid}`],
      [`update transfers set to_account_id = ${otherShop} where id = ${spent}`, `transfers ${spent}`],
    ],
    "a reversal goes the way back of one earlier transfer, and for no more than it": [
      [`update transfers set reverses_id = ${granted.number} where id = ${followed}`, `transfers ${followed}`],
      [`update transfers set reason = '' where id = ${followed}`, `transfers ${followed}`],
    ],
    "nothing is reversed twice": [
      [`update transfers set reverses_id = ${paid} where id = ${followed}`, `transfers ${followed}`],
    ],
  };
}

function paymentTampers(at: Tampered): Tampers {
  const { otherShop, quoteId, spent } = at;
  return {
    "the receipt numbers of a shop's day run from one without a gap": [
      [`update receipt_numbers set number = 5 where transfer_id = ${spent}`, "receipt_numbers *"],
      [`delete from receipt_numbers where transfer_id = ${spent}`, "receipt_numbers *"],
    ],
    "a receipt number is of its payment's shop and day": [
      [
        `update receipt_numbers set shop_account_id = ${otherShop} where transfer_id = ${spent}`,
        `receipt_numbers ${spent}`,
      ],
    ],
    "a quote that was paid is its payment, and a payment of a quote is that quote's only one": [
      [`update quotes set points = 149 where id = '${quoteId}'`, `quotes ${quoteId}`],
      [`update quotes set transfer_public_id = null where id = '${quoteId}'`, `quotes pay:${quoteId}`],
    ],
  };
}

function rewardTampers({ returned, exchanged, itemId }: Tampered): Tampers {
  return {
    "an exchange is for whole pieces of the item whose account took its points": [
      [`delete from reward_exchanges where transfer_id = ${exchanged}`, `reward_exchanges ${exchanged}`],
      [`update reward_exchanges set pieces = 3 where transfer_id = ${exchanged}`, `reward_exchanges ${exchanged}`],
    ],
    "only a whole exchange is given back": [
      [`update transfers set points = points - 1 where id = ${returned.back}`, `transfers ${returned.back}`],
    ],
    "an item's stock is what came in, less what was handed over and not given back": [
      [`update reward_items set stock = stock + 1 where id = '${itemId}'`, `reward_items ${itemId}`],
    ],
  };
}

function mergeTampers({ merged: { id, account, gave, lot, home, back } }: Tampered): Tampers {
  return {
    "a merge's account holds nothing, and was passed once each way at most": [
      [`update transfers set points = points + 1 where id = ${gave}`, `accounts ${account}`],
    ],
    "a lot that a merge gave is one that it took, under the very terms": [
      [`update lots set expires_on = '2098-01-01' where id = ${lot}`, `lots ${lot}`],
      [`update lots set origin_lot_id = ${lot} where id = ${lot}`, `lots ${lot}`],
    ],
    "an undone merge gives back to each lot what it takes back of it": [
      [`update lot_uses set points = points - 1 where transfer_id = ${back}`, `lots ${home}`],
    ],
    "a merge that moved points is of two members, as its record says": [
      [`update member_merges set points = points + 1 where id = '${id}'`, `member_merges ${id}`],
      [`delete from member_merges where id = '${id}'`, `member_merges ${id}`],
      [`update member_merges set from_member_id = into_member_id where id = '${id}'`, `member_merges ${id}`],
    ],
  };
}

function lotTampers(at: Tampered): Tampers {
  const { programme, paid, spent, followed } = at;
  const lot = lotOf(at);
  return {
    "what remains of a lot is its points less its uses": [
      [`update open_lots set remaining = remaining + 1 where lot_id = ${lot}`, "open_lots 1"],
      [`update open_lots set expires_on = '2100-01-01' where lot_id = ${lot}`, "open_lots 1"],
      [`delete from lot_uses where transfer_id = ${paid}`, "open_lots 2"],
    ],
    "a transfer moved exactly what its lots gained or gave": [
      [`delete from lot_uses where transfer_id = ${spent}`, `transfers ${spent}`],
      [`insert into lot_uses values (999999, ${lot}, 5)`, "transfers 999999"],
    ],
    "a transfer takes from, or gives back to, its own member's lots, and a correction only those of its original": [
      [`update lot_uses set lot_id = ${lot} where transfer_id = ${spent}`, `lot_uses ${spent}/1`],
    ],
    "a grant's lot has the terms of its programme, its activity and its code": [
      [`update lots set fiscal_year = 2000 where id = ${lot}`, "lots 1"],
      [`update lots set rule_version = 9 where id = ${lot}`, "lots 1"],
      [`update lots set activity_id = gen_random_uuid() where id = ${lot}`, "lots 1"],
    ],
    "a lot that follows an expired one has its terms, and holds no more than was taken from it": [
      [`update lots set origin_lot_id = ${lot} where transfer_id = ${followed}`, "lots 4"],
    ],
    "a budget's use is what was granted less what was taken back, and never above the ceiling": [
      [
        `update budget_slices set used = used - 1 where programme_id = '${programme.id}' and slice = 3`,
        `budget_slices ${programme.id}`,
      ],
      [`delete from budget_slices where programme_id = '${programme.id}'`, `budget_slices ${programme.id}`],
    ],
  };
}

/** What a tampering hand might do under each rule, and the row that verification then names; `*`: one row of the table. */
export const tampersOf = (at: Tampered): Tampers => ({
  ...walletTampers(at),
  ...transferTampers(at),
  ...lotTampers(at),
  ...mergeTampers(at),
  ...paymentTampers(at),
  ...rewardTampers(at),
});
