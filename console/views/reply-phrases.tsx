import { replyPhrases } from '../texts/reply-phrases.ts';
import { vi } from '../texts/vi.ts';

interface ReplyPhrasesProps {
  /** Id of the text field that they are put into. */
  readonly field: string;
  readonly commune: string;
}

/** Ready words beside an answer; only a browser with a script can put them in, so only there they are shown. */
export function ReplyPhrases({ field, commune }: ReplyPhrasesProps) {
  return (
    <details class="phrases" data-phrases-for={field} hidden>
      <summary>{vi.report.phrases}</summary>
      <p class="hint">{vi.report.phrasesHint}</p>
      <ul>
        {replyPhrases(commune).map(({ title, text }) => (
          <li key={title}>
            <button class="quiet" type="button" data-phrase={text} title={text}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
