import { Form } from "@remix-run/react";
import { ConfirmByTyping } from "~/components/ui/confirm-by-typing";
import { Dialog } from "~/components/ui/dialog";
import { usePendingIntent } from "~/form/pending-intent";
import { SubmissionField } from "~/form/submission-field";

type EraseDialogProps = {
  name: string;
  action: string;
  /** Where the address does not say who it is. */
  id?: string;
  close(): void;
};

/** The one thing about a lead that nobody can take back. */
export function EraseDialog({ name, action, id, close }: EraseDialogProps) {
  const pending = usePendingIntent("erase");
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title={`Erase ${name} for good`}
      description="Their row, what they answered, where they clicked and all that was noted of them goes at once. Nobody can bring it back."
    >
      <Form method="post" action={action}>
        <input type="hidden" name="intent" value="erase" />
        <input type="hidden" name="name" value={name} />
        {id && <input type="hidden" name="id" value={id} />}
        <SubmissionField pending={pending} />
        <ConfirmByTyping expected={name} action={`Erase ${name}`} pending={pending} />
      </Form>
    </Dialog>
  );
}
