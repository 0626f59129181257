import { conversations } from "../../db/schema/cell/conversations";
import type { Belonging } from "../leads";

export const conversationBelongings: Belonging[] = [
  { table: conversations, once: [conversations.externalId] },
];
