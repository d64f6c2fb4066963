import { vi } from '../texts/vi.ts';

interface CopyButtonProps {
  /** What is put on the clipboard. */
  readonly text: string;
  /** What it is, for who hears the page. */
  readonly what: string;
}

/** Shown only by a browser that can copy. */
export function CopyButton({ text, what }: CopyButtonProps) {
  return (
    <button
      class="quiet copy"
      type="button"
      data-copy={text}
      data-copied={vi.common.copied}
      aria-label={`${vi.common.copy} ${what}`}
      hidden
    >
      {vi.common.copy}
    </button>
  );
}
