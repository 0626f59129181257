import * as z from "zod";
import { toWireTime, wireTime } from "../kernel/contract";
import type { NameOf } from "./actors";
import type { Entry } from "./list";

export const auditEntryWire = z
  .strictObject({
    id: z.string(),
    action: z.string().meta({ example: "api_key.created" }),
    actor: z.strictObject({
      kind: z.string().meta({ description: "user, api_key, visitor, system or operator" }),
      id: z.string().nullable(),
      name: z.string(),
    }),
    resource: z.strictObject({ type: z.string(), id: z.string().nullable() }),
    changes: z.record(z.string(), z.unknown()).meta({ description: "Before and after, without secrets" }),
    ipAddress: z.string().nullable(),
    userAgent: z.string().nullable(),
    requestId: z.string(),
    createdAt: wireTime,
  })
  .meta({ id: "AuditEntry" });

export function auditEntryToWire(entry: Entry, nameOf: NameOf): z.input<typeof auditEntryWire> {
  return {
    id: entry.id,
    action: entry.action,
    actor: { kind: entry.actorKind, id: entry.actorId, name: nameOf(entry) },
    resource: { type: entry.resourceType, id: entry.resourceId },
    changes: entry.changes,
    ipAddress: entry.ipAddress,
    userAgent: entry.userAgent,
    requestId: entry.requestId,
    createdAt: toWireTime(entry.createdAt),
  };
}

const verdictWire = z
  .strictObject({
    database: z.enum(["control", "cell"]),
    intact: z.boolean(),
    checked: z.number().int(),
    unsealed: z.number().int().meta({ description: "Written within the last minutes, not sealed yet" }),
    firstBreak: z
      .strictObject({
        sequence: z.number().int(),
        entryId: z.string(),
        reason: z.enum(["missing", "changed", "unsealed"]),
      })
      .nullable(),
    head: z
      .strictObject({ sequence: z.number().int(), hash: z.string() })
      .nullable()
      .meta({ description: "Note it down to be able to prove later that nothing before it was rewritten." }),
  })
  .meta({ id: "AuditTrailVerdict" });

export const verificationWire = z
  .strictObject({ intact: z.boolean(), databases: z.array(verdictWire), nextCursor: z.string().nullable() })
  .meta({ id: "AuditVerification" });
