import { useLocale } from "~/locale";
import { formatNumber } from "~/words/format";
import type { River } from "./river-layout";

/** The same numbers for those who read rather than look. */
export function RiverTable({ river, title }: { river: River; title: string }) {
  const locale = useLocale();
  const nameOf = new Map(river.nodes.map((node) => [node.id, node.name]));
  return (
    <table className="mt-3 w-full max-w-xl text-left">
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr className="border-b border-line text-muted">
          <th scope="col" className="py-1.5 font-medium">
            From
          </th>
          <th scope="col" className="py-1.5 font-medium">
            To
          </th>
          <th scope="col" className="py-1.5 text-right font-medium">
            How many
          </th>
        </tr>
      </thead>
      <tbody>
        {river.streams.map(({ source, target, value }) => (
          <tr key={`${source}-${target}`} className="border-b border-line">
            <th scope="row" className="py-1.5 font-normal">
              {nameOf.get(source)}
            </th>
            <td className="py-1.5">{nameOf.get(target)}</td>
            <td className="py-1.5 text-right">{formatNumber(value, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
