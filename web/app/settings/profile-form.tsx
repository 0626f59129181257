import type { ReactNode } from "react";
import { Button } from "~/components/ui/button";

export function Save({ pending, children }: { pending: boolean; children: ReactNode }) {
  return (
    <div className="sm:col-span-2">
      <Button type="submit" look="primary" pending={pending}>
        {children}
      </Button>
    </div>
  );
}

export function nameOf(options: { value: string; name: string }[], value: string | null | undefined) {
  return value ? options.find((option) => option.value === value)?.name : null;
}

/** A field that holds nothing begins empty. */
export function filled(values: Record<string, string | null | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? ""]));
}
