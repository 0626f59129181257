import { Avatar } from "~/components/ui/avatar";

export type Person = { name: string; email: string; avatarUrl?: string | null };

export function PersonLine({ person, you }: { person: Person; you?: boolean }) {
  return (
    <span className="flex min-w-0 items-center gap-3">
      <Avatar name={person.name || person.email} src={person.avatarUrl} />
      <span className="min-w-0">
        <span className="block truncate font-medium text-ink">
          {person.name || person.email}
          {you && <span className="font-normal text-muted"> (you)</span>}
        </span>
        {person.name && <span className="block truncate text-13 text-muted">{person.email}</span>}
      </span>
    </span>
  );
}
