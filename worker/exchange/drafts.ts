import type { Id } from "../../db/ids";
import type { Context } from "../kernel/context";
import { Invalid } from "../kernel/errors";
import type { PieceDraft, PieceKind } from "../pieces";
import type { BundleFile, FilePiece } from "./file";

export type FileDraft = { ref: string; at: number; draft: PieceDraft; words: Record<string, unknown> };

/** As many as a bundle can order, and a sequence can hold. */
const mostOfKind: Record<PieceKind, number> = {
  blog_post: 52,
  social_post: 365,
  content_upgrade: 12,
  email_sequence: 12,
  email: 600,
};
const mostInSequence = 50;

type Place = { businessId: Id<"business">; bundleId: Id<"bundle"> };

/** The pieces of a file with ids of this place, each where it stood. */
export function draftsOf(ctx: Context, { pieces }: BundleFile, place: Place): FileDraft[] {
  assertRefs(pieces);
  assertCounts(pieces);
  const ids = new Map(pieces.map(({ ref }) => [ref, ctx.newId("piece", ctx.organization.cell)]));
  const inSequence = new Map<string, number>();
  return pieces.map((piece, at) => {
    const { ref, kind, sequence, platform: _platform, ...words } = piece;
    const emailPosition = inSequence.get(sequence ?? "") ?? 0;
    if (sequence !== undefined) inSequence.set(sequence, emailPosition + 1);
    const draft = {
      ...place,
      id: ids.get(ref),
      kind,
      title: piece.title,
      position: at,
      ...ownOf(pieces, piece, ids, at),
      ...(kind === "email" ? { emailPosition } : {}),
    };
    return { ref, at, words, draft: draft as PieceDraft }; // safe: what each kind needs is asked for in ownOf
  });
}

function ownOf(pieces: FilePiece[], piece: FilePiece, ids: Map<string, Id<"piece">>, at: number): object {
  const { kind, ref, sequence, platform, upgradeType = "guide", sequenceType = "nurture" } = piece;
  if (kind !== "social_post" && platform !== undefined)
    throw refuse(at, "platform", "unknown_field", "Only social posts have a network.");
  if (kind !== "email" && sequence !== undefined)
    throw refuse(at, "sequence", "unknown_field", "Only emails stand in a sequence.");
  switch (kind) {
    case "social_post":
      if (platform === undefined) throw refuse(at, "platform", "missing", "Name the network of the post.");
      return { platform };
    case "content_upgrade":
      return { upgradeType };
    case "email_sequence": {
      const totalEmails = pieces.filter((each) => each.sequence === ref).length;
      if (totalEmails > mostInSequence)
        throw refuse(at, "ref", "too_many", `A sequence has at most ${mostInSequence} emails.`);
      return { sequenceType, totalEmails };
    }
    case "email": {
      const isThere = pieces.some((each) => each.ref === sequence && each.kind === "email_sequence");
      if (!isThere) throw refuse(at, "sequence", "unknown_sequence", "Name a sequence of this file.");
      return { sequenceId: ids.get(sequence ?? "") };
    }
    default:
      return {};
  }
}

function assertRefs(pieces: FilePiece[]): void {
  const seen = new Set<string>();
  for (const [at, { ref }] of pieces.entries()) {
    if (seen.has(ref)) throw refuse(at, "ref", "repeated", "Another piece has this name already.");
    seen.add(ref);
  }
}

function assertCounts(pieces: FilePiece[]): void {
  for (const [kind, of] of Map.groupBy(pieces, (piece) => piece.kind))
    if (of.length > mostOfKind[kind]) {
      const detail = `A bundle holds at most ${mostOfKind[kind]} of “${kind}”.`;
      throw Invalid.field("/file/pieces", "too_many", detail);
    }
}

function refuse(at: number, field: string, code: string, detail: string): Invalid {
  return Invalid.field(`/file/pieces/${at}/${field}`, code, detail);
}
