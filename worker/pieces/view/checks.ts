import type { Id } from "../../../db/ids";
import { type Business, getBusiness } from "../../businesses";
import type { Context } from "../../kernel/context";
import { postText } from "../content";
import type { PieceContent } from "../fields";
import { type Check, good, improve, problem, scoreOf } from "../pure/check";
import { hostOf } from "../pure/links";
import { unknownTags } from "../pure/merge";
import { plainText } from "../pure/plain-text";
import { checkSeo } from "../pure/seo";
import { countFor } from "../pure/social";
import { getPiece } from "../queries";

export type Checked = { score: number; checks: Check[] };

/** What could be better about a piece, in plain words. Nothing here stops anybody. */
export async function checkPiece(ctx: Context, id: Id<"piece">): Promise<Checked> {
  const { content, businessId } = await getPiece(ctx, id);
  const checks = checksOf(content, await getBusiness(ctx, businessId), ctx.settings.APP_URL);
  return { checks, score: scoreOf(checks) };
}

export function checksOf(content: PieceContent, business: Business, appUrl: string): Check[] {
  switch (content.kind) {
    case "blog_post": {
      const ownHosts = [business.website ?? "", appUrl].map(hostOf).filter((host) => host !== "");
      return checkSeo({ ...content, language: business.language, ownHosts });
    }
    case "social_post":
      return checkPost(content);
    case "email":
      return checkEmail(content);
    default:
      return [];
  }
}

function checkPost(content: Extract<PieceContent, { kind: "social_post" }>): Check[] {
  const { characters, limit, left, hashtags, hashtagLimit } = countFor(content.platform, postText(content));
  const length =
    characters === 0
      ? problem("length", "There are no words yet.")
      : left < 0
        ? problem("length", `The post is ${-left} over the ${limit} that the network takes.`)
        : good("length", `${left} of ${limit} are left.`);
  if (hashtagLimit === null) return [length];
  const tags =
    hashtags > hashtagLimit
      ? problem("hashtags", `The network takes ${hashtagLimit} hashtags; there are ${hashtags}.`)
      : good("hashtags", `${hashtags} of ${hashtagLimit} hashtags are used.`);
  return [length, tags];
}

function checkEmail({ subjectLine, preheader, body }: Extract<PieceContent, { kind: "email" }>): Check[] {
  const unknown = unknownTags(plainText(body));
  return [
    subjectLine === ""
      ? problem("subject", "Give the email a subject.")
      : subjectLine.length > 60
        ? improve("subject", `The subject has ${subjectLine.length} characters; phones show about 40 to 60.`)
        : good("subject", "The subject fits on a phone."),
    preheader === ""
      ? improve("preheader", "Write a preheader: it stands beside the subject in the inbox.")
      : good("preheader", "The preheader goes on where the subject stops."),
    unknown.length > 0
      ? problem(
          "tags",
          `Nobody knows the merge tag “${(unknown[0] ?? "").slice(0, 60)}”; it would go out as it stands.`,
        )
      : good("tags", "Every merge tag is known."),
  ];
}
