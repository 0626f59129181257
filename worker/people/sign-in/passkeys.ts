import { and, desc, eq, lt } from "drizzle-orm";
import * as z from "zod";
import type { Id } from "../../../db/ids";
import { passkeys } from "../../../db/schema/control/people";
import type { Base, PersonContext } from "../../kernel/context";
import { NotFound } from "../../kernel/errors";
import { cursorId, toPage } from "../../kernel/page";
import { orElse } from "../../kernel/write";
import { type Auth, createAuth } from "../sessions/auth";
import { callAuth, withCookies } from "../sessions/call-auth";
import { noteAboutPerson, theirself, writePeople } from "../people-scope";
import { signedIn } from "./sign-in";
import { passkeyToWire } from "../wire";

/** What the browser's WebAuthn calls take and give; the library checks what is inside. */
export const ceremonyOptions = z.looseObject({ challenge: z.string() }).meta({ id: "PasskeyOptions" });
const credential = {
  id: z.string().max(2048),
  rawId: z.string().max(2048),
  type: z.literal("public-key"),
  clientExtensionResults: z.looseObject({}),
};
export const registration = z
  .looseObject({
    ...credential,
    response: z.looseObject({ clientDataJSON: z.string(), attestationObject: z.string() }),
  })
  .meta({ id: "PasskeyRegistration" });
export const assertion = z
  .looseObject({
    ...credential,
    response: z.looseObject({
      clientDataJSON: z.string(),
      authenticatorData: z.string(),
      signature: z.string(),
    }),
  })
  .meta({ id: "PasskeyAssertion" });

export async function offerPasskey(ctx: PersonContext, request: Request): Promise<Response> {
  const { api } = createAuth(ctx);
  const { answer, cookies } = await callAuth(request, (headers) =>
    api.generatePasskeyRegistrationOptions({ headers, returnHeaders: true }),
  );
  return withCookies(200, ceremonyOptions.parse(answer), cookies);
}

export async function addPasskey(
  ctx: PersonContext,
  request: Request,
  body: { response: z.infer<typeof registration>; name?: string },
) {
  const { api } = createAuth(ctx);
  const { answer } = await callAuth(request, (headers) =>
    api.verifyPasskeyRegistration({ body, headers, returnHeaders: true }),
  );
  const { id } = z.object({ id: z.string() }).parse(answer);
  await writePeople(ctx, theirself(ctx.person.id), [], {
    audit: [noteAboutPerson("person.passkey_added", ctx.person.id, { passkey: id })],
  });
  return passkeyToWire(await getPasskey(ctx, id as Id<"passkey">)); // safe: our own id, made for this row
}

export async function challengePasskey(ctx: Base, request: Request): Promise<Response> {
  const { api } = createAuth(ctx);
  const { answer, cookies } = await callAuth(request, (headers) =>
    api.generatePasskeyAuthenticationOptions({ headers, returnHeaders: true }),
  );
  return withCookies(200, ceremonyOptions.parse(answer), cookies);
}

type AssertionBody = NonNullable<Parameters<Auth["api"]["verifyPasskeyAuthentication"]>[0]>["body"];

const arrived = z.object({ user: z.object({ id: z.string(), email: z.string(), name: z.string() }) });

/** A passkey is something one has and unlocks, which is checked, so no second factor is asked for. */
export async function signInWithPasskey(
  ctx: Base,
  request: Request,
  body: { response: z.infer<typeof assertion> },
): Promise<Response> {
  const { api } = createAuth(ctx);
  const { answer, cookies } = await callAuth(request, (headers) =>
    // safe: the library parses what the browser sent itself, and refuses what it cannot verify
    api.verifyPasskeyAuthentication({ body: body as AssertionBody, headers, returnHeaders: true }),
  );
  return withCookies(200, signedIn(arrived.parse(answer).user), cookies);
}

export async function listPasskeys(
  ctx: PersonContext,
  { limit, cursor }: { limit: number; cursor?: string },
) {
  const before = cursorId(cursor);
  const rows = await ctx.control
    .select()
    .from(passkeys)
    .where(
      and(
        eq(passkeys.userId, ctx.person.id),
        before ? lt(passkeys.id, before as Id<"passkey">) : undefined, // safe: only compared
      ),
    )
    .orderBy(desc(passkeys.id))
    .limit(limit + 1);
  return toPage(rows, limit, (row) => [row.id], passkeyToWire);
}

export async function removePasskey(ctx: PersonContext, id: Id<"passkey">): Promise<void> {
  await writePeople(
    ctx,
    theirself(ctx.person.id),
    [ctx.control.delete(passkeys).where(mine(ctx, id)), orElse(new NotFound())],
    { audit: [noteAboutPerson("person.passkey_removed", ctx.person.id, { passkey: id })] },
  );
}

async function getPasskey(ctx: PersonContext, id: Id<"passkey">) {
  const [row] = await ctx.control.select().from(passkeys).where(mine(ctx, id));
  if (!row) throw new NotFound();
  return row;
}

function mine(ctx: PersonContext, id: Id<"passkey">) {
  return and(eq(passkeys.id, id), eq(passkeys.userId, ctx.person.id));
}
