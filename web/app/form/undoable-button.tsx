import { useFetcher, useNavigate } from "@remix-run/react";
import { type ReactNode, useEffect } from "react";
import { Button, type ButtonProps } from "~/components/ui/button";
import { useHydrated } from "~/hydrated";
import { notify, type Notice } from "~/toasts/notify";
import { SubmissionField } from "./submission-field";

type UndoableButtonProps = Pick<ButtonProps, "look" | "size"> & {
  intent: string;
  /** Where its reader is once it is done. */
  doneTo: string;
  children: ReactNode;
};

/**
 * A button whose toast may have to carry a whole thing back, which is more than a cookie holds: the answer comes to the
 * browser itself. Without a script it is a plain form.
 */
export function UndoableButton({ intent, doneTo, children, ...look }: UndoableButtonProps) {
  const { Form, state, data } = useFetcher<{ notice?: Notice }>();
  const navigate = useNavigate();
  const isHydrated = useHydrated();
  const pending = state !== "idle";
  const notice = data?.notice;
  useEffect(() => {
    if (!notice) return;
    notify(notice);
    if (notice.tone !== "failed") navigate(doneTo, { preventScrollReset: true });
  }, [notice, navigate, doneTo]);
  return (
    <Form method="post" className="inline-flex">
      <input type="hidden" name="intent" value={intent} />
      {isHydrated && <input type="hidden" name="quiet" value="undoable" />}
      <SubmissionField pending={pending} />
      <Button type="submit" pending={pending} {...look}>
        {children}
      </Button>
    </Form>
  );
}
