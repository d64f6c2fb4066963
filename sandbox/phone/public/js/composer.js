const LINE_LIMIT_PX = 110;

/**
 * The text box and the three file inputs. `onText(text)` and `onFiles(files)` run when the resident sends.
 * A Vietnamese keyboard confirms a word with Enter: that Enter belongs to it and sends nothing.
 */
export function wireComposer({ form, input, files, root }, { onText, onFiles }) {
  function fit() {
    input.style.height = 'auto';
    input.style.height = `${Math.min(input.scrollHeight, LINE_LIMIT_PX)}px`;
  }

  function submit() {
    const text = input.value.trim();
    if (text === '') return;
    input.value = '';
    fit();
    onText(text);
  }

  input.addEventListener('input', fit);
  input.addEventListener('keydown', (event) => {
    // Safari ends the composition before the keydown: only the old key code 229 still tells.
    const composing = event.isComposing || event.keyCode === 229;
    if (event.key !== 'Enter' || event.shiftKey || composing) return;
    event.preventDefault();
    submit();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
    input.focus();
  });
  for (const chooser of Object.values(files)) {
    chooser.addEventListener('change', () => {
      const chosen = [...chooser.files];
      chooser.value = '';
      if (chosen.length > 0) onFiles(chosen);
    });
  }
  input.addEventListener('paste', (event) => {
    const pasted = [...event.clipboardData.files];
    if (pasted.length === 0) return;
    event.preventDefault();
    onFiles(pasted);
  });
  acceptDrops(root, onFiles);
}

function acceptDrops(root, onFiles) {
  const mark = (on) => root.classList.toggle('dropping', on);
  root.addEventListener('dragover', (event) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    mark(true);
  });
  root.addEventListener('dragleave', (event) => {
    if (!root.contains(event.relatedTarget)) mark(false);
  });
  root.addEventListener('drop', (event) => {
    event.preventDefault();
    mark(false);
    const dropped = [...event.dataTransfer.files];
    if (dropped.length > 0) onFiles(dropped);
  });
}
