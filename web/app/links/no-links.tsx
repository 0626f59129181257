import { Link2, Search } from "lucide-react";
import { LinkButton } from "~/components/ui/link-button";
import { EmptyState } from "~/components/ui/states";
import type { LinkState } from "./link";
import { addressOf } from "./link-search";

type NoLinksProps = {
  state: LinkState;
  q: string;
  mayWrite: boolean;
  hasBusiness: boolean;
  createTo: string;
};

export function NoLinks({ state, q, mayWrite, hasBusiness, createTo }: NoLinksProps) {
  if (q) return <NoneFound state={state} q={q} />;
  const { title, text } = empty[state];
  return (
    <div className="mt-8">
      <EmptyState
        icon={Link2}
        title={title}
        action={
          state === "active" &&
          mayWrite &&
          hasBusiness && (
            <LinkButton to={createTo} preventScrollReset>
              Create link
            </LinkButton>
          )
        }
      >
        {text}
      </EmptyState>
    </div>
  );
}

function NoneFound({ state, q }: Pick<NoLinksProps, "state" | "q">) {
  return (
    <EmptyState
      icon={Search}
      title={`No link begins with “${q}” here`}
      action={<LinkButton to={addressOf(state, "")}>Show all links</LinkButton>}
    >
      Names, short addresses and targets are searched, from their beginnings.
    </EmptyState>
  );
}

const empty: Record<LinkState, { title: string; text: string }> = {
  active: {
    title: "No link yet",
    text: "Make a short address for a page, a post or a poster. It counts people, not machines, and you can point it elsewhere at any time.",
  },
  broken: {
    title: "Every link leads somewhere",
    text: "Targets are looked at once a day. One that is gone or has moved stands here, with the piece that leads to it.",
  },
  archived: {
    title: "Nothing is archived",
    text: "A link that is put away stands here with its counts. Who follows it is told kindly that it is no longer in use.",
  },
};
