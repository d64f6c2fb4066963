import type { StaffVisit } from '../route.ts';
import { vi } from '../texts/vi.ts';
import { Form } from './parts.tsx';

/** One box for whatever an officer has at hand. `words` are what was searched for. */
export function SearchBox({ visit, words = '' }: { readonly visit: StaffVisit; readonly words?: string }) {
  return (
    <div role="search">
      <Form visit={visit} action="/console/tim" class="search">
        <label for="words">{vi.search.label}</label>
        <input
          id="words"
          name="words"
          type="search"
          value={words}
          maxLength={300}
          autocomplete="off"
          required
        />
        <button class="quiet" type="submit">
          {vi.search.find}
        </button>
      </Form>
    </div>
  );
}
