import { useId, type ReactNode } from "react";
import { formatNumber, type Locale } from "~/words/format";
import { useLocale } from "~/locale";
import {
  layOutRiver,
  type Leaving,
  type PlacedNode,
  type PlacedStream,
  type River as RiverData,
} from "./river-layout";
import { RiverTable } from "./river-table";

const wide = { width: 1088, height: 400, left: 124, right: 124, top: 40, bottom: 56, gap: 34 };

/** The picture of the product: how wide each stream is, where it thins, and what arrives. */
export function River({ river, title, note }: { river: RiverData; title: string; note?: ReactNode }) {
  const titleId = useId();
  return (
    <figure aria-labelledby={titleId}>
      <figcaption
        id={titleId}
        className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-13 text-muted"
      >
        {note}
        {title}
      </figcaption>
      <div className="hidden md:block">
        <WideRiver river={river} />
      </div>
      <div className="md:hidden">
        <NarrowRiver river={river} />
      </div>
      <details className="mt-2 text-13">
        <summary className="touch inline-block text-muted hover:text-ink">
          Show the numbers as a table
        </summary>
        <RiverTable river={river} title={title} />
      </details>
    </figure>
  );
}

function WideRiver({ river }: { river: RiverData }) {
  const locale = useLocale();
  const { nodes, streams, leaving } = layOutRiver(river, wide);
  const id = useId();
  const isPicture = river.streams.every((stream) => stream.href === undefined);
  return (
    <svg
      viewBox={`0 0 ${wide.width} ${wide.height}`}
      aria-hidden={isPicture}
      className="h-auto w-full"
      fontSize="13"
    >
      <Paints id={id} />
      <StageNames river={river} nodes={nodes} />
      {leaving.map((one) => (
        <path key={one.key} d={one.path} fill="none" stroke={`url(#${id}-leaving)`} strokeWidth={one.width} />
      ))}
      {streams.map((stream) => (
        <Stream key={stream.key} stream={stream} paint={`url(#${id}-water)`} />
      ))}
      {nodes.map((node) => (
        <NodeMark key={node.id} node={node} last={river.stages.length - 1} locale={locale} />
      ))}
      <WeakestMark river={river} leaving={leaving} />
    </svg>
  );
}

/** Water gathers colour on its way; what leaves loses it. */
function Paints({ id }: { id: string }) {
  return (
    <defs>
      <linearGradient
        id={`${id}-water`}
        gradientUnits="userSpaceOnUse"
        x1={wide.left}
        x2={wide.width - wide.right}
      >
        <stop offset="0" stopColor="var(--stream)" stopOpacity="0.2" />
        <stop offset="1" stopColor="var(--stream)" stopOpacity="0.62" />
      </linearGradient>
      <linearGradient id={`${id}-leaving`} x1="0" x2="1">
        <stop offset="0" stopColor="var(--muted)" stopOpacity="0.2" />
        <stop offset="1" stopColor="var(--muted)" stopOpacity="0" />
      </linearGradient>
    </defs>
  );
}

function Stream({ stream, paint }: { stream: PlacedStream; paint: string }) {
  const path = (
    <path
      data-flow
      d={stream.path}
      fill="none"
      stroke={paint}
      strokeWidth={stream.width}
      className={stream.href && "transition-opacity hover:opacity-70"}
    />
  );
  if (!stream.href) return path;
  return (
    <a href={stream.href} aria-label={`${stream.from.name} to ${stream.to.name}: ${stream.value}`}>
      {path}
    </a>
  );
}

