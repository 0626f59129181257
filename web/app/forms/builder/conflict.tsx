import { Button } from "~/components/ui/button";
import { Callout } from "~/components/ui/callout";
import type { Clash } from "~/pieces/draft/merge";
import { typeWords } from "../field-types";
import { type FormWords, partNames } from "./form-words";

type ConflictProps = {
  clash: Clash<FormWords>;
  mine: FormWords;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
};

/** Two people, or two windows, changed the same part of a form: both are shown, and a person decides. */
export function Conflict({ clash, mine, onKeepMine, onTakeTheirs }: ConflictProps) {
  return (
    <Callout
      takesFocus
      tone="attention"
      role="alert"
      className="mb-6"
      title="Somebody changed this meanwhile"
      action={
        <>
          <Button onClick={onKeepMine}>Keep mine</Button>
          <Button onClick={onTakeTheirs}>Take theirs</Button>
        </>
      }
    >
      <p>
        Theirs is saved. Yours is only here until you keep it; what only they changed comes along either way.
      </p>
      {clash.fields.map((part) => (
        <section key={part} aria-label={partNames[part]} className="mt-4 text-ink">
          <h2 className="font-medium">{partNames[part]}</h2>
          <div className="mt-1 grid gap-4 md:grid-cols-2">
            <Side name="Yours" lines={linesOf(part, mine)} other={linesOf(part, clash.words)} />
            <Side name="Theirs" lines={linesOf(part, clash.words)} other={linesOf(part, mine)} />
          </div>
        </section>
      ))}
    </Callout>
  );
}

function Side({ name, lines, other }: { name: string; lines: string[]; other: string[] }) {
  const known = new Set(other);
  return (
    <div className="min-w-0">
      <h3 className="text-12 text-muted">{name}</h3>
      <ul data-ground className="mt-1 rounded-4 bg-raised px-3 py-2">
        {lines.length === 0 && <li>—</li>}
        {lines.map((line) => (
          <li key={line} className={known.has(line) ? "text-muted" : "font-medium"}>
            {line}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A part as one reads it; what stands in both is quiet. */
function linesOf(part: keyof FormWords, words: FormWords): string[] {
  switch (part) {
    case "fields":
      return words.fields.map(
        ({ label, type, isRequired, help, options }, index) =>
          `${index + 1}. ${[label || typeWords(type).name, isRequired ? "required" : "", help ?? "", options?.map((option) => option.label).join(", ") ?? ""].filter(Boolean).join(" · ")}`,
      );
    case "endings":
      return words.endings.map(({ title, text, url }) => [title, text, url].filter(Boolean).join(" · "));
    case "theme":
      return Object.entries(words.theme).map(([name, value]) => `${name}: ${value}`);
    case "settings":
      return Object.entries(words.settings).map(
        ([name, value]) => `${settingNames[name] ?? name}: ${said(value)}`,
      );
    case "translations":
      return Object.entries(words.translations).map(
        ([language, texts]) => `${language}: ${Object.values(texts).join(" · ")}`,
      );
    case "wordings":
      return words.wordings.map(({ name, texts }) => `${name}: ${Object.values(texts).join(" · ")}`);
    default:
      return [said(words[part])];
  }
}

const settingNames: Record<string, string> = {
  responseLimit: "Most answers",
  opensAt: "Opens",
  closesAt: "Closes",
  closedMessage: "Words when it is closed",
  notifyMemberIds: "People who are told",
  hasDoubleOptIn: "Confirm the address",
  keepsDrafts: "Keep what is unfinished",
  allowedDomains: "May stand on",
  challengeSiteKey: "Site key of Turnstile",
};

function said(value: unknown): string {
  if (Array.isArray(value)) return value.length > 0 ? value.join(", ") : "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "string" || typeof value === "number" ? String(value) || "—" : "—";
}
