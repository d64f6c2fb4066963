/** The tabs of a narrow screen: one phone at a time, and the rest of the page. */
export function wireTabs(onShown) {
  for (const tab of document.querySelectorAll('.tabs button')) {
    tab.addEventListener('click', () => {
      showTab(tab.dataset.show);
      onShown(tab.dataset.show);
    });
  }
}

export function showTab(name) {
  document.body.dataset.tab = name;
  for (const tab of document.querySelectorAll('.tabs button')) {
    if (tab.dataset.show === name) tab.setAttribute('aria-current', 'true');
    else tab.removeAttribute('aria-current');
  }
}
