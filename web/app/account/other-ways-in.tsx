import { Form, useSubmit } from "@remix-run/react";
import { useState } from "react";
import { Button } from "~/components/ui/button";
import { usePendingIntent } from "~/form/pending-intent";
import { useHydrated } from "~/hydrated";
import { canUsePasskeys, getPasskey } from "./webauthn";

type OtherWaysInProps = { next: string | undefined; social: string[] };

const providerNames: Record<string, string> = { google: "Google", github: "GitHub" };

export function OtherWaysIn({ next, social }: OtherWaysInProps) {
  return (
    <div className="mt-4 grid gap-2">
      <PasskeyButton next={next} />
      {social.map((provider) => (
        <Form key={provider} method="post" className="grid">
          <input type="hidden" name="intent" value="social" />
          <input type="hidden" name="provider" value={provider} />
          <input type="hidden" name="next" value={next ?? ""} />
          <Button type="submit" size="lg">
            Go on with {providerNames[provider] ?? provider}
          </Button>
        </Form>
      ))}
    </div>
  );
}

/** Only a browser that knows passkeys is offered one; its place is kept until that is known, so that nothing moves. */
function PasskeyButton({ next }: Pick<OtherWaysInProps, "next">) {
  const hydrated = useHydrated();
  const submit = useSubmit();
  const pending = usePendingIntent("passkey");
  const [failure, setFailure] = useState<string>();
  if (hydrated && !canUsePasskeys()) return null;
  async function signIn(): Promise<void> {
    setFailure(undefined);
    const used = await getPasskey();
    if (!used.ok) return setFailure(used.reason);
    submit({ intent: "passkey", response: used.response, next: next ?? "" }, { method: "post" });
  }
  return (
    <>
      <Button
        size="lg"
        pending={pending}
        className={hydrated ? undefined : "invisible"}
        onClick={() => void signIn()}
      >
        Use a passkey
      </Button>
      <p role="status" className="text-13 text-danger">
        {failure}
      </p>
    </>
  );
}
