import { useFetcher, useNavigate } from "@remix-run/react";
import { Fingerprint } from "lucide-react";
import { useState } from "react";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/states";
import { RelativeTime } from "~/components/ui/time";
import { ActionButton, useLeaving } from "~/form/action-button";
import { useHydrated } from "~/hydrated";
import { canUsePasskeys, createPasskey } from "./webauthn";

export type Passkey = { id: string; name: string | null; createdAt: string | null };

export function Passkeys({ passkeys }: { passkeys: Passkey[] }) {
  const leaving = useLeaving("remove-passkey");
  if (passkeys.length === 0) {
    return (
      <EmptyState icon={Fingerprint} title="No passkeys yet" action={<AddPasskey />}>
        A passkey stays on your devices, cannot be guessed and cannot be typed into a false page.
      </EmptyState>
    );
  }
  return (
    <>
      <ul className="mb-4 divide-y divide-line border-y border-line">
        {passkeys.map(({ id, name, createdAt }) => (
          <li
            key={id}
            hidden={leaving.has(id)}
            className="flex min-h-(--list-row) items-center justify-between gap-4 px-1 py-(--row-inset)"
          >
            <span className="min-w-0">
              <span className="block truncate font-medium">{name || "Passkey"}</span>
              <span className="text-13 text-muted">
                {createdAt ? (
                  <>
                    Added <RelativeTime at={createdAt} />
                  </>
                ) : (
                  "Added some time ago"
                )}
              </span>
            </span>
            <ActionButton
              intent="remove-passkey"
              fields={{ id }}
              size="sm"
              aria-label={`Remove ${name || "passkey"}`}
            >
              Remove
            </ActionButton>
          </li>
        ))}
      </ul>
      <AddPasskey />
    </>
  );
}

/** Only a browser can make one, so without script there is nothing to press. */
function AddPasskey() {
  const hydrated = useHydrated();
  const fetcher = useFetcher();
  const navigate = useNavigate();
  const [failure, setFailure] = useState<string>();
  if (!hydrated || !canUsePasskeys())
    return <p className="text-13 text-muted">This browser cannot make passkeys.</p>;
  async function add(): Promise<void> {
    setFailure(undefined);
    const made = await createPasskey();
    if (made.ok) fetcher.submit({ intent: "add-passkey", response: made.response }, { method: "post" });
    else if (made.asksWho) navigate("/confirm?next=/account/security");
    else setFailure(made.reason);
  }
  return (
    <div className="grid gap-2">
      <div>
        <Button onClick={() => void add()} pending={fetcher.state !== "idle"}>
          Add passkey
        </Button>
      </div>
      <p role="status" className="text-13 text-danger">
        {failure}
      </p>
    </div>
  );
}
