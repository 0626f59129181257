import type { components, operations } from "../../../sdk";

export type Conversation = components["schemas"]["Conversation"];
export type Thread =
  operations["listConversationThreads"]["responses"]["200"]["content"]["application/json"]["data"][number];
export type Draft = operations["recordConversation"]["requestBody"]["content"]["application/json"];
export type Correction = NonNullable<
  operations["correctConversation"]["requestBody"]
>["content"]["application/json"];

/** One page of a lead's messages; the first comes with the threads. */
export type ConversationsAnswer = {
  messages: Conversation[];
  threads: Thread[];
  nextCursor: string | null;
};

export type ConversationAct =
  | { act: "record"; body: Draft }
  | { act: "correct"; id: string; body: Correction }
  | { act: "analyze"; id: string }
  | { act: "delete"; id: string };

export type Evidence = Conversation["topics"][number]["evidence"];
type Words<T extends string> = Record<T, string>;

export const channelWords: Words<Conversation["channel"]> = {
  email: "Email",
  phone: "Call",
  chat: "Chat",
  meeting: "Meeting",
  other: "Message",
};

type Sentiment = NonNullable<Conversation["sentiment"]>;
type Intent = NonNullable<Conversation["intent"]>;

export const sentimentWords: Words<Sentiment["overall"]> = {
  positive: "Positive",
  neutral: "Neutral",
  negative: "Negative",
  mixed: "Mixed",
};

export const intentWords: Words<Intent["primary"]> = {
  buy: "Wants to buy",
  ask_price: "Asks the price",
  ask_information: "Asks for information",
  book_meeting: "Wants to meet",
  negotiate: "Negotiates",
  object: "Has objections",
  complain: "Complains",
  ask_support: "Asks for help",
  decline: "Declines",
  other: "Nothing in particular",
};

export const urgencyWords: Words<Intent["urgency"]> = { low: "No hurry", medium: "Soon", high: "Urgent" };

export const signalWords: Words<Conversation["buyingSignals"][number]["kind"]> = {
  asks_price: "Asks the price",
  names_budget: "Names a budget",
  names_timeline: "Names a date",
  asks_demo: "Wants to try it",
  asks_contract: "Asks for terms",
  decides: "Decides",
  compares: "Compares offers",
};

export const entityWords: Words<Conversation["entities"][number]["type"]> = {
  person: "Person",
  company: "Company",
  competitor: "Competitor",
  product: "Product",
  place: "Place",
  money: "Amount",
  date: "Date",
  email: "Email",
  phone: "Phone",
  url: "Address",
};

/** For pickers: the words of a vocabulary in its order. */
export function choicesOf<T extends string>(words: Words<T>): [T, string][] {
  return Object.entries(words) as [T, string][]; // safe: the keys of that very record
}
