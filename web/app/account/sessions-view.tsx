import { Monitor, Smartphone } from "lucide-react";
import { Page } from "~/components/page";
import { Badge } from "~/components/ui/badge";
import { RelativeTime } from "~/components/ui/time";
import { ActionButton, useLeaving } from "~/form/action-button";

export type Session = {
  id: string;
  /** “Firefox on Linux”. */
  device: string;
  place: string | null;
  /** The network, cut so that it names no single machine. */
  network: string | null;
  lastUsedAt: string;
  current: boolean;
};

export function SessionsView({ sessions }: { sessions: Session[] }) {
  const leaving = useLeaving("revoke");
  return (
    <Page
      title="Sessions"
      about="Every browser that is signed in as you. One you do not know? Sign it out and change your password."
      action={
        sessions.length > 1 && <ActionButton intent="revoke-others">Sign out everywhere else</ActionButton>
      }
    >
      <ul className="divide-y divide-line border-y border-line">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} isLeaving={leaving.has(session.id)} />
        ))}
      </ul>
    </Page>
  );
}

function SessionRow({ session, isLeaving }: { session: Session; isLeaving: boolean }) {
  const { id, device, place, network, lastUsedAt, current } = session;
  const Icon = /iPhone|Android/.test(device) ? Smartphone : Monitor;
  return (
    <li hidden={isLeaving} className="flex items-center gap-4 px-1 py-3">
      <Icon aria-hidden className="size-5 shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 font-medium">
          {device} {current && <Badge tone="stream">This browser</Badge>}
        </p>
        <p className="text-13 text-muted">
          {[place, network].filter(Boolean).join(" · ")} {(place || network) && "· "}
          {current ? "now" : <RelativeTime at={lastUsedAt} />}
        </p>
      </div>
      {!current && (
        <ActionButton intent="revoke" fields={{ id }} size="sm" aria-label={`Sign out ${device}`}>
          Sign out
        </ActionButton>
      )}
    </li>
  );
}
