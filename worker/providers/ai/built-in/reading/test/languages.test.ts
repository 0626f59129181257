import { describe, expect, it } from "vitest";
import { composeConversation } from "../../compose-conversation";
import { dutch, german, type Row } from "./sentences-de-nl";
import { portuguese, spanish } from "./sentences-es-pt";
import { french, italian } from "./sentences-fr-it";

const all: [string, readonly Row[]][] = [
  ["de", german],
  ["fr", french],
  ["es", spanish],
  ["pt", portuguese],
  ["it", italian],
  ["nl", dutch],
];

describe.each(all)("a message in %s", (code, rows) => {
  it.each(rows)("%s", (text, mood, wish) => {
    const { language, sentiment, intent } = composeConversation(text);
    expect([language, sentiment.overall, intent.primary]).toEqual([code, mood, wish]);
  });
});
