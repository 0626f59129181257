import { Buffer } from "node:buffer";
import type { Base } from "../kernel/context";
import { sha256Hex } from "../kernel/secrets";

/** What the mail carries. We keep its hash alone, so nobody who reads our tables can accept an invite. */
export async function newCode(ctx: Base): Promise<{ code: string; codeHash: string }> {
  const code = Buffer.from(ctx.random(32)).toString("base64url");
  return { code, codeHash: await hashOfCode(code) };
}

export function hashOfCode(code: string): Promise<string> {
  return sha256Hex(code);
}
