import { clsx } from "clsx";

type MeterProps = {
  label: string;
  value: number;
  max: number;
  text: string;
  tone?: "stream" | "attention" | "danger";
};

const fills = { stream: "bg-stream", attention: "bg-attention-mark", danger: "bg-danger" };

/** How much of something: the words carry the number, the bar only its size. */
export function Progress({ label, value, max, text, tone = "stream" }: MeterProps) {
  const share = max > 0 ? Math.min(1, value / max) : 0;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuetext={text}
      data-ground
      className="h-1.5 overflow-hidden rounded-full bg-hover"
    >
      <div
        className={clsx("h-full rounded-full transition-[width] forced-colors:bg-[Highlight]", fills[tone])}
        style={{ width: `${share * 100}%` }}
      />
    </div>
  );
}
