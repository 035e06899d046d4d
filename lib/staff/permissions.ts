/** 役割. Held within one section (課) or group (団体), or everywhere. */
export const roles = [
  "viewer",
  "counter",
  "programme",
  "approver",
  "accountant",
  "content",
  "administrator",
  "auditor",
  "organiser",
] as const;
export type Role = (typeof roles)[number];

const office = ["viewer", "counter", "programme", "approver", "accountant", "auditor"] as const;

/**
 * The one table of who may do what. A permission is a thing and an act; the roles beside it have it, within the sections they are held in.
 * Which acts need a second person is not here: `lib/approvals/decide-approval-need.ts`.
 */
export const permissions = {
  /** The console's first page and one's own devices and factors: everybody who works here. */
  "console.read": roles,
  "programme.read": office,
  "programme.write": ["programme"],
  "activity.read": [...office, "content", "organiser"],
  "activity.write": ["programme"],
  "code.read": ["programme", "organiser"],
  "code.write": ["programme"],
  "shop.read": [...office, "content"],
  "shop.write": ["programme"],
  "grant.read": office,
  "grant.correct": ["programme"],
  "usage.read": ["viewer", "programme", "approver", "accountant", "auditor"],
  "usage.export": ["programme", "approver", "accountant", "auditor"],
  "reward.read": office,
  "reward.write": ["programme"],
  /** Search of members, one member with a purpose, the counter and its acts. */
  "member.read": ["counter"],
  "counter.act": ["counter"],
  "card.issue": ["counter"],
  /** 統合, 利用停止 and its appeal, 代理, 居住の確認. */
  "member.merge": ["counter"],
  "member.suspend": ["counter"],
  "appeal.answer": ["approver"],
  "proxy.write": ["counter"],
  /** Name, colours, limits; the closed test's invitations; the step into the real run. */
  "settings.read": ["administrator", "auditor"],
  "settings.write": ["administrator"],
  "invitation.write": ["administrator"],
  "approval.read": ["programme", "approver", "administrator", "auditor"],
  /** Acts of the programmes, and acts on the staff themselves, each by a second person who may do the like. */
  "approval.decide": ["approver"],
  "staff.approve": ["administrator"],
  "audit.read": ["auditor", "administrator"],
  "audit.export": ["auditor"],
  "staff.read": ["administrator", "auditor"],
  "staff.manage": ["administrator"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

export const permissionNames = Object.keys(permissions) as Permission[];
