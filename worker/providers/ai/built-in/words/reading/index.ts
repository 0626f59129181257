import { dutch } from "./dutch";
import { english } from "./english";
import { french } from "./french";
import { german } from "./german";
import { italian } from "./italian";
import type { Lexicon } from "./lexicon";
import { portuguese } from "./portuguese";
import { spanish } from "./spanish";

export type { Lexicon } from "./lexicon";

export const lexicons: readonly Lexicon[] = [english, german, french, spanish, portuguese, italian, dutch];

/** Of languages that nobody reads here, so that they are not taken for a neighbour. */
export const unreadable =
  "och jag ar inte att som det pa med av vi ni ett den har kan tack hej vill og ikke jeg er af til vil hvad hvor tak takk hei amb es els dels aixo pero moltes gracies per la nostra un bon dia voldriem rebre us teniu preu si este pentru nu sunt cu multumesc buna va ne nie jest sie ze na do czy to prosze dziekuje dzien dobry nem hogy egy az koszonom bir ve icin bu cok tesekkurler merhaba olemme ja on ei kiitos je se v s pro dobry dekuji jsme mam unha moi grazas sou non";
