import { issueCode } from "@/lib/codes/issue-code";
import { createProgramme } from "@/lib/programmes/create-programme";
import { executeSetProgrammeBudget } from "@/lib/programmes/execute-set-programme-budget";
import { ProgrammeInput } from "@/lib/programmes/input";
import { newId } from "@/lib/shared/ids";
import { createShop } from "@/lib/shops/create-shop";
import { ShopInput } from "@/lib/shops/input";
import { addStaff } from "@/lib/staff/add-staff";
import { approveDraft } from "./approve-draft";
import { type SeedShop, seedShops } from "./data/shops";
import { type SectionName, staffPeople } from "./data/staff";
import { giveTotp } from "./give-totp";
import type { PlannedProgramme } from "./plan-calendar";
import { find, must, type World } from "./world";

const weekdayNames = ["日", "月", "火", "水", "木", "金", "土"];
/** The section that keeps the partner shops. */
const shopSection: SectionName = "地域活性課";

/**
 * Resolves to who acts for a section: the first who works there, or in the point office, which is the first section; and to who approves.
 * Everybody gets an authenticator app whose secret is known, as if they had enrolled.
 */
export async function hireStaff(at: Date): Promise<Pick<World, "actorOf" | "approver">> {
  const bySection = new Map<string, string>();
  const approvers: string[] = [];
  for (const { details, totp } of staffPeople) {
    const { staffId } = await addStaff(details, at);
    await giveTotp(staffId, totp, at);
    if (!bySection.has(details.section)) bySection.set(details.section, staffId);
    if (details.roles?.join() === "approver") approvers.push(staffId);
  }
  const [office] = bySection.values();
  const [approver] = approvers;
  if (!office || !approver) throw new Error("The seed has nobody who asks at /admin, or nobody who approves.");
  return {
    actorOf: (section) => ({ staffId: bySection.get(section) ?? office, requestId: null, scope: "everywhere" }),
    approver: { staffId: approver, requestId: null },
  };
}

export async function setUpProgramme(
  programme: PlannedProgramme,
  sections: Map<SectionName, string>,
  world: World,
  at: Date,
): Promise<void> {
  const { expiry, section } = programme;
  const input = ProgrammeInput.parse({
    ...programme,
    id: newId(),
    domainId: programme.domain,
    sectionId: find(sections, section),
    points: String(programme.points),
    budget: String(programme.budget),
    expiryKind: expiry.kind,
    expiryCount: "count" in expiry ? String(expiry.count) : "",
    expiryOn: programme.expiryOn ?? "",
  });
  const { id, draft } = must(await createProgramme(input, world.actorOf(section), at), `programme ${programme.name}`);
  if (!draft) throw new Error("The seed's programme came with no draft of its budget.");
  await approveDraft(draft, executeSetProgrammeBudget, world, at);
  world.programmes.set(programme.key, { id, section });
}

export async function setUpShops(world: World, at: Date): Promise<void> {
  const actor = world.actorOf(shopSection);
  for (const [index, shop] of seedShops.entries()) {
    const input = ShopInput.parse({
      ...shop,
      id: newId(),
      categoryId: shop.category,
      nameKana: shop.kana,
      openingHours: describeHours(shop),
      phone: `03-0000-${String(index + 1).padStart(4, "0")}`,
    });
    const { id: shopId } = must(await createShop(input, actor, at), `shop ${shop.name}`);
    const { token } = must(await issueCode({ shopId }, actor, at), `code of ${shop.name}`);
    world.shopTokens.set(shop, token);
  }
}

/** 「10時から18時30分（水曜定休）」 */
function describeHours({ opens, closes, closedOn }: SeedShop): string {
  const closed = closedOn.map((weekday) => weekdayNames[weekday]).join("・");
  return `${describeTime(opens)}から${describeTime(closes)}（${closed ? `${closed}曜定休` : "年中無休"}）`;
}

function describeTime(time: string): string {
  const [hours, minutes] = time.split(":").map(Number);
  return `${hours}時${minutes ? `${minutes}分` : ""}`;
}
