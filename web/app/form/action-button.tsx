import { Form, useFetcher, useFetchers, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button, type ButtonProps } from "~/components/ui/button";
import { SubmissionField } from "./submission-field";

type ActionButtonProps = Pick<ButtonProps, "look" | "size" | "aria-label"> & {
  intent: string;
  /** What the action has to know, such as which row. */
  fields?: Record<string, string>;
  action?: string;
  /** Its answer is a page, such as one with a secret that is shown once. */
  asPage?: boolean;
  children: ReactNode;
};

/** One button that does one thing: a form of its own, so that it also works before any script has come. */
export function ActionButton({
  intent,
  fields,
  action,
  asPage = false,
  children,
  ...rest
}: ActionButtonProps) {
  const fetcher = useFetcher();
  const navigation = useNavigation();
  const sent = asPage ? navigation : fetcher;
  const isMine = Object.entries({ intent, ...fields }).every(
    ([name, value]) => sent.formData?.get(name) === value,
  );
  const pending = sent.state !== "idle" && isMine;
  const AsForm = asPage ? Form : fetcher.Form;
  return (
    <AsForm method="post" action={action} className="inline-flex">
      <input type="hidden" name="intent" value={intent} />
      {Object.entries(fields ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmissionField pending={pending} />
      <Button type="submit" pending={pending} {...rest}>
        {children}
      </Button>
    </AsForm>
  );
}

/**
 * The ids of rows that an action on its way takes from the list: hidden at once, and back if it fails. Hidden and not
 * left out, because a fetcher whose form is gone no longer goes where its answer says.
 */
export function useLeaving(intent: string, field = "id"): ReadonlySet<string> {
  const leaving = new Set<string>();
  for (const { formData } of useFetchers()) {
    const id = formData?.get(field);
    if (formData?.get("intent") === intent && typeof id === "string") leaving.add(id);
  }
  return leaving;
}
