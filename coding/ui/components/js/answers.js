// The answers of a group in full: choose several, move them, mark words as an argument of their own.

const build = (parent) => {
  const view = { data: null, words: null, send: () => {} };
  const pick = chooser(() => view.marks());
  const act = (what) => () => {
    view.send({ do: what, ids: [...pick.chosen], all: view.all, target: view.target.value });
    view.all = false;
    pick.set([]);
  };
  const button = (what, on) => el("button", { type: "button", class: "tk-button", "data-do": what, on: { click: on } });

  view.all = false;
  view.every = el("input", { type: "checkbox", on: { change: () => {
    view.all = false;
    pick.set(view.every.checked ? view.ids() : []);
  } } });
  view.told = el("span", { class: "tk-told", "aria-live": "polite" });
  view.matching = button("all", () => { view.all = true; view.marks(); });
  view.better = button("better_all", () => view.send({ do: "better_all" }));
  view.target = el("select", { class: "tk-input", on: { change: () => view.marks() } });
  view.acts = Object.fromEntries(["move", "copy", "take_out", "other", "no_code", "split_off"]
    .map((what) => [what, button(what, act(what))]));
  view.list = el("ul", { class: "tk-list tk-answers", on: {
    keydown: (event) => view.key(event), mouseup: (event) => view.selected(event.target) } });
  view.chosenWords = el("span", { class: "tk-words", dir: "auto" });
  view.wordTarget = el("select", { class: "tk-input", on: { change: () => view.wordMarks() } });
  view.wordActs = Object.fromEntries(["segment", "segment_only", "take_words", "forget_words"].map((what) => [what,
    button(what, () => view.wordAct(what))]));
  view.wordBar = el("div", { class: "tk-bar tk-wordbar", role: "group", hidden: true },
    view.chosenWords, view.wordTarget, ...Object.values(view.wordActs));
  view.before = button("before", () => view.send({ do: "page", to: view.data.page - 1 }));
  view.after = button("after", () => view.send({ do: "page", to: view.data.page + 1 }));
  view.paging = el("span", { class: "tk-quiet" });
  view.pager = el("div", { class: "tk-bar" }, view.before, view.paging, view.after);
  parent.append(el("div", { class: "tk-pane tk-pane-answers" },
    el("div", { class: "tk-bar tk-acts" }, el("label", { class: "tk-check" }, view.every, view.told), view.target,
      ...Object.values(view.acts), view.matching, view.better),
    view.wordBar, view.list, view.pager,
  ));

  view.ids = () => view.data.rows.map((row) => row.id);
  view.key = (event) => {
    const row = event.target.closest("[data-row]");
    if (!row || event.target !== row) return;
    if (event.key === " ") {
      event.preventDefault();
      pick.toggle(row.dataset.row, view.ids(), event.shiftKey);
    } else if (event.key === "Enter" && view.data.can.words) {
      event.preventDefault();
      view.wordMode(row.dataset.row);
    } else roam(view.list, event);
  };
  view.marks = () => {
    const { labels, matched, can } = view.data;
    const count = view.all ? matched : pick.chosen.size;
    view.list.querySelectorAll('input[type="checkbox"]').forEach((box) => {
      box.checked = view.all || pick.chosen.has(box.value);
      box.closest("li").classList.toggle("tk-chosen", box.checked);
    });
    view.every.checked = view.all || (count > 0 && pick.chosen.size === view.data.rows.length);
    view.every.indeterminate = !view.every.checked && count > 0;
    view.told.textContent = count ? labels.chosen.replace("{count}", count) : labels.every_of.replace("{count}", matched);
    view.matching.hidden = view.all || !view.every.checked || matched <= view.data.rows.length;
    Object.entries(view.acts).forEach(([what, one]) => {
      one.disabled = count === 0 || (["move", "copy"].includes(what) && !view.target.value);
      one.hidden = can[what] === false;
    });
    view.target.disabled = count === 0;
  };

  // Words of an answer: selected with the mouse, or chosen one by one with the keyboard (Enter on an answer). A click on
  // marked words chooses all of that segment, unless it is the whole answer.
  view.segmentAt = (target) => {
    const mark = target.closest?.("mark.tk-mark-segment");
    const holder = mark?.closest(".tk-verbatim");
    const row = holder && view.data.rows.find(({ id }) => id === holder.dataset.text);
    const at = Number(mark?.dataset.start);
    const found = row?.marks.find(([start, end, style]) => style === "segment" && start <= at && at < end);
    const whole = found && points(row.text).slice(found[0], found[1]).join("").length >= row.text.trim().length;
    return found && !whole ? { row, span: [found[0], found[1]] } : null;
  };
  view.selected = (target) => {
    if (!view.data.can.words) return;
    for (const holder of view.list.querySelectorAll(".tk-verbatim")) {
      const row = view.data.rows.find(({ id }) => id === holder.dataset.text);
      const span = row && selectedSpan(holder, row.text);
      if (span) return view.chooseWords(row, wholeWords(row.text, span));
    }
    if (!document.getSelection()?.isCollapsed) return;
    const segment = view.segmentAt(target);
    if (segment) view.chooseWords(segment.row, segment.span);
    else view.forgetWords();
  };
  view.chooseWords = (row, span) => {
    view.words = { row, span };
    view.chosenWords.textContent = `“${points(row.text).slice(...span).join("")}”`;
    view.wordBar.hidden = false;
    view.wordActs.segment_only.hidden = view.data.can.segment_only === false;
    view.wordActs.take_words.hidden = !row.marks.some(([start, end, style]) =>
      style === "segment" && start < span[1] && span[0] < end);
    view.wordMarks();
  };
  view.wordMarks = () => {
    view.wordActs.segment.disabled = view.wordActs.segment_only.disabled = !view.wordTarget.value;
  };
  view.forgetWords = () => {
    view.words = null;
    view.wordBar.hidden = true;
  };
  view.wordAct = (what) => {
    if (what !== "forget_words" && view.words)
      view.send({ do: what, ids: [view.words.row.id], span: view.words.span, target: view.wordTarget.value });
    document.getSelection()?.removeAllRanges();
    view.forgetWords();
  };
  view.wordMode = (id) => {
    const row = view.data.rows.find((one) => one.id === id);
    const holder = [...view.list.querySelectorAll(".tk-verbatim")].find((one) => one.dataset.text === id);
    const parts = row.text.split(/(\s+)/u);
    let at = 0;
    let first = null;
    holder.replaceChildren(...parts.map((part) => {
      const start = at;
      at += points(part).length;
      const end = at;
      if (!part.trim()) return document.createTextNode(part);
      return el("button", { type: "button", class: "tk-word", text: part, "data-start": start, on: { click: (event) => {
        event.stopPropagation();
        if (first === null || start < first) first = start;
        const until = end;
        holder.querySelectorAll("button").forEach((word) => word.setAttribute("aria-pressed",
          Number(word.dataset.start) >= first && Number(word.dataset.start) < until ? "true" : "false"));
        view.chooseWords(row, [first, until]);
      } } });
    }));
    holder.querySelector("button")?.focus();
  };

  view.row = (row) => {
    const { labels, can } = view.data;
    const box = el("input", { type: "checkbox", value: row.id, tabindex: "-1", "aria-label": labels.choose,
      on: { click: (event) => { view.all = false; pick.toggle(row.id, view.ids(), event.shiftKey); } } });
    const tags = [
      row.count > 1 ? el("span", { class: "tk-tag tk-strong", text: `×${row.count}`, title: labels.same }) : null,
      el("span", { class: `tk-tag tk-state-${row.state}`, text: row.state_text }),
      ...row.others.map((name) => el("span", { class: "tk-tag", text: labels.also.replace("{name}", () => name) })),
      row.facts ? el("span", { text: row.facts }) : null,
    ];
    const one = (what, label, extra = {}) => el("button", { type: "button", class: "tk-link", text: label, "data-do": what,
      on: { click: () => view.send({ do: what, ids: [row.id], ...extra }) } });
    const tools = [
      row.better ? one("better", labels.better.replace("{name}", () => row.better.name).replace("{score}", row.better.score),
        { target: row.better.id }) : null,
      can.quote ? one(row.quoted ? "unquote" : "quote", row.quoted ? labels.unquote : labels.quote) : null,
      row.count > 1 ? one("detach", labels.detach) : null,
      row.detached ? one("attach", labels.attach) : null,
      row.state === "suggested" ? null : one("history", labels.history),
    ];
    return el("li", { class: "tk-answer", "data-row": row.id, tabindex: "-1", "aria-label": labels.answer },
      box,
      el("div", { class: "tk-body" },
        el("div", { class: "tk-verbatim", dir: "auto", "data-text": row.id }, ...marked(row.text, row.marks)),
        el("div", { class: "tk-tags tk-quiet" }, ...tags, ...tools)));
  };
  view.draw = (data) => {
    const moved = view.data && (view.data.group !== data.group || view.data.page !== data.page);
    view.data = data;
    const { labels } = data;
    if (moved) { pick.chosen.clear(); view.all = false; }
    pick.keep(data.rows.map(({ id }) => id));
    view.every.setAttribute("aria-label", labels.every);
    view.told.title = labels.shown;
    view.matching.textContent = labels.matching;
    view.better.textContent = data.better;
    view.better.hidden = !data.better;
    view.target.setAttribute("aria-label", labels.target);
    view.wordTarget.setAttribute("aria-label", labels.target);
    view.wordBar.setAttribute("aria-label", labels.words);
    fillSelect(view.target, [{ id: "", name: labels.pick_target }, ...data.targets]);
    fillSelect(view.wordTarget, [{ id: "", name: labels.pick_target }, ...data.word_targets]);
    Object.entries({ ...view.acts, ...view.wordActs, before: view.before, after: view.after })
      .forEach(([what, one]) => (one.textContent = labels[what]));
    view.list.setAttribute("aria-label", labels.list);
    view.forgetWords();
    replaceRows(view.list, data.rows.length ? data.rows.map(view.row)
      : [el("li", { class: "tk-quiet tk-empty", text: labels.empty })]);
    if (moved) view.list.scrollTop = 0;
    view.pager.hidden = data.pages < 2;
    view.paging.textContent = labels.paging;
    view.before.disabled = data.page === 0;
    view.after.disabled = data.page >= data.pages - 1;
    view.marks();
  };
  return view;
};

export default function ({ data, parentElement, setTriggerValue }) {
  parentElement.tkView ??= build(parentElement);
  parentElement.tkView.send = (what) => setTriggerValue("act", what);
  whenLetGo(parentElement, () => parentElement.tkView.draw(data));
}
