import { budgetCeiling } from "../checks/budget-ceiling";
import { type PlantedBug, replaceBody } from "../plant";

export const budgetReadThenWritten: PlantedBug = {
  name: "the budget is read without a lock and then written",
  caughtBy: budgetCeiling.name,
  async plant(sql) {
    await sql`alter table budget_slices drop constraint budget_slices_never_overdrawn`;
    await replaceBody(
      sql,
      "take_budget",
      `begin
         if (select sum(allotted - used) from budget_slices where programme_id = p_programme) < p_points then
           perform refuse_posting('budget_exhausted');
         end if;
         update budget_slices set used = used + p_points where programme_id = p_programme and slice = own_slice();
       end`,
    );
  },
};
