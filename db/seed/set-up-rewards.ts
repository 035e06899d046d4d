import { createItem } from "@/lib/rewards/create-item";
import { exchangeItem } from "@/lib/rewards/exchange-item";
import { RewardInput } from "@/lib/rewards/input";
import { newId } from "@/lib/shared/ids";
import { seedRewards } from "./data/rewards";
import type { SectionName } from "./data/staff";
import type { Step } from "./step";
import { find, must, type World } from "./world";

/** The counter of the demo: who works there may hand over every section's goods. */
const counterSection: SectionName = "市民課";

export async function setUpRewards(sections: Map<SectionName, string>, world: World, at: Date): Promise<void> {
  for (const reward of seedRewards) {
    const { section, points, stock } = reward;
    const sectionId = find(sections, section);
    const terms = { ...reward, id: newId(), sectionId, points: String(points), stock: String(stock) };
    const actor = { ...world.actorOf(section), scope: [sectionId] };
    const { id } = must(await createItem(RewardInput.parse(terms), actor, at), `goods ${reward.name}`);
    world.rewards.set(reward, id);
  }
}

export async function exchange({ member, reward }: Extract<Step, { act: "exchange" }>, world: World, at: Date) {
  const wish = { id: newId(), itemId: find(world.rewards, reward), pieces: 1, points: reward.points };
  const actor = { ...world.actorOf(counterSection), scope: "everywhere" as const };
  const context = { memberId: find(world.members, member), actor, at };
  must(await exchangeItem(wish, context), `exchange for ${reward.name}`);
}
