import { correctGrant } from "@/lib/grants/correct-grant";
import { correctPayment } from "@/lib/grants/correct-payment";
import { executeCorrectGrant, executeCorrectPayment } from "@/lib/grants/execute-correction";
import { CorrectionInput } from "@/lib/grants/input";
import { approveDraft } from "./approve-draft";
import type { ClaimStep, PayStep, Step } from "./step";
import { find, must, type World } from "./world";

type CorrectGrantStep = Extract<Step, { act: "correct_grant" }>;
type CorrectPaymentStep = Extract<Step, { act: "correct_payment" }>;

const inputFor = (of: ClaimStep | PayStep, points: number, reason: string, world: World) =>
  CorrectionInput.parse({ transferId: find(world.transfers, of), points: String(points), reason });

export async function correctOldGrant(step: CorrectGrantStep, world: World, at: Date): Promise<void> {
  const actor = world.actorOf(find(world.programmes, step.of.activity.programme).section);
  const correction = inputFor(step.of, step.of.activity.points, step.reason, world);
  const { draft } = must(await correctGrant(correction, actor, at), "correction of a grant");
  if (draft) await approveDraft(draft, executeCorrectGrant, world, at);
}

export async function correctOldPayment(step: CorrectPaymentStep, world: World, at: Date): Promise<void> {
  const correction = inputFor(step.of, step.points, step.reason, world);
  const { draft } = must(await correctPayment(correction, world.actorOf("地域活性課"), at), "correction of a payment");
  if (draft) await approveDraft(draft, executeCorrectPayment, world, at);
}
