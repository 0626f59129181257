import { CornerDownRight, Eye } from "lucide-react";
import type { ReactNode } from "react";
import { type Page, pagesOf } from "../../../../worker/forms/pure/walk";
import { sayCondition } from "~/conditions/words";
import type { Definition, Ending, Field } from "../definition";
import { typeWords } from "../field-types";
import { askable } from "./askable";
import { useBuilder } from "./builder-context";
import { PanelPart } from "./rows";

/** Everything that depends on an answer, in the order a visitor meets it. */
export function LogicPanel() {
  const { definition } = useBuilder();
  const pages = pagesOf(definition);
  const isPlain =
    definition.fields.every(({ visibleWhen, jumps }) => !visibleWhen && !jumps?.length) &&
    definition.endings.every(({ when }) => !when);
  return (
    <>
      {isPlain && (
        <p className="mb-4 text-13 text-muted">
          Everybody is asked the same. Choose a question to show it only to some, or a page or an ending to
          lead some elsewhere.
        </p>
      )}
      {pages.map((page, index) => (
        <PanelPart
          key={page.key}
          title={
            pages.length === 1 ? "Questions" : `Page ${index + 1}${page.title ? ` · ${page.title}` : ""}`
          }
        >
          <PageLogic page={page} definition={definition} isLast={index === pages.length - 1} />
        </PanelPart>
      ))}
      <PanelPart title="Where it ends">
        <ul className="grid gap-2">
          {definition.endings.map((ending) => (
            <Line key={ending.key} target={ending.key} name={nameOfEnding(ending)}>
              {ending.when ? (
                <Says icon={Eye}>if {say(ending.when, definition)}</Says>
              ) : (
                <Says icon={Eye}>everybody who is left</Says>
              )}
            </Line>
          ))}
        </ul>
      </PanelPart>
    </>
  );
}

function PageLogic({ page, definition, isLast }: { page: Page; definition: Definition; isLast: boolean }) {
  return (
    <ul className="grid gap-2">
      {page.start?.visibleWhen && (
        <Line target={page.start.key} name="The whole page">
          <Says icon={Eye}>only if {say(page.start.visibleWhen, definition)}</Says>
        </Line>
      )}
      {page.fields.map((field) => (
        <Line key={field.key} target={field.key} name={nameOf(field)}>
          {field.visibleWhen && <Says icon={Eye}>only if {say(field.visibleWhen, definition)}</Says>}
        </Line>
      ))}
      {page.exit?.jumps?.map((jump) => (
        <Line
          key={JSON.stringify(jump)}
          target={page.exit?.key ?? null}
          name={`To ${nameOfTarget(jump.to, definition)}`}
        >
          <Says icon={CornerDownRight}>if {say(jump.when, definition)}</Says>
        </Line>
      ))}
      {!isLast && page.fields.length === 0 && <li className="text-13 text-muted">Nothing is asked here.</li>}
    </ul>
  );
}

function Line({ target, name, children }: { target: string | null; name: string; children?: ReactNode }) {
  const { open } = useBuilder();
  return (
    <li className="min-w-0">
      <button
        type="button"
        onClick={() => open(target)}
        className="touch max-w-full truncate rounded-4 text-left hover:underline"
      >
        {name}
      </button>
      {children}
    </li>
  );
}

function Says({ icon: Icon, children }: { icon: typeof Eye; children: ReactNode }) {
  return (
    <p className="flex gap-1.5 text-13 text-muted">
      <Icon aria-hidden className="mt-1 size-3.5 shrink-0" />
      <span className="min-w-0 break-words">{children}</span>
    </p>
  );
}

function say(condition: NonNullable<Field["visibleWhen"]>, definition: Definition): string {
  const quoted = askable(definition).map((field) => ({ ...field, label: `“${field.label}”` }));
  return sayCondition(condition, quoted);
}

function nameOf({ label, type }: Field): string {
  return label || typeWords(type).name;
}

function nameOfEnding({ title, kind, url }: Ending): string {
  return kind === "redirect" ? `Goes on to ${url ?? "an address"}` : title || "Ending";
}

function nameOfTarget(key: string, { fields, endings }: Definition): string {
  const field = fields.find((each) => each.key === key);
  if (field) return `page “${nameOf(field)}”`;
  const ending = endings.find((each) => each.key === key);
  return ending ? `ending “${nameOfEnding(ending)}”` : "somewhere that is gone";
}
