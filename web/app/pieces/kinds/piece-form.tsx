import type { Words } from "../draft/merge";
import type { BlogWords, EmailWords, SequenceWords, SocialWords, UpgradeWords } from "../piece";
import { BlogPostForm } from "./blog-post-form";
import { EmailForm } from "./email-form";
import type { FormProps } from "./form-props";
import type { EmailActs, SequenceEmail } from "./sequence-emails";
import { SequenceForm } from "./sequence-form";
import { SocialPostForm } from "./social-post-form";
import { UpgradeForm } from "./upgrade-form";

type PieceFormProps = FormProps<Words> & { emails: SequenceEmail[]; acts: EmailActs };

/** The words of a piece are of its own kind: each form gets those it knows. */
export function PieceForm({ emails, acts, words, ...rest }: PieceFormProps) {
  switch (rest.piece.kind) {
    case "blog_post":
      return <BlogPostForm {...rest} words={words as BlogWords} />; // safe: as above
    case "social_post":
      return <SocialPostForm {...rest} words={words as SocialWords} />; // safe: as above
    case "content_upgrade":
      return <UpgradeForm {...rest} words={words as UpgradeWords} />; // safe: as above
    case "email":
      return <EmailForm {...rest} words={words as EmailWords} />; // safe: as above
    case "email_sequence":
      return <SequenceForm {...rest} words={words as SequenceWords} emails={emails} acts={acts} />; // safe: as above
  }
}
