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

  function verdict(report) {
    if (report.state === 'waiting') return 'Waiting for its turn';
    if (report.state === 'checking') return 'Casewright is reading it';
    if (report.state === 'failed') return `It could not be checked. ${report.said}`;
    const { block = 0, fix = 0, advise = 0 } = report.counts ?? {};
    const rest = `${things(fix, 'thing', 'things')} to mend or justify, ${things(advise, 'piece', 'pieces')} of advice`;
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
        if (report.state === 'done') {
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
    byId('files').addEventListener('change', (event) => {
      give(event.target.files).finally(() => { event.target.value = ''; });
    });
    const drop = byId('drop');
    for (const name of ['dragover', 'dragenter']) drop.addEventListener(name, (event) => { event.preventDefault(); drop.classList.add('over'); });
    drop.addEventListener('dragleave', () => drop.classList.remove('over'));
    drop.addEventListener('drop', (event) => {
      event.preventDefault();
      drop.classList.remove('over');
      give(event.dataTransfer.files);
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
    byId('finding').replaceChildren(...findings.map((finding, at) => ({ finding, at })).filter(({ finding }) => !finding.waived && !finding.rule.startsWith('waivers/')).map(({ finding, at }) => {
      const choice = document.createElement('option');
      choice.value = at;
      const place = finding.paragraph ? `paragraph ${finding.paragraph}` : 'the report as a whole';
      choice.textContent = `${levels[finding.level]}, ${finding.page ? `page ${finding.page}, ` : ''}${place}: ${finding.message}`;
      return choice;
    }));
    return undefined;
  }
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
