export const year = { blogPosts: 12, socialPosts: 365, contentUpgrades: 2, emailSequences: 2 };
export const emailsPerSequence = 6;

export function piecesIn(counts) {
  const { blogPosts = 0, socialPosts = 0, contentUpgrades = 0, emailSequences = 0 } = counts;
  return blogPosts + socialPosts + contentUpgrades + emailSequences * (1 + emailsPerSequence);
}

/** Orders and starts as a client of the API would; answers the bundle's id. */
export async function orderBundle(ask, counts) {
  const business = await ask("POST", "/v1/businesses", {
    name: `Roastery ${Date.now()}`,
    description: "Coffee, roasted on the day it leaves.",
    primaryTopics: ["Brewing at home", "Choosing beans", "Milk and coffee"],
    primaryCta: "Order a bag",
  });
  const bundle = await ask("POST", "/v1/bundles", {
    businessId: business.id,
    name: "A year of coffee",
    periodStart: "2027-01-01",
    periodEnd: "2027-12-31",
    brief: { counts, platforms: ["linkedin", "x", "instagram"], emailsPerSequence },
  });
  return bundle.id;
}

/** Looks every half second until the bundle has ended; a product that does not answer is asked again. */
export async function untilEnded(ask, bundleId, patienceMs) {
  for (const begun = Date.now(); Date.now() - begun < patienceMs;) {
    const bundle = await ask("GET", `/v1/bundles/${bundleId}`).catch(() => null);
    if (bundle && bundle.status !== "generating") return bundle;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error("The bundle did not end in time.");
}

export function caller(url, headers) {
  return async (method, path, body) => {
    const response = await fetch(new URL(path, url), {
      method,
      headers: { ...headers, ...(body ? { "content-type": "application/json" } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 300)}`);
    return JSON.parse(text);
  };
}
