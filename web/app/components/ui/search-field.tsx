import { Form, useSubmit } from "@remix-run/react";
import { Search } from "lucide-react";
import { useEffect, useRef } from "react";
import { Input } from "./input";

type SearchFieldProps = {
  label: string;
  value: string;
  /** What else stands in the address and stays there. */
  keep?: Record<string, string>;
};

/** Looks as one types, a moment after the last letter; Enter does it at once, also without script. `/` comes here. */
export function SearchField({ label, value, keep }: SearchFieldProps) {
  const submit = useSubmit();
  const input = useShown(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <Form
      method="get"
      role="search"
      className="relative mb-4 max-w-72"
      onChange={(event) => {
        const form = event.currentTarget;
        clearTimeout(timer.current);
        timer.current = setTimeout(() => submit(form, { replace: true, preventScrollReset: true }), 200);
      }}
    >
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted"
      />
      {Object.entries(keep ?? {}).map(([name, kept]) => (
        <input key={name} type="hidden" name={name} value={kept} />
      ))}
      <Input
        ref={input}
        type="search"
        name="q"
        aria-label={label}
        placeholder={label}
        defaultValue={value}
        data-search
        className="pl-9"
      />
    </Form>
  );
}

/** The address may change otherwise, such as by “Show all links”: then it is what the field shows, but for who types in it. */
function useShown(value: string) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const field = input.current;
    if (field && field !== document.activeElement) field.value = value;
  }, [value]);
  return input;
}
