// Shared by the lists of the review page. Text that people typed only ever goes through textContent.

const el = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "text") made.textContent = value;
    else if (name === "on") Object.entries(value).forEach(([event, act]) => made.addEventListener(event, act));
    else if (name in made && typeof value === "boolean") made[name] = value;
    else made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
};

// Offsets come from Python and count Unicode code points; the browser counts UTF-16 units.
const points = (text) => Array.from(text);
const unitsToPoints = (text, units) => points(text.slice(0, units)).length;

// The words of an answer with its marks: [start, end, style, label]. Words may carry several marks.
const marked = (text, marks) => {
  const signs = points(text);
  const cuts = [...new Set([0, signs.length, ...marks.flatMap(([start, end]) => [start, end])])]
    .filter((cut) => cut <= signs.length).sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1];
    const here = marks.filter(([from, to]) => from <= start && end <= to);
    const piece = signs.slice(start, end).join("");
    if (here.length === 0) return document.createTextNode(piece);
    const styles = [...new Set(here.map(([, , style]) => `tk-mark-${style}`))];
    const label = [...new Set(here.map((mark) => mark[3]).filter(Boolean))].join("; ");
    return el("mark", { class: `tk-mark ${styles.join(" ")}`, title: label || null, text: piece, "data-start": start });
  });
};

// Where the text selected in the browser lies within `holder`, in code points; null when there is none.
const selectedSpan = (holder, text) => {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!holder.contains(range.startContainer) || !holder.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.setStart(holder, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const from = before.toString().length;
  const words = range.toString();
  const lead = words.length - words.trimStart().length;
  const kept = words.trim();
  if (!kept) return null;
  const start = unitsToPoints(text, from + lead);
  return [start, start + points(kept).length];
};

// A span of code points, widened to whole words: who drags the mouse seldom stops exactly where a word ends.
const wholeWords = (text, [start, end]) => {
  const signs = points(text);
  const inside = (at) => at > 0 && at < signs.length && [at - 1, at].every((each) => /[\p{L}\p{M}\p{N}]/u.test(signs[each]));
  while (inside(start)) start -= 1;
  while (inside(end)) end += 1;
  return [start, end];
};

// Rows to choose from: a click toggles, Shift and a click takes everything in between.
const chooser = (changed) => {
  const chosen = new Set();
  let last = null;
  return {
    chosen,
    keep(ids) {
      const known = new Set(ids);
      [...chosen].filter((id) => !known.has(id)).forEach((id) => chosen.delete(id));
    },
    toggle(id, ids, range) {
      const on = !chosen.has(id);
      const from = range && last !== null ? ids.indexOf(last) : -1;
      const to = ids.indexOf(id);
      const among = from < 0 ? [id] : ids.slice(Math.min(from, to), Math.max(from, to) + 1);
      among.forEach((one) => (on ? chosen.add(one) : chosen.delete(one)));
      last = id;
      changed();
    },
    set(ids) {
      chosen.clear();
      ids.forEach((id) => chosen.add(id));
      changed();
    },
  };
};

// Moving through rows with the arrow keys; only one of them is in the tab order.
const roam = (list, event) => {
  const rows = [...list.querySelectorAll("[data-row]")];
  const at = rows.findIndex((row) => row === event.target || row.contains(event.target));
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (at < 0 || to === undefined || rows[to] === undefined) return;
  event.preventDefault();
  rows.forEach((row) => (row.tabIndex = -1));
  rows[to].tabIndex = 0;
  rows[to].focus();
};

// Replaces the rows of a list and keeps what the person was looking at: scroll position and focus.
const replaceRows = (list, rows) => {
  const inside = list.contains(document.activeElement) ? document.activeElement : null;
  const focused = inside?.closest("[data-row]")?.dataset.row ?? null;
  const tool = inside?.dataset.do;
  const scrolled = list.scrollTop;
  list.replaceChildren(...rows);
  list.scrollTop = scrolled;
  const all = [...list.querySelectorAll("[data-row]")];
  const back = focused !== null ? all.find((row) => row.dataset.row === focused) ?? all[0] : null;
  const first = back ?? all.find((row) => row.getAttribute("aria-current") === "true") ?? all[0];
  if (first) first.tabIndex = 0;
  const again = tool && [...(back?.querySelectorAll("[data-do]") ?? [])].find((one) => one.dataset.do === tool);
  (again || back)?.focus({ preventScroll: true });
};

// Draws, but not between pressing and letting go: rows that were replaced meanwhile would swallow the click, and words
// that are being selected would be let go. The latest drawing waits until then.
const whenLetGo = (parent, draw) => {
  parent.tkDraw = draw;
  if (parent.tkHeld) return;
  if (parent.tkHeld === undefined) {
    parent.tkHeld = false;
    const free = (event) => {
      if (event.type === "pointermove" && event.buttons !== 0) return; // let go where this page was not told
      ["pointerup", "pointercancel", "pointermove"].forEach((name) => window.removeEventListener(name, free, true));
      setTimeout(() => { // after the click
        parent.tkHeld = false;
        parent.tkDraw?.();
        parent.tkDraw = null;
      });
    };
    parent.addEventListener("pointerdown", (event) => {
      if (event.target.closest("select")) return; // its menu may swallow the letting go
      parent.tkHeld = true;
      ["pointerup", "pointercancel", "pointermove"].forEach((name) => window.addEventListener(name, free, true));
    });
  }
  parent.tkDraw = null;
  draw();
};

const inSight = (list, row) => {
  if (!row) return false;
  const [outer, inner] = [list.getBoundingClientRect(), row.getBoundingClientRect()];
  return inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
};

// Scrolls the list, never the page, no further than it must.
const intoSight = (list, row) => {
  if (!row || inSight(list, row)) return;
  const [outer, inner] = [list.getBoundingClientRect(), row.getBoundingClientRect()];
  list.scrollTop += inner.top < outer.top ? inner.top - outer.top : inner.bottom - outer.bottom;
};

const later = (act, wait = 150) => {
  let timer = null;
  return (...what) => {
    clearTimeout(timer);
    timer = setTimeout(() => act(...what), wait);
  };
};

const fillSelect = (select, options, kept) => {
  const value = kept ?? select.value;
  select.replaceChildren(...options.map(({ id, name }) => el("option", { value: id, text: name })));
  if (options.some(({ id }) => id === value)) select.value = value;
};