function NodeMark({ node, last, locale }: { node: PlacedNode; last: number; locale: Locale }) {
  const atStart = node.stage === 0;
  const x = atStart ? node.x0 - 12 : node.x1 + 12;
  const y = (node.y0 + node.y1) / 2;
  const inside = !atStart && node.stage !== last;
  return (
    <g>
      <rect
        x={node.x0}
        y={node.y0}
        width={node.x1 - node.x0}
        height={Math.max(2, node.y1 - node.y0)}
        rx="2"
        fill="var(--stream)"
      />
      <text
        x={x}
        y={y - 3}
        textAnchor={atStart ? "end" : "start"}
        fill="var(--ink)"
        fontWeight="500"
        {...halo(inside)}
      >
        {node.name}
      </text>
      <text
        x={x}
        y={y + 14}
        textAnchor={atStart ? "end" : "start"}
        fill="var(--muted)"
        className="tabular-nums"
        {...halo(inside)}
      >
        {formatNumber(node.value, locale)}
        {node.note && ` · ${node.note}`}
      </text>
    </g>
  );
}

/** Words that lie on water stand out by a thin rim of paper. */
function halo(needed: boolean) {
  return needed
    ? ({ stroke: "var(--paper)", strokeWidth: 3, strokeOpacity: 0.7, paintOrder: "stroke" } as const)
    : {};
}

function StageNames({ river, nodes }: { river: RiverData; nodes: PlacedNode[] }) {
  return river.stages.map((name, stage) => {
    const node = nodes.find((one) => one.stage === stage);
    if (!node) return null;
    const atStart = stage === 0;
    return (
      <text
        key={name}
        x={atStart ? node.x0 - 12 : node.x1 + 12}
        y={16}
        textAnchor={atStart ? "end" : "start"}
        fill="var(--faint)"
        fontSize="12"
      >
        {name}
      </text>
    );
  });
}

/** Where most of what could stay is lost: said beside the water that leaves. */
function WeakestMark({ river, leaving }: { river: RiverData; leaving: Leaving[] }) {
  const weak = leaving.find(({ node }) => node.id === river.weakest?.node);
  if (!weak || !river.weakest) return null;
  const x = weak.node.x1 + 22;
  const y = Math.max((weak.node.y0 + weak.node.y1) / 2 + 36, weak.node.y1 - 10);
  return (
    <g>
      <circle cx={x - 6} cy={y - 4} r="4" fill="var(--attention-mark)" />
      <text x={x + 4} y={y} fill="var(--attention)" fontWeight="500" {...halo(true)}>
        {river.weakest.words}
      </text>
    </g>
  );
}

/** On phones the river flows down: a bar a stage, as wide as what comes through. */
function NarrowRiver({ river }: { river: RiverData }) {
  const locale = useLocale();
  const most = Math.max(...totals(river));
  return (
    <ol className="grid gap-0" aria-hidden>
      {river.stages.map((stage, index) => {
        const nodes = river.nodes.filter((node) => node.stage === index);
        const total = totals(river)[index] ?? 0;
        const next = totals(river)[index + 1];
        return (
          <li key={stage}>
            <div className="flex items-baseline justify-between gap-4 text-13">
              <span className="font-medium">{stage}</span>
              <span className="tabular-nums">{formatNumber(total, locale)}</span>
            </div>
            <p className="text-12 text-muted">{nodes.map((node) => node.note ?? node.name).join(" · ")}</p>
            {nodes.some((node) => node.id === river.weakest?.node) && (
              <p className="text-12 font-medium text-attention">{river.weakest?.words}</p>
            )}
            <Reach share={total / most} next={next === undefined ? undefined : next / most} />
          </li>
        );
      })}
    </ol>
  );
}

function Reach({ share, next }: { share: number; next?: number }) {
  const [from, to] = [Math.max(1, share * 100), Math.max(1, (next ?? share) * 100)];
  return (
    <svg viewBox="0 0 100 24" preserveAspectRatio="none" className="my-1 block h-12 w-full" data-ground>
      <rect width={from} height="3" fill="var(--stream)" />
      {next !== undefined && (
        <path d={`M0,3H${from}C${from},14 ${to},12 ${to},24H0Z`} fill="var(--stream)" fillOpacity="0.28" />
      )}
    </svg>
  );
}

function totals(river: RiverData): number[] {
  return river.stages.map((_, stage) =>
    river.nodes.filter((node) => node.stage === stage).reduce((sum, node) => sum + node.value, 0),
  );
}
