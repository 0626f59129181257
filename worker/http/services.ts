import {
  cellOfBinding,
  bindingNameOf,
  type Database,
  type DatabaseSession,
  openDatabase,
} from "../../db/client";
import type { RowMeter } from "../../db/meter";
import { defaultCell, makeId, randomBytesPerId } from "../../db/ids";
import type { Base, Reactions } from "../kernel/context";
import { type Env, type Settings, settingsOf } from "../kernel/env";
import { NotFound } from "../kernel/errors";
import { createLog } from "../kernel/log";
import type { Providers } from "../kernel/ports";
import { createSealer, parseSealKeys, type SealKey } from "../kernel/secrets";
import { createCarrier } from "./carrier";
import { createLimiter } from "./limiter";
import { createLive } from "./live";
import { providersOf } from "./outside";

export type Entry = {
  requestId: string;
  origin: Base["origin"];
  defer: (work: Promise<unknown>) => void;
  /** Where D1 reads may come from: a bookmark, or one of its two words. */
  readFrom: string;
  /** Counts the rows of this entry, where somebody wants to know. */
  meter?: RowMeter;
  reactions: Reactions;
};

/** So long that whoever comes next is not kept waiting by it either. */
const aMoment = 50;

/** The one place where the runtime becomes a context: for requests, jobs, schedules and tests alike. */
export function createBase(env: Env, entry: Entry): { base: Base; bookmark: () => string | null } {
  const { settings, providers, sealKeys } = standingOf(env);
  const log = createLog(entry.requestId, settings.TRIBUTARY_MODE === "test" ? () => undefined : writeLine);
  const control = openDatabase(env.DB, entry.readFrom, entry.meter);
  const defer = (work: Promise<unknown>) =>
    entry.defer(work.catch((error) => log.error("deferred_work", error)));
  const base: Base = {
    ...entry,
    settings,
    log,
    defer,
    afterAnswer: (work) => defer(scheduler.wait(aMoment).then(work)),
    control: control.database,
    providers,
    sealer: createSealer(sealKeys),
    now: () => Date.now(),
    random: randomBytes,
    newId: (kind, cell = defaultCell) => makeId(kind, cell, Date.now(), randomBytes(randomBytesPerId)),
    openCell: cellOpener(env, control, entry),
    cellForNewOrganization: () => pickCell(settings),
    ...createCarrier(env, defer),
    ...createLive(env, defer),
    ...createLimiter(env),
  };
  return { base, bookmark: control.bookmark };
}

type Standing = { settings: Settings; providers: Providers; sealKeys: SealKey[] };
const standing = new WeakMap<Env, Standing>();

/** What no request changes is made once an isolate. */
function standingOf(env: Env): Standing {
  const known = standing.get(env);
  if (known) return known;
  const settings = settingsOf(env);
  const made = {
    settings,
    providers: providersOf(env, settings),
    sealKeys: parseSealKeys(settings.SEAL_KEYS),
  };
  standing.set(env, made);
  return made;
}

function cellOpener(
  env: Env,
  control: DatabaseSession,
  { readFrom, meter }: Entry,
): (cell: string) => Database {
  const open = new Map<string, Database>([[defaultCell, control.database]]);
  return (cell) => {
    const known = open.get(cell);
    if (known) return known;
    const binding = env[bindingNameOf(cell) ?? ""];
    // An id may name any cell; one that is not here holds nothing of anybody.
    if (!binding) throw new NotFound();
    // safe: bindingNameOf only names D1 bindings
    const { database } = openDatabase(binding as D1Database, readFrom, meter);
    open.set(cell, database);
    return database;
  };
}

/** Spread over the cells there are; with none, everything lives beside the control plane. */
function pickCell(settings: Settings): string {
  const cells = settings.cells.flatMap((name) => cellOfBinding(name) ?? []);
  const pick = randomBytes(1)[0] ?? 0;
  return cells[pick % Math.max(cells.length, 1)] ?? defaultCell;
}

function randomBytes(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count));
}

function writeLine(line: string): void {
  // eslint-disable-next-line no-console -- the runtime's log is the console
  console.info(line);
}
