import { composeString, fitString } from "./compose-string";
import { type Draft, type DraftValue, isDraft, writtenAs } from "./draft";
import { plainName, type Material } from "./material";
import { type Schema, settled, typeOf } from "./schema";
import { Supply } from "./supply";

const deepest = 12;
const usualItems = 3;

/**
 * A value that follows the schema: what a composer wrote under a property's name first, then what the material has under
 * it, else what suits the name. Optional properties are filled only where one of them names them.
 */
export function fillSchema(
  schema: Record<string, unknown>,
  material: Material,
  maxTokens: number,
  draft: Draft = {},
): unknown {
  const root: Schema = schema;
  return new Filler(root, material, new Supply(material, maxTokens)).fill(root, "", 0, draft, draft);
}

class Filler {
  constructor(
    private readonly root: Schema,
    private readonly material: Material,
    private readonly supply: Supply,
  ) {}

  /** `draft` is what was written for the object around it, `written` what was written for this very value. */
  fill(given: Schema, name: string, depth: number, draft: Draft, written?: DraftValue): unknown {
    const schema = settled(given, this.root);
    if (schema.const !== undefined) return schema.const;
    if (schema.enum) return schema.enum.includes(written) ? written : this.choose(schema.enum, name);
    switch (typeOf(schema)) {
      case "object":
        return this.fillObject(schema, depth, isDraft(written) ? written : draft);
      case "array":
        return this.fillArray(schema, name, depth, draft, Array.isArray(written) ? written : undefined);
      case "integer":
      case "number":
        return this.fillNumber(schema, name, typeof written === "number" ? written : undefined);
      case "boolean":
        return typeof written === "boolean" ? written : this.material.values.get(plainName(name)) === true;
      case "null":
        return null;
      default:
        return this.fillString(schema, name, written);
    }
  }

  /** An empty string was written on purpose: there is nothing to say, and nothing else is said instead. */
  private fillString(schema: Schema, name: string, written: DraftValue | undefined): string {
    const text = Array.isArray(written) ? written.join(", ") : written;
    if (text === "" && (schema.minLength ?? 0) === 0 && !schema.pattern && !schema.format) return "";
    if (typeof text === "string" && text !== "") return fitString(text, schema, this.supply);
    if (typeof text === "number") return fitString(String(text), schema, this.supply);
    return composeString(schema, name, this.supply);
  }

  /** What the material says, if it is one of the choices; else the choices in turn, so that a list has variety. */
  private choose(choices: unknown[], name: string): unknown {
    const said = this.material.values.get(plainName(name));
    return choices.includes(said) ? said : choices[this.supply.turn(name) % choices.length];
  }

  private fillObject(schema: Schema, depth: number, draft: Draft): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      const isRequired = schema.required?.includes(name) ?? false;
      const written = writtenAs(draft, name);
      const isNamed = written !== undefined || this.material.values.has(plainName(name));
      if (isRequired || (isNamed && depth < deepest))
        result[name] = this.fill(property, name, depth + 1, draft, written);
    }
    return result;
  }

  /** As long as what the material lists, or usual; deep down only what the schema insists on, so that trees stay small. */
  private fillArray(
    schema: Schema,
    name: string,
    depth: number,
    draft: Draft,
    written: readonly DraftValue[] | undefined,
  ): unknown[] {
    const least = schema.minItems ?? 0;
    // An empty list was written on purpose: there is nothing to list.
    if (written?.length === 0 && least === 0) return [];
    const most = Math.min(
      schema.maxItems ?? Number.POSITIVE_INFINITY,
      Math.max(least, written ? written.length : depth > 4 ? 1 : this.usualLength(name)),
    );
    const items: unknown[] = [];
    if (depth >= deepest) return items;
    for (let tries = 0; items.length < most && tries < most * 2; tries++) {
      const item = this.fill(schema.items ?? {}, singular(name), depth + 1, draft, written?.[tries]);
      const isNew = !items.some((other) => JSON.stringify(other) === JSON.stringify(item));
      if (isNew || (!schema.uniqueItems && tries >= most && items.length < least)) items.push(item);
    }
    return items;
  }

  private usualLength(name: string): number {
    const said = this.material.values.get(plainName(name));
    return Array.isArray(said) && said.length > 0 ? said.length : usualItems;
  }

  private fillNumber(schema: Schema, name: string, written?: number): number {
    const step = schema.multipleOf ?? (typeOf(schema) === "integer" ? 1 : undefined);
    const least =
      schema.minimum ??
      (schema.exclusiveMinimum === undefined ? undefined : schema.exclusiveMinimum + (step ?? 0.01));
    const most =
      schema.maximum ??
      (schema.exclusiveMaximum === undefined ? undefined : schema.exclusiveMaximum - (step ?? 0.01));
    const said = written ?? this.material.values.get(plainName(name));
    const wanted = typeof said === "number" ? said : middle(least, most);
    const within = Math.min(Math.max(wanted, least ?? wanted), most ?? wanted);
    return step === undefined ? within : alignTo(step, within, least);
  }
}

function middle(least: number | undefined, most: number | undefined): number {
  if (least !== undefined && most !== undefined) return (least + most) / 2;
  return least ?? most ?? 1;
}

function alignTo(step: number, value: number, least: number | undefined): number {
  const down = Math.floor(value / step) * step;
  return least !== undefined && down < least ? Math.ceil(value / step) * step : down;
}

function singular(name: string): string {
  return name.replace(/ies$/, "y").replace(/([^s])s$/, "$1");
}
