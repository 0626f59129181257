import { useState } from "react";
import { useFetcher } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { TextRow } from "./rows";

type ChallengeFieldsProps = {
  siteKey: string | null;
  hasSecret: boolean;
  editable: boolean;
  onSiteKey: (siteKey: string | null) => void;
};

/** Turnstile, for whoever wants a challenge. Its secret goes to the server once and never comes back. */
export function ChallengeFields({ siteKey, hasSecret, editable, onSiteKey }: ChallengeFieldsProps) {
  const fetcher = useFetcher<{ notice?: unknown }>();
  const [secret, setSecret] = useState("");
  const isPending = fetcher.state !== "idle";
  function send(fields: Record<string, string>): void {
    fetcher.submit(fields, { method: "post" });
    setSecret("");
  }
  return (
    <>
      <TextRow
        label="Site key of Turnstile"
        optional
        value={siteKey ?? ""}
        disabled={!editable}
        hint="Visitors then prove that they are human. In the normal case you do not need it."
        onChange={(text) => onSiteKey(/^[\w-]{1,100}$/.test(text.trim()) ? text.trim() : null)}
      />
      {siteKey && editable && (
        <div className="grid gap-2">
          <TextRow
            label={hasSecret ? "Another secret" : "Secret of Turnstile"}
            value={secret}
            hint={hasSecret ? "One is set. It cannot be shown again." : "Without it nothing is challenged."}
            onChange={setSecret}
          />
          <div className="flex gap-2">
            <Button
              size="sm"
              pending={isPending}
              aria-disabled={secret.trim() === "" || undefined}
              onClick={() => secret.trim() && send({ intent: "set-secret", secret: secret.trim() })}
            >
              Set secret
            </Button>
            {hasSecret && (
              <Button
                size="sm"
                look="quiet"
                pending={isPending}
                onClick={() => send({ intent: "remove-secret" })}
              >
                Remove secret
              </Button>
            )}
          </div>
        </div>
      )}
    </>
  );
}
