// The local page: give reports, watch them, read findings beside the report, accept one.
'use strict';
(() => {
  const byId = (id) => document.getElementById(id);
  const status = byId('status');
  const tell = (words) => { status.textContent = words; };
  const things = (count, one, many) => `${count} ${count === 1 ? one : many}`;

  async function send(path, body) {
    const answer = await fetch(path, { method: 'POST', body });
    const words = await answer.text();
    if (answer.status === 413) throw new Error('This file is larger than Casewright takes.');
    if (!answer.ok) throw new Error(words || 'Casewright did not take it.');
    return words;
  }
  const load = async () => {
    const answer = await fetch('/reports');
    if (!answer.ok) throw new Error('Casewright no longer answers. Start it again.');
    return answer.json();
  };

  // A folder goes to the server as an archive: its files as they stand, each with its sum.
  const sums = Array.from({ length: 256 }, (_, byte) => {
    let sum = byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? sum >>> 1 ^ 0xEDB88320 : sum >>> 1;
    return sum >>> 0;
  });
  const sumOf = (bytes) => {
    let sum = 0xFFFFFFFF;
    for (const byte of bytes) sum = sums[(sum ^ byte) & 0xFF] ^ sum >>> 8;
    return ~sum >>> 0;
  };
  const numbers = (...pairs) => {
    const view = new DataView(new ArrayBuffer(pairs.reduce((all, [, size]) => all + size, 0)));
    let at = 0;
    for (const [value, size] of pairs) {
      if (size === 2) view.setUint16(at, value, true);
      else view.setUint32(at, value, true);
      at += size;
    }
    return view.buffer;
  };
  async function archive(files) {
    const parts = [], table = [];
    let at = 0, tableSize = 0;
    for (const { path, file } of files) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const name = new TextEncoder().encode(path);
      const facts = [[20, 2], [0x800, 2], [0, 2], [0, 2], [33, 2], [sumOf(bytes), 4], [bytes.length, 4], [bytes.length, 4], [name.length, 2], [0, 2]];
      parts.push(numbers([0x04034B50, 4], ...facts), name, bytes);
      table.push(numbers([0x02014B50, 4], [20, 2], ...facts, [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]), name);
      at += 30 + name.length + bytes.length;
      tableSize += 46 + name.length;
    }
    return new Blob([...parts, ...table, numbers([0x06054B50, 4], [0, 2], [0, 2], [files.length, 2], [files.length, 2], [tableSize, 4], [at, 4], [0, 2])]);
  }
  /// The files below what was dropped, with their paths.
  async function below(entry, path = '') {
    const here = path + entry.name;
    if (entry.isFile) return [{ path: here, file: await new Promise((done, fail) => { entry.file(done, fail); }) }];
    const reader = entry.createReader(), found = [];
    for (;;) {
      const some = await new Promise((done, fail) => { reader.readEntries(done, fail); });
      if (some.length === 0) break;
      for (const each of some) found.push(...await below(each, `${here}/`));
    }
    return found;
  }

  function verdict(report) {
    if (report.state === 'waiting') return 'Waiting for its turn';
    if (report.state === 'checking') return 'Casewright is reading it';
    if (report.state === 'failed') return `It could not be checked. ${report.said}`;
    if (report.case) return report.verdict === 'ready' ? 'Ready to publish: the website is made.' : 'Not ready to publish. What stands in the way is told below.';
    const { block = 0, fix = 0, advise = 0, waived = 0 } = report.counts ?? {};
    const rest = `${things(fix, 'thing', 'things')} to mend or justify, ${things(advise, 'piece', 'pieces')} of advice${waived > 0 ? `, ${waived} accepted` : ''}`;
    return report.verdict === 'ready' ? `Ready to publish: ${rest}` : `Not ready to publish: ${things(block, 'thing', 'things')} must be mended first; ${rest}`;
  }

  // The start page.
  const list = byId('reports');
  if (list) {
    let shown = '';
    const draw = (reports) => {
      byId('none').hidden = reports.length > 0;
      const now = JSON.stringify(reports);
      if (now === shown) return;
      shown = now;
      const focused = document.activeElement?.dataset?.key;
      list.replaceChildren(...reports.map((report) => {
        const item = document.createElement('li');
        item.className = report.state === 'done' ? (report.verdict === 'ready' ? 'go' : 'stop') : report.state;
        const name = document.createElement('h3');
        name.textContent = report.name;
        const said = document.createElement('p');
        said.className = 'said';
        said.textContent = verdict(report);
        item.append(name, said);
        if (report.state === 'waiting' || report.state === 'checking') {
          const bar = document.createElement('progress');
          bar.setAttribute('aria-label', `Checking ${report.name}`);
          item.append(bar);
        }
        const buttons = document.createElement('p');
        buttons.className = 'buttons';
        if (report.case && report.verdict === 'not-ready') {
          const more = document.createElement('details');
          const title = document.createElement('summary');
          title.textContent = `What stands in the way of ${report.name}`;
          const words = document.createElement('pre');
          words.className = 'told';
          words.tabIndex = 0;
          words.textContent = report.said;
          more.append(title, words);
          item.append(more);
        }
        if (report.case && report.verdict === 'ready') {
          const site = document.createElement('a');
          site.className = 'button main';
          site.href = `/reports/${report.id}/download/website.zip`;
          site.download = '';
          site.textContent = 'Save the website (zip)';
          site.dataset.key = `site-${report.id}`;
          site.setAttribute('aria-label', `Save the website of ${report.name}`);
          buttons.append(site);
        }
        if (report.state === 'done' && !report.case) {
          const open = document.createElement('a');
          open.className = 'button main';
          open.href = `/reports/${report.id}/`;
          open.textContent = 'Read the findings';
          open.dataset.key = `open-${report.id}`;
          open.setAttribute('aria-label', `Read the findings of ${report.name}`);
          buttons.append(open);
        }
        const gone = document.createElement('button');
        gone.type = 'button';
        gone.textContent = 'Remove';
        gone.dataset.key = `remove-${report.id}`;
        gone.setAttribute('aria-label', `Remove ${report.name}`);
        gone.addEventListener('click', async () => {
          await send(`/reports/${report.id}/remove`).catch((error) => tell(error.message));
          tell(`${report.name} is removed.`);
          refresh();
        });
        buttons.append(gone);
        item.append(buttons);
        return item;
      }));
      if (focused) list.querySelector(`[data-key="${focused}"]`)?.focus();
    };
    let timer = 0;
    const refresh = async () => {
      clearTimeout(timer);
      try {
        const reports = await load();
        draw(reports);
        if (reports.some((report) => report.state === 'waiting' || report.state === 'checking')) timer = setTimeout(refresh, 500);
      } catch (error) {
        tell(error.message);
      }
    };
    const give = async (files) => {
      const all = [...files];
      const refused = [];
      await Promise.all(all.map(async (file) => {
        tell(`Taking ${file.name}`);
        try {
          await send(`/reports?name=${encodeURIComponent(file.name)}`, file);
          refresh();
        } catch (error) {
          refused.push(`${file.name}: ${error instanceof TypeError ? 'This file is larger than Casewright takes, or it no longer answers.' : error.message}`);
        }
      }));
      tell(refused.length > 0 ? refused.join(' ') : `${things(all.length, 'report', 'reports')} taken.`);
    };
    const giveFolder = async (files) => {
      if (files.length === 0) return;
      const name = `${files[0].path.split('/')[0]}.zip`;
      try {
        tell(`Taking ${name}`);
        await send(`/reports?name=${encodeURIComponent(name)}`, await archive(files));
        tell('The case is taken.');
      } catch (error) {
        tell(error instanceof TypeError ? 'This folder is larger than Casewright takes, or it no longer answers.' : error.message);
      }
      refresh();
    };
    const tellNames = (name) => {
      byId('names-said').textContent = name ? `Every report is checked for the names of ${name}.` : 'There is no list. Casewright tells of what looks like a name.';
      byId('names-away').hidden = !name;
    };
    const giveNames = async (name, file) => {
      byId('names-said').textContent = file ? `Taking ${name}` : 'The list is taken away.';
      try {
        tellNames(await send(`/names?name=${encodeURIComponent(name)}`, file));
        refresh();
      } catch (error) {
        byId('names-said').textContent = error instanceof TypeError ? 'This file is larger than Casewright takes, or it no longer answers.' : error.message;
      }
    };
    byId('names').addEventListener('change', (event) => {
      const [file] = event.target.files;
      if (file) giveNames(file.name, file).finally(() => { event.target.value = ''; });
    });
    byId('names-away').addEventListener('click', () => giveNames('', '').then(() => byId('names').focus()));
    fetch('/names').then((answer) => answer.text()).then(tellNames).catch((error) => tell(error.message));
    byId('folder').addEventListener('change', (event) => {
      giveFolder([...event.target.files].map((file) => ({ path: file.webkitRelativePath, file }))).finally(() => { event.target.value = ''; });
    });
    byId('files').addEventListener('change', (event) => {
      give(event.target.files).finally(() => { event.target.value = ''; });
    });
    const drop = byId('drop');
    for (const name of ['dragover', 'dragenter']) drop.addEventListener(name, (event) => { event.preventDefault(); drop.classList.add('over'); });
    drop.addEventListener('dragleave', () => drop.classList.remove('over'));
    drop.addEventListener('drop', (event) => {
      event.preventDefault();
      drop.classList.remove('over');
      const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter((entry) => entry?.isDirectory);
      if (entries.length === 0) return give(event.dataTransfer.files);
      return Promise.all(entries.map(async (entry) => giveFolder(await below(entry)))).catch((error) => tell(error.message));
    });
    for (const name of ['dragover', 'drop']) window.addEventListener(name, (event) => event.preventDefault());
    byId('stop').addEventListener('click', async () => {
      try {
        tell(await send('/stop'));
        list.replaceChildren();
        for (const each of document.querySelectorAll('button, input')) each.disabled = true;
      } catch (error) {
        tell(error.message);
      }
    });
    refresh();
    return;
  }

  // A report beside its findings.
  const id = location.pathname.split('/')[2];
  async function show() {
    const report = (await load()).find((each) => each.id === id);
    if (!report) return tell('This report is not here any more.');
    byId('name').textContent = report.name;
    tell(verdict(report));
    byId('waivers').hidden = !report.waivers;
    if (report.state === 'waiting' || report.state === 'checking') return setTimeout(show, 500);
    if (report.state !== 'done') return undefined;
    byId('findings-frame').src = `/reports/${id}/findings`;
    const text = await fetch(`/reports/${id}/document`);
    const frame = byId('document-frame');
    frame.closest('section').hidden = !text.ok;
    if (text.ok) frame.src = `/reports/${id}/document`;
    const findings = (await (await fetch(`/reports/${id}/findings.json`)).json()).reports[0].findings;
    const levels = { block: 'Must mend', fix: 'Mend or justify', advise: 'Advice' };
    const told = new Map();
    const numbered = (words) => {
      told.set(words, (told.get(words) ?? 0) + 1);
      return told.get(words) === 1 ? words : `${words} (number ${told.get(words)} there)`;
    };
    byId('finding').replaceChildren(...findings.map((finding, at) => ({ finding, at })).filter(({ finding }) => !finding.waived && !finding.rule.startsWith('waivers/')).map(({ finding, at }) => {
      const choice = document.createElement('option');
      choice.value = at;
      const words = finding.text ? ` “${[...finding.text].slice(0, 60).join('')}”` : '';  // the report itself stands beside it
      choice.textContent = numbered(`${levels[finding.level]}, ${finding.where}: ${finding.message}${words}`);
      return choice;
    }));
    return undefined;
  }
  // Copies are made when they are asked for; where one cannot be, the page says why.
  for (const [what, words] of [['marked', 'The copy with the findings in it'], ['cleaned', 'The cleaned copy']])
    byId(what).addEventListener('click', async () => {
      tell(`${words} is being made.`);
      try {
        await send(`/reports/${id}/make/${what}`);
        const link = document.createElement('a');
        link.href = `/reports/${id}/download/${what}`;
        link.download = '';
        link.click();
        tell(`${words} is saved.`);
      } catch (error) {
        tell(error.message);
      }
    });
  byId('waive').addEventListener('submit', async (event) => {
    event.preventDefault();
    const form = event.target;
    try {
      await send(`/reports/${id}/waive`, new URLSearchParams(new FormData(form)));
      form.reset();
      byId('accept').open = false;
      tell('Accepted. Casewright checks the report again.');
      byId('accept').querySelector('summary').focus();
      setTimeout(() => show().catch((error) => tell(error.message)), 300);
    } catch (error) {
      tell(error.message);
    }
  });
  show().catch((error) => tell(error.message));
})();
