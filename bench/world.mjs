import { createHash, createHmac, randomBytes } from "node:crypto";
import { loadModule } from "../bin/local/modules.mjs";
import { appUrl, authSecret } from "./runtime.mjs";

const source = `
  import { drizzle } from "drizzle-orm/d1";
  import { seedApiKey, seedMember, seedOrganization, seedPerson, seedSession } from "./db/seed";
  import { hashPassword } from "./worker/people/password";
  export { hashPassword };
  export const seeder = (binding, now, random) => {
    const ground = { control: drizzle(binding), now, random };
    const bind = (seed) => (...rest) => seed(ground, ...rest);
    return {
      person: bind(seedPerson), organization: bind(seedOrganization), member: bind(seedMember),
      session: bind(seedSession), apiKey: bind(seedApiKey),
    };
  };
`;

export const password = "correct horse battery staple";

/** Many tenants, so that an index is worth something and no caller meets its rate limit. */
export async function fillProduct(database, tenants) {
  const { seeder, hashPassword } = await loadModule(source, "bench-world");
  const seed = seeder(database, Date.now(), (count) => randomBytes(count));
  const passwordHash = await hashPassword(password, (count) => randomBytes(count));
  const callers = [];
  for (let index = 0; index < tenants; index++) {
    const email = `owner-${index}@bench.test`;
    const userId = await seed.person({ email, name: `Owner ${index}`, passwordHash });
    const slug = `bench-${index}`;
    const organizationId = await seed.organization({
      name: `Bench ${index}`,
      slug,
      owner: userId,
      planSlug: "agency",
    });
    const secret = `trb_test_${randomBytes(24).toString("hex")}`;
    await seed.apiKey({
      organizationId,
      createdBy: userId,
      hash: createHash("sha256").update(secret).digest("hex"),
      scopes: ["members:read", "organization:read"],
    });
    callers.push({ email, organizationId, secret, cookie: cookieOf(await seed.session(userId)) });
  }
  return callers;
}

export async function fillBare(database, count) {
  const rows = Array.from({ length: count }, (_, index) => ({ id: `t${index}`, token: `token-${index}` }));
  await database
    .prepare("insert into things select value ->> 'id', value ->> 'token', 'A thing', 0 from json_each(?)")
    .bind(JSON.stringify(rows))
    .run();
}

function cookieOf(token) {
  const name = appUrl.startsWith("https://") ? "__Host-trb_session" : "trb_session";
  const signature = createHmac("sha256", authSecret).update(token).digest("base64");
  return `${name}=${encodeURIComponent(`${token}.${signature}`)}`;
}
