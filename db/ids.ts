/** Every kind of id. The prefix tells what it names; adding a table starts here. */
export const idPrefixes = {
  user: "usr",
  session: "ses",
  account: "acc",
  verification: "ver",
  twoFactor: "tfa",
  passkey: "psk",
  organization: "org",
  member: "mem",
  team: "team",
  teamMember: "tmem",
  invite: "inv",
  reward: "rew",
  role: "role",
  apiKey: "key",
  mail: "mail",
  fact: "fact",
  audit: "aud",
  job: "job",
  usage: "use",
  counter: "cnt",
  directory: "dir",
  business: "biz",
  analysis: "ana",
  analysisFact: "afc",
  strategy: "str",
  topic: "top",
  bundle: "bdl",
  piece: "pce",
  edge: "edg",
  version: "pvr",
  source: "src",
  publication: "pub",
  integration: "int",
  generation: "gen",
  aiCost: "aic",
  aiBudget: "aib",
  visitor: "vis",
  visitorIdentity: "vid",
  event: "evt",
  trackingKey: "trk",
  link: "lnk",
  click: "clk",
  campaign: "cmp",
  company: "com",
  lead: "lead",
  leadStage: "stg",
  leadSource: "lsr",
  leadTag: "ltg",
  customField: "cfd",
  savedView: "view",
  bulkAction: "blk",
  touchpoint: "tch",
  conversion: "cvn",
  form: "frm",
  formField: "ffd",
  formVersion: "fvr",
  submission: "sub",
  formDraft: "fdr",
  file: "fil",
  activity: "act",
  conversation: "con",
  scoringRule: "scr",
  scoringPreview: "spv",
  leadScore: "lsc",
  scoringModel: "mdl",
  assignmentRule: "asr",
  leadImport: "imp",
  duplicate: "dup",
  leadMerge: "mrg",
  insight: "ins",
  forecast: "fct",
  performance: "prf",
  enrichment: "enr",
} as const;

export type IdKind = keyof typeof idPrefixes;
export type Id<K extends IdKind> = `${(typeof idPrefixes)[K]}_${string}`;

/** Two characters that name the database an organization's rows live in. */
export type Cell = string;
export const defaultCell: Cell = "00";

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const timeLength = 9;
const randomLength = 13;
const shape = new RegExp(`^([a-z]+)_([0-9a-z]{2})([${alphabet}]{${timeLength + randomLength}})$`);

/** Sortable by time within a kind and a cell: prefix, cell, 45 bits of milliseconds, 65 random bits. */
export function makeId<K extends IdKind>(kind: K, cell: Cell, now: number, random: Uint8Array): Id<K> {
  let time = "";
  for (let rest = now, i = 0; i < timeLength; i++, rest = Math.floor(rest / 32)) {
    time = alphabet[rest % 32] + time;
  }
  let tail = "";
  for (let i = 0; i < randomLength; i++) tail += alphabet[(random[i] ?? 0) % 32];
  return `${idPrefixes[kind]}_${cell}${time}${tail}` as Id<K>; // safe: built from the kind's own prefix
}

export const randomBytesPerId = randomLength;

export function parseId(value: string): { prefix: string; cell: Cell; time: number } | null {
  const match = shape.exec(value);
  if (!match) return null;
  const [, prefix = "", cell = "", body = ""] = match;
  let time = 0;
  for (const character of body.slice(0, timeLength)) time = time * 32 + alphabet.indexOf(character);
  return { prefix, cell, time };
}

export function isId<K extends IdKind>(kind: K, value: unknown): value is Id<K> {
  return typeof value === "string" && parseId(value)?.prefix === idPrefixes[kind];
}

export function cellOf(id: string): Cell {
  return parseId(id)?.cell ?? defaultCell;
}
