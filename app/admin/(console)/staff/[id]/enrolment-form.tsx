"use client";

import { useActionState } from "react";
import { FormNotice } from "@/components/ui/form-notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { openEnrolmentAction } from "../actions";

/** Shows the code in the answer to the press, and nowhere else. */
export function EnrolmentForm({ approvalId, submit }: { approvalId: string; submit: string }) {
  const [state, action] = useActionState(openEnrolmentAction, null);
  return (
    <form action={action} className="flex flex-col gap-4">
      <FormNotice state={state} />
      <input type="hidden" name="approvalId" value={approvalId} />
      <div>
        <SubmitButton look="outlined" size="medium">
          {submit}
        </SubmitButton>
      </div>
    </form>
  );
}
