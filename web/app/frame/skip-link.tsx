export function SkipLink() {
  return (
    <a
      href="#page"
      className="fixed top-2 left-2 z-50 -translate-y-16 rounded-8 bg-ink px-4 py-2 font-medium text-paper focus:translate-y-0"
    >
      Skip to content
    </a>
  );
}
