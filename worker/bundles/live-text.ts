import { streamField } from "../ai";
import type { Context, LiveMessage } from "../kernel/context";
import { bundleRoom } from "../kernel/rooms";
import type { PieceKind } from "../pieces";
import type { WriteOrder } from "./uses";

const everyMs = 100;

/** The field of each kind's answer that a reader would call the text. */
const textField: Record<PieceKind, string> = {
  blog_post: "body",
  social_post: "content",
  content_upgrade: "body",
  email_sequence: "description",
  email: "body",
};

export type LiveText = { hear(delta: string): void; end(): void };

/** Tells the bundle's room the words as they come: the first at once, then what has gathered in a tenth of a second. */
export function liveText(ctx: Context, { bundleId, pieceId }: WriteOrder, kind: PieceKind): LiveText {
  let [waiting, offset] = ["", 0];
  let timer: ReturnType<typeof setTimeout> | null = null;
  const tell = () => {
    timer = null;
    if (waiting === "") return;
    tellRoom(ctx, bundleId, "piece.text", { pieceId, text: waiting, offset }, true);
    offset += waiting.length;
    waiting = "";
    timer = setTimeout(tell, everyMs);
  };
  const gather = (text: string) => {
    waiting += text;
    if (timer === null) tell();
  };
  return {
    hear: streamField(textField[kind], gather),
    end() {
      if (timer !== null) clearTimeout(timer);
      tell();
      if (timer !== null) clearTimeout(timer);
    },
  };
}

export function tellRoom(
  ctx: Context,
  bundleId: string,
  type: string,
  data: Record<string, unknown>,
  ephemeral = false,
): void {
  const message: LiveMessage = { type, data, permission: "content:read", ephemeral };
  ctx.publish(bundleRoom(ctx.organization.id, bundleId), [message]);
}
