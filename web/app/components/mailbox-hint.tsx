import { Link } from "@remix-run/react";
import { useRoot } from "~/root-data";
import { Callout } from "./ui/callout";

/** On one's own machine mail goes nowhere but to a page. */
export function MailboxHint() {
  if (useRoot()?.mode !== "local") return null;
  return (
    <Callout className="mb-6">
      This Tributary runs on your machine and sends no real mail.{" "}
      <Link to="/mailbox" prefetch="intent" className="link">
        Open the mailbox
      </Link>
    </Callout>
  );
}
