import { Monitor, Smartphone } from "lucide-react";
import { Page } from "~/components/page";
import { Badge } from "~/components/ui/badge";
import { RelativeTime } from "~/components/ui/time";
import { ActionButton, useLeaving } from "~/form/action-button";

export type Session = {
  id: string;
  /** “Firefox on Linux”. */
  device: string;
  isPhone: boolean;
  place: string | null;
  ipAddress: string | null;
  lastUsedAt: string;
  isCurrent: boolean;
};

export function SessionsView({ sessions }: { sessions: Session[] }) {
  const leaving = useLeaving("revoke");
  const shown = sessions.filter(({ id }) => !leaving.has(id));
  return (
    <Page
      title="Sessions"
      about="Every browser that is signed in as you. One you do not know? Sign it out and change your password."
      action={
        shown.length > 1 && <ActionButton intent="revoke-others">Sign out everywhere else</ActionButton>
      }
    >
      <ul className="divide-y divide-line border-y border-line">
        {shown.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
    </Page>
  );
}

function SessionRow({ session }: { session: Session }) {
  const { id, device, isPhone, place, ipAddress, lastUsedAt, isCurrent } = session;
  const Icon = isPhone ? Smartphone : Monitor;
  return (
    <li className="flex items-center gap-4 px-1 py-3">
      <Icon aria-hidden className="size-5 shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 font-medium">
          {device} {isCurrent && <Badge tone="stream">This browser</Badge>}
        </p>
        <p className="text-13 text-muted">
          {[place, ipAddress].filter(Boolean).join(" · ")} {(place || ipAddress) && "· "}
          {isCurrent ? "now" : <RelativeTime at={lastUsedAt} />}
        </p>
      </div>
      {!isCurrent && (
        <ActionButton intent="revoke" fields={{ id }} size="sm" aria-label={`Sign out ${device}`}>
          Sign out
        </ActionButton>
      )}
    </li>
  );
}
