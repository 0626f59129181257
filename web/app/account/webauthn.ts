type Made = { ok: true; response: string } | { ok: false; reason: string };

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
  const answer = await fetch(`/account/passkey-options?kind=${kind}`, { credentials: "same-origin" });
  if (!answer.ok) return { ok: false, reason: "That did not work. Reload the page and try again." };
  try {
    const credential = await ask(await answer.json());
    if (!(credential instanceof PublicKeyCredential)) return { ok: false, reason: cancelled };
    return { ok: true, response: JSON.stringify(credential.toJSON()) };
  } catch (error) {
    if (error instanceof DOMException && error.name === "InvalidStateError") {
      return { ok: false, reason: "This device already has a passkey for you." };
    }
    return { ok: false, reason: cancelled };
  }
}

const cancelled = "Nothing was changed: the browser's question was closed or took too long.";
