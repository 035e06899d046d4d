import { openProxy } from "@/lib/members/open-proxy";
import { getProfile } from "@/lib/members/queries";
import { addDays, cityDay } from "@/lib/shared/city-time";
import { memberPeople } from "./data/members";
import { find, must, type World } from "./world";

/** How long the demo's proxy lasts, in days. */
const LASTS = 365;

/** The first citizen whom the demo names may act for a neighbour who has a paper card. */
export async function openFamily(world: World, at: Date): Promise<void> {
  const elder = memberPeople.findIndex(({ identity }) => identity?.hasCard);
  const { number } = await getProfile(find(world.members, 0), at);
  const terms = { relation: "proxy", consent: "in_person", endsOn: addDays(cityDay(at), LASTS) } as const;
  const order = { ...terms, memberId: find(world.members, elder), number, scopes: ["view" as const, "earn" as const] };
  must(await openProxy(order, world.actorOf("市民課"), at), "a proxy");
}
