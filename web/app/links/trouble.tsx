import type { ReactNode } from "react";
import { Callout } from "~/components/ui/callout";
import { LinkButton } from "~/components/ui/link-button";
import type { Link } from "./link";

/** What keeps a link from leading where it should, and the way to mend it. */
export function Trouble({ link: { check, state } }: { link: Link }) {
  if (state === "archived") return null;
  if (state === "stopped")
    return (
      <Mendable tone="danger" title="This link is stopped">
        The rules for links do not allow a place that it leads to. Who follows it is told so.
      </Mendable>
    );
  if (check.state !== "dead" && check.state !== "moved") return null;
  const isDead = check.state === "dead";
  return (
    <Mendable
      tone={isDead ? "danger" : "attention"}
      title={isDead ? "This link leads nowhere" : "The target has moved"}
    >
      {check.note} {check.movedTo && <span className="break-all">{check.movedTo}</span>}
    </Mendable>
  );
}

type MendableProps = { tone: "danger" | "attention"; title: string; children: ReactNode };

function Mendable({ tone, title, children }: MendableProps) {
  return (
    <Callout
      tone={tone}
      className="mb-6"
      title={title}
      action={
        <LinkButton to="?edit=1" size="sm" preventScrollReset>
          Point it elsewhere
        </LinkButton>
      }
    >
      {children}
    </Callout>
  );
}
