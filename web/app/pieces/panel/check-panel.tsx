import type { Check } from "../../../../worker/pieces/pure/check";
import type { Words } from "../draft/merge";
import type { BlogWords, EmailWords, Piece, SocialWords, UpgradeWords } from "../piece";
import { DocumentPanel } from "./document-panel";
import { InboxPanel } from "./inbox-panel";
import { PostPanel } from "./post-panel";
import { SearchPanel, type SiteFacts } from "./search-panel";

type CheckPanelProps = {
  piece: Piece;
  words: Words;
  edit: (patch: Words) => void;
  editable: boolean;
  business: { name: string } & SiteFacts;
  checks: Check[];
};

/** How the piece looks where it will be met. The words are of its own kind. */
export function CheckPanel({ piece, words, edit, editable, business, checks }: CheckPanelProps) {
  switch (piece.kind) {
    case "blog_post":
      return (
        <SearchPanel
          words={words as BlogWords} // safe: as above
          edit={edit}
          editable={editable}
          isPublished={piece.publishedAt !== null}
          site={business}
        />
      );
    case "social_post":
      // safe: as above
      return (
        <PostPanel words={words as SocialWords} platform={piece.platform} businessName={business.name} />
      );
    case "content_upgrade":
      return <DocumentPanel piece={piece} words={words as UpgradeWords} />; // safe: as above
    case "email":
      return <InboxPanel words={words as EmailWords} businessName={business.name} checks={checks} />; // safe: as above
    case "email_sequence":
      return null;
  }
}
