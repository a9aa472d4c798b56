// Ways through a page that are too long to be gone click by click from outside: each returns the words it has met.
window.walk = (() => {
  const wait = (time) => new Promise((done) => setTimeout(done, time));
  const until = async (test) => {
    for (let i = 0; i < 4000 && !test(); i++) await wait(4);
    return test();
  };
  const clickOn = (selector) => document.querySelector(selector)?.click();

  /** Answers each message that has not been answered yet, and opens each picture: the strip, and the viewer. */
  const handle = (done, words) => {
    for (const bubble of document.querySelectorAll('parley-bubble[message-id]')) {
      const id = bubble.getAttribute('message-id');
      if (done.has(id)) continue;
      done.add(id);
      words.who.push(...[...bubble.querySelectorAll('.bubble-who')].map((who) => who.textContent));
      if (/#strip|#reply|^Yes/.test(bubble.getAttribute('text')) && bubble.querySelector('.bubble-menu')) {
        bubble.querySelector('.bubble-menu').click();
        clickOn('.message-actions .action-entry');
        words.quoted.push(document.querySelector('.quote-strip .quote-text').textContent);
        words.quotedWho.push(document.querySelector('.quote-strip .quote-who').textContent);
      }
      if (bubble.querySelector('.media-open')) {
        bubble.querySelector('.media-open').click();
        words.viewer.push(...wordsAt('dialog.viewer img'));
        words.viewerWho.push(...wordsAt('dialog.viewer .viewer-who'));
        document.querySelector('dialog.viewer').close();
      }
    }
  };

  /** Through a whole conversation, from its newest message to its oldest. */
  const chat = async (whole) => {
    const messages = document.querySelector('parley-messages');
    const words = { who: [], quoted: [], quotedWho: [], viewer: [], viewerWho: [] };
    const done = new Set();
    await wait(300);
    handle(done, words);
    for (const [more, step] of [['has-newer', 'newer'], ['has-older', 'older']]) {
      for (let i = 0; whole && i < 400 && messages.hasAttribute(more); i++) {
        await until(() => !messages.paging);
        messages.scroller.scrollTop = step === 'newer' ? messages.scroller.scrollHeight : 0;
        await messages.page(step);
        await wait(20);
        handle(done, words);
      }
    }
    await wait(200);
    return words;
  };

  /** Opens conversations one after another, as they stand in the list. */
  const rows = async (most) => {
    const list = document.querySelector('parley-list');
    const words = { header: [], lock: [] };
    let row = list.querySelector('parley-row');
    for (let i = 0; row && i < most; i++) {
      const name = row.getAttribute('name');
      row.click();
      const opened = () => document.querySelector('.chat-header h1')?.textContent;
      if (!(await until(() => opened() === name))) {
        const current = list.querySelector('[aria-current]')?.getAttribute('row');
        throw new Error(`Row ${row.getAttribute('row')}, ${name}, was clicked, but ${opened()} is open, row ${current} is`
          + ` marked, and the address is ${location.search}`);
      }
      words.header.push(...wordsAt('.chat-header'));
      words.lock.push(...wordsAt('.lock-notice'));
      const next = () => row.isConnected && row.nextElementSibling?.localName === 'parley-row';
      if (!next() && list.hasAttribute('more-after')) {
        list.scrollTop = list.scrollHeight;
        await until(next);
      }
      row = next() ? row.nextElementSibling : null;
      row?.scrollIntoView({ block: 'nearest' });
    }
    return words;
  };

  /** Chooses each template that is offered, and reads the preview. */
  const templates = async (most) => {
    const words = [];
    for (const choice of [...document.querySelectorAll('.template-list [role=option]')].slice(0, most)) {
      const before = document.querySelector('.template-preview');
      choice.click();
      await until(() => {
        const now = document.querySelector('.template-preview');
        return now && now !== before && now.querySelector('parley-bubble')?.textContent;
      });
      words.push(...wordsAt('.template-chosen'));
    }
    return words;
  };

  /** Loads what is listed, page by page. */
  const all = async () => {
    for (let i = 0; i < 60; i++) {
      const more = [...document.querySelectorAll('.page-more')].find((e) => e.checkVisibility());
      if (!more) break;
      more.click();
      await wait(150);
    }
  };

  return { chat, rows, templates, all };
})();
