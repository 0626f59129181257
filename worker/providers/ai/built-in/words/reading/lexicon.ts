export type Feeling =
  | "gratitude"
  | "enthusiasm"
  | "anger"
  | "frustration"
  | "concern"
  | "confusion"
  | "curiosity";
export type Wish =
  | "decline"
  | "complain"
  | "buy"
  | "negotiate"
  | "ask_price"
  | "book_meeting"
  | "object"
  | "ask_support"
  | "ask_information";
export type Sign =
  | "asks_price"
  | "names_budget"
  | "names_timeline"
  | "asks_demo"
  | "asks_contract"
  | "decides"
  | "compares";
export type Subject =
  | "Pricing"
  | "Delivery"
  | "Samples"
  | "Contract"
  | "Quality"
  | "Support"
  | "Training"
  | "Equipment"
  | "Integration"
  | "Billing"
  | "Subscription"
  | "Security";

/**
 * The words by which one language is read: small letters without accents, the ways to say it between bars. “~” is any
 * ending, “…” up to eight words between, a space any room. The first wish that fits most often is what is wanted.
 */
export type Lexicon = {
  code: string;
  /** What nearly every sentence of it has: by these it is known. */
  common: string;
  months: string;
  weekdays: string;
  /** What may stand in a date: before a weekday, and between a day, its month and its year. */
  next: string;
  of: string;
  pleased: string;
  displeased: string;
  /** What turns the word after it, at most two words on, or the one before it. */
  not: string;
  notAfter: string;
  /** Manners and mockery: what sounds kind and says nothing. */
  empty: string;
  feelings: Record<Feeling, string>;
  wishes: Record<Wish, string>;
  pressing: Record<"high" | "medium", string>;
  signs: Record<Sign, string>;
  subjects: Record<Subject, string>;
  /** After these stands the name of another supplier. */
  rivals: string;
};
