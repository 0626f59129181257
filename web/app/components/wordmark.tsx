/** A tributary joins the river. */
export function Mark({ className = "size-5" }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      aria-hidden
      className={className}
      stroke="currentColor"
      strokeLinecap="round"
    >
      <path d="M6.5 3c0 9 8 8.5 8 18" strokeWidth="3.6" />
      <path d="M19.5 3.5c0 5-4.2 5.2-5.6 8.4" strokeWidth="2.2" />
    </svg>
  );
}

export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-1.5 text-16 font-semibold tracking-tight">
      <Mark className="size-5 text-stream" />
      Tributary
    </span>
  );
}
