import { useId, useState, type ReactNode } from "react";
import { Button } from "./button";
import { Field } from "./field";
import { Input } from "./input";

type ConfirmProps = {
  /** What has to be typed: the thing's own name. */
  expected: string;
  name?: string;
  /** Names the deed and the thing: “Delete organization”. */
  action: string;
  pending?: boolean;
  errors?: string[];
  children?: ReactNode;
};

/**
 * For what cannot be undone. Goes inside a form; the server compares the typed name again, so it also holds
 * without script, where the button is never held back.
 */
export function ConfirmByTyping({
  expected,
  name = "confirmation",
  action,
  pending,
  errors,
  children,
}: ConfirmProps) {
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const held = typed !== undefined && typed.trim() !== expected;
  return (
    <div className="grid gap-4">
      {children}
      <Field
        id={id}
        label={
          <>
            Type <span className="font-semibold select-all">{expected}</span> to confirm
          </>
        }
        errors={errors}
      >
        {(control) => (
          <Input
            {...control}
            name={name}
            required
            autoComplete="off"
            spellCheck={false}
            autoCapitalize="none"
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
      </Field>
      <div className="flex justify-end">
        <Button type="submit" look="danger" disabled={held} pending={pending}>
          {action}
        </Button>
      </div>
    </div>
  );
}
