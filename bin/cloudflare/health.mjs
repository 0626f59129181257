import { Failure } from "../local/commands.mjs";

const patienceMs = 120_000;

/** A new address takes a moment to be known everywhere, so it is asked for a while. */
export async function checkHealth(steps, { appUrl, ownAddress }, ask) {
  steps.begin("Is it well?");
  if (steps.isDryRun) return steps.note(`would ask: ${appUrl}/v1/health`);
  const begun = Date.now();
  let words = "";
  while (Date.now() - begun < patienceMs) {
    words = await ask(appUrl);
    if (words === "ok") return steps.note(`${appUrl} answers, and every part of it is well.`);
    await new Promise((resolve) => setTimeout(resolve, 3000));
  }
  const hint =
    appUrl === ownAddress
      ? ""
      : ` If that domain is new, add it to the Pages project; until then: ${ownAddress}`;
  throw new Failure(`Everything is deployed, but ${appUrl}/v1/health ${words}.${hint}`);
}

/** “ok”, or what is the matter, as the end of a sentence. */
export async function askHealth(appUrl) {
  try {
    const response = await fetch(`${appUrl}/v1/health`, { signal: AbortSignal.timeout(10_000) });
    if (response.ok) return "ok";
    const { components = {} } = await response.json().catch(() => ({}));
    const down = Object.keys(components).filter((part) => components[part] !== "ok");
    return down.length > 0 ? `says that this is down: ${down.join(", ")}` : `answers ${response.status}`;
  } catch {
    return "does not answer";
  }
}
