import { el } from './dom.js';
import { suggestions } from './texts.js';

/** The column beside the phones: who is writing, and first messages to try. */
export function createGuide({ onResident, onNew, onSuggestion, onError }) {
  const select = document.getElementById('resident');
  const add = document.getElementById('resident-new');
  const chips = document.getElementById('suggestions');
  const target = () => document.querySelector('input[name="target"]:checked').value;

  select.addEventListener('change', () => onResident(select.value).catch(onError));
  add.addEventListener('click', async () => {
    add.disabled = true;
    try {
      const resident = await onNew();
      await onResident(resident.id);
    } catch (error) {
      onError(error);
    }
    add.disabled = false;
  });
  chips.replaceChildren(
    ...suggestions.map((text) =>
      el(
        'button',
        {
          type: 'button',
          class: 'chip',
          qa: 'suggestion',
          on: { click: () => onSuggestion(target(), text) },
        },
        text,
      ),
    ),
  );

  return {
    setTarget(app) {
      document.querySelector(`input[name="target"][value="${app}"]`).checked = true;
    },
    setResidents(residents, chosen) {
      select.replaceChildren(...residents.map(({ id, name }) => el('option', { value: id }, name)));
      select.value = chosen;
    },
  };
}
