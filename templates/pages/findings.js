// The findings page: filter, search, group, copy, print, show names. The page is whole without it.
'use strict';
(() => {
  const page = document.getElementById('findings');
  if (!page) return;
  const tools = page.querySelector('.tools');
  const groups = page.querySelector('.groups');
  const status = page.querySelector('.status');
  const items = [...groups.querySelectorAll('.finding')];
  const home = items.map((item) => item.parentElement);
  const words = new Map();
  const wordsOf = (item) => {
    if (!words.has(item)) words.set(item, item.textContent.toLowerCase());
    return words.get(item);
  };

  const wanted = () => {
    const levels = new Set([...tools.querySelectorAll('[name=level]:checked')].map((box) => box.value));
    const family = tools.querySelector('[name=family]').value;
    const search = tools.querySelector('[name=search]').value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    return (item) => levels.has(item.dataset.level) && (family === '' || item.dataset.family === family)
      && search.every((word) => wordsOf(item).includes(word));
  };

  function show() {
    const fits = wanted();
    let shown = 0;
    for (const item of items) {
      item.hidden = !fits(item);
      if (!item.hidden) shown += 1;
    }
    for (const group of groups.querySelectorAll('.rule, .family, .report, .page'))
      group.hidden = !group.querySelector('.finding:not([hidden])');
    status.textContent = `Showing ${shown} of ${items.length} findings`;
    page.querySelector('.nothing').hidden = shown > 0;
  }

  const byRule = [...groups.children];
  let byPage = null;
  function makePages() {
    const made = new Map();
    for (const item of [...items].sort((a, b) => a.dataset.order - b.dataset.order)) {
      const name = item.dataset.where;
      if (!made.has(name)) {
        const section = document.createElement('section');
        section.className = 'page';
        const heading = document.createElement('h3');
        heading.textContent = name;
        const list = document.createElement('ol');
        list.className = 'findings';
        section.append(heading, list);
        made.set(name, section);
      }
    }
    return made;
  }
  function group() {
    const pages = tools.querySelector('[name=group]:checked').value === 'page';
    page.classList.toggle('by-page', pages);
    page.classList.toggle('by-rule', !pages);
    if (pages) {
      byPage ??= makePages();
      for (const item of [...items].sort((a, b) => a.dataset.order - b.dataset.order))
        byPage.get(item.dataset.where).lastElementChild.append(item);
      groups.replaceChildren(...byPage.values());
    } else {
      items.forEach((item, at) => home[at].append(item));
      groups.replaceChildren(...byRule);
    }
    show();
  }

  async function copy(text, button) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement('textarea');
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand('copy');
      area.remove();
      button.focus();
    }
    status.textContent = 'Copied';
  }
  const textOf = (item) => {
    const part = (selector) => item.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim() ?? '';
    return [`${part('.badge')}: ${part('.place')} (${item.dataset.rule})`, part('.message'), part('.excerpt'), part('.to-do'), part('.accepted')]
      .filter(Boolean).join('\n');
  };

  tools.addEventListener('input', (event) => (event.target.name === 'group' ? group() : show()));
  tools.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.target.name !== 'search') return;
    event.target.value = '';
    show();
  });
  page.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (!button) return;
    if (button.name === 'copy') copy(textOf(button.closest('.finding')), button);
    if (button.name === 'copy-all') copy(items.filter((item) => !item.hidden).map(textOf).join('\n\n'), button);
    if (button.name === 'print') window.print();
    if (button.name === 'names') showNames(button);
    if (button.name === 'all') {
      for (const box of tools.querySelectorAll('[name=level], [name=group][value=rule]')) box.checked = true;
      for (const field of tools.querySelectorAll('[name=family], [name=search]')) field.value = '';
      group();
      tools.querySelector('[name=search]').focus();
    }
  });
  function showNames(button) {
    const shown = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', String(shown));
    for (const secret of document.querySelectorAll('.secret[data-behind]')) {
      const other = secret.dataset.behind;
      secret.dataset.behind = secret.textContent;
      secret.textContent = other;
    }
    words.clear();
    show();
  }
  window.addEventListener('beforeprint', () => {
    for (const each of document.querySelectorAll('details')) each.open = true;
  });

  tools.hidden = false;
  for (const button of page.querySelectorAll('.finding > button')) button.hidden = false;
  page.classList.add('by-rule');
  show();
})();
