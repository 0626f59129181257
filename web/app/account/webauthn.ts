type Made = { ok: true; response: string } | { ok: false; reason: string; asksWho?: boolean };

/** The JSON forms of the options came later than passkeys themselves; without them there is no offer. */
export function canUsePasskeys(): boolean {
  return typeof PublicKeyCredential !== "undefined" && "parseCreationOptionsFromJSON" in PublicKeyCredential;
}

/** Asks the browser for a new passkey; the answer goes to the server as text. */
export async function createPasskey(): Promise<Made> {
  return await ceremony("register", (options) =>
    // safe: the server made these options for this very call
    navigator.credentials.create({
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(
        options as PublicKeyCredentialCreationOptionsJSON,
      ),
    }),
  );
}

export async function getPasskey(): Promise<Made> {
  return await ceremony("authenticate", (options) =>
    // safe: the server made these options for this very call
    navigator.credentials.get({
      publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(
        options as PublicKeyCredentialRequestOptionsJSON,
      ),
    }),
  );
}

async function ceremony(
  kind: "register" | "authenticate",
  ask: (options: unknown) => Promise<Credential | null>,
): Promise<Made> {
  try {
    const answer = await fetch(`/account/passkey-options?kind=${kind}`, { credentials: "same-origin" });
    if (answer.status === 403) return { ok: false, reason: "Confirm that it is you first.", asksWho: true };
    if (!answer.ok) return { ok: false, reason: "That did not work. Wait a moment and try again." };
    const credential = await ask(await answer.json());
    if (!(credential instanceof PublicKeyCredential)) return { ok: false, reason: cancelled };
    return { ok: true, response: JSON.stringify(credential.toJSON()) };
  } catch (error) {
    const isKnown = error instanceof DOMException && error.name === "InvalidStateError";
    return { ok: false, reason: isKnown ? "This device already has a passkey for you." : cancelled };
  }
}

const cancelled = "Nothing was changed: the browser's question was closed or took too long.";
