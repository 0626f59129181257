import { useAnswer } from "~/form/answer";
import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { getZodConstraint, parseWithZod } from "@conform-to/zod/v4";
import { Form } from "@remix-run/react";
import { useEffect, useRef, useState, type ReactNode, type RefObject } from "react";
import type { input, ZodObject } from "zod";
import { Callout } from "~/components/ui/callout";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import type { FormField } from "./fields";
import { usePendingIntent } from "./pending-intent";
import { SubmissionField } from "./submission-field";

/** What an action answers when a form is not accepted: which form, and what is wrong with it. */
export type FormAnswer = {
  intent: string;
  result: SubmissionResult;
  /** The act is sensitive and the last sign-in long ago: the password once more. */
  asksWho?: boolean;
};

type Fields<S extends ZodObject> = { [K in keyof input<S>]-?: FormField };

type SchemaFormProps<S extends ZodObject> = {
  schema: S;
  /** Tells the forms of a page apart. */
  intent: string;
  action?: string;
  defaultValue?: Partial<{ [K in keyof input<S>]: unknown }>;
  className?: string;
  /** Empties itself once what it sent was accepted: for adding things to a list. */
  startsOver?: boolean;
  children: (fields: Fields<S>, pending: boolean) => ReactNode;
};

/**
 * A form with one schema for the browser and the action. Without script it is a plain form: the server answers with
 * the same page, the typed values and the errors in place.
 */
export function SchemaForm<S extends ZodObject>(props: SchemaFormProps<S>) {
  const [round, setRound] = useState(0);
  return (
    <OneRound
      key={round}
      {...props}
      round={round}
      onAccepted={() => props.startsOver && setRound(round + 1)}
    />
  );
}

type RoundProps<S extends ZodObject> = SchemaFormProps<S> & { round: number; onAccepted: () => void };

function OneRound<S extends ZodObject>(props: RoundProps<S>) {
  const { schema, intent, action, defaultValue, className, round, onAccepted, children } = props;
  const answer = useAnswer<FormAnswer>();
  const [typed, setTyped] = useState(false);
  const mine = answer?.intent === intent ? answer : undefined;
  const pending = usePendingIntent(intent);
  const [form, fields] = useForm({
    id: ["form", intent, useVersion(defaultValue, typed) + round || ""].filter(Boolean).join("-"),
    // safe: keys are the schema's own; a value of another type is shown as its text
    defaultValue: defaultValue as never,
    lastResult: mine?.result,
    constraint: getZodConstraint(schema),
    // Not on leaving a field: the words would push the very button away that is being pressed.
    shouldValidate: "onSubmit",
    shouldRevalidate: "onInput",
    onValidate: ({ formData }) => parseWithZod(formData, { schema }),
  });
  const element = useRef<HTMLFormElement>(null);
  useFocusOfRound(element, round);
  useAccepted(pending, mine?.result.status === "error", () => {
    setTyped(false);
    onAccepted();
  });
  return (
    <Form
      ref={element}
      method="post"
      action={action}
      onInput={() => setTyped(true)}
      {...getFormProps(form)}
      className={className ?? "grid gap-4"}
    >
      <input type="hidden" name="intent" value={intent} />
      <SubmissionField pending={pending} />
      {form.errors && (
        <Callout tone="danger" role="alert">
          <p id={form.errorId}>{form.errors.join(" ")}</p>
        </Callout>
      )}
      {mine?.asksWho && <WhoAreYou intent={intent} />}
      {/* safe: useForm names its fields by the same schema */}
      {children(fields as unknown as Fields<S>, pending)}
    </Form>
  );
}

function WhoAreYou({ intent }: { intent: string }) {
  return (
    <Callout tone="attention" role="status" title="Confirm that it is you">
      <Field
        id={`form-${intent}-who`}
        label="Your password, then send again"
        className="mt-2 max-w-xs text-ink"
      >
        {(control) => (
          <Input
            {...control}
            type="password"
            name="confirmPassword"
            autoComplete="current-password"
            required
            autoFocus
          />
        )}
      </Field>
    </Callout>
  );
}

/**
 * Rises when what the server knows changes, so that the form begins from that again. Not while somebody types: what they
 * wrote stays, whoever saved something in the meantime.
 */
function useVersion(defaultValue: unknown, typed: boolean): number {
  const text = JSON.stringify(defaultValue);
  const [known, setKnown] = useState({ text, version: 0 });
  if (text !== known.text && !typed) setKnown({ text, version: known.version + 1 });
  return known.version;
}

/** What was added leaves an empty form, ready for the next one. */
function useFocusOfRound(element: RefObject<HTMLFormElement>, round: number): void {
  useEffect(() => {
    if (round > 0)
      element.current?.querySelector<HTMLElement>("input:not([type=hidden]), select, textarea")?.focus();
  }, [element, round]);
}

function useAccepted(pending: boolean, failed: boolean, onAccepted: () => void): void {
  const wasPending = useRef(false);
  useEffect(() => {
    if (wasPending.current && !pending && !failed) onAccepted();
    wasPending.current = pending;
  }, [pending, failed, onAccepted]);
}
