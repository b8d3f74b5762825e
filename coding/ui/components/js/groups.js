// The groups of a question: search, sort, filter, choose several, open one.

const build = (parent) => {
  const view = { data: null, send: () => {} };
  const pick = chooser(() => view.marks());
  const act = (what) => () => view.send({ do: what, groups: [...pick.chosen] });

  view.search = el("input", { type: "search", class: "tk-input", on: {
    input: later(() => view.send({ do: "search", text: view.search.value })),
  } });
  view.sort = el("select", { class: "tk-input", on: { change: () => view.send({ do: "sort", by: view.sort.value }) } });
  view.filter = el("select", { class: "tk-input", on: {
    change: () => view.send({ do: "filter", by: view.filter.value }) } });
  view.buttons = Object.fromEntries(["merge", "confirm", "net", "dissolve"].map((what) => [
    what, el("button", { type: "button", class: "tk-button", on: { click: act(what) } })]));
  // A sign, so that all buttons stay on one line and the list does not move when they come.
  view.none = el("button", { type: "button", class: "tk-button", text: "✕", on: { click: () => pick.set([]) } });
  view.add = el("button", { type: "button", class: "tk-button", on: { click: () => view.send({ do: "new" }) } });
  view.alike = el("button", { type: "button", class: "tk-button", on: { click: () => view.send({ do: "alike" }) } });
  view.all = el("button", { type: "button", class: "tk-button", on: { click: () => view.send({ do: "confirm_all" }) } });
  view.told = el("span", { class: "tk-quiet", "aria-live": "polite" });
  view.list = el("ul", { class: "tk-list tk-groups", on: { keydown: (event) => view.key(event) } });
  parent.append(el("div", { class: "tk-pane tk-pane-groups" },
    el("div", { class: "tk-bar" }, view.search, view.sort, view.filter),
    el("div", { class: "tk-bar" }, view.told, ...Object.values(view.buttons), view.none, view.all, view.add, view.alike),
    view.list,
  ));

  view.key = (event) => {
    const row = event.target.closest("[data-row]");
    if (!row) return;
    if (event.key === " " && !row.dataset.row.startsWith("__")) {
      event.preventDefault();
      pick.toggle(row.dataset.row, view.ids(), event.shiftKey);
    } else roam(view.list, event);
  };
  view.current = () => view.list.querySelector('[aria-current="true"]');
  view.ids = () => view.data.rows.filter((row) => !row.pseudo).map((row) => row.id);
  view.marks = () => {
    view.list.querySelectorAll("input").forEach((box) => (box.checked = pick.chosen.has(box.value)));
    const count = pick.chosen.size;
    const { labels } = view.data;
    view.told.textContent = count ? labels.chosen.replace("{count}", count) : labels.shown;
    Object.entries(view.buttons).forEach(([what, button]) => {
      button.textContent = labels[what];
      button.hidden = count < (what === "merge" ? 2 : 1);
    });
    view.none.hidden = count === 0;
    view.add.hidden = view.alike.hidden = view.all.hidden = count > 0;
  };
  view.row = (row) => {
    const label = view.data.labels;
    const box = row.pseudo ? null : el("input", { type: "checkbox", value: row.id, tabindex: "-1",
      "aria-label": label.choose.replace("{name}", () => row.name),
      on: { click: (event) => pick.toggle(row.id, view.ids(), event.shiftKey) } });
    const hits = row.name_hits.map(([start, end]) => [start, end, "hit", ""]);
    const open = el("button", { type: "button", class: "tk-open", "data-row": row.id, tabindex: "-1",
      "aria-current": row.id === view.data.open ? "true" : "false",
      on: { click: () => view.send({ do: "open", group: row.id }) } },
      el("span", { class: "tk-line" },
        row.colour ? el("span", { class: "tk-dot", style: `background:${row.colour}`, "aria-hidden": "true" }) : null,
        el("span", { class: "tk-name" }, row.number === null ? null : el("span", { text: `${row.number}. ` }),
          ...marked(row.name, hits)),
        el("span", { class: "tk-count", text: row.count })),
      el("span", { class: "tk-line tk-quiet" },
        row.state ? el("span", { class: `tk-state tk-state-${row.state}`, text: row.state_text }) : null,
        el("span", { text: row.told })),
      row.hits ? el("span", { class: "tk-quiet tk-hits", text: row.hits }) : null,
      row.typical ? el("span", { class: "tk-typical", dir: "auto", text: row.typical }) : null);
    return el("li", { class: `tk-group tk-depth-${row.depth}${row.is_net ? " tk-net" : ""}` }, box, open);
  };
  view.draw = (data) => {
    const opened = view.data?.open;
    const seen = inSight(view.list, view.current());
    view.data = data;
    const { labels } = data;
    pick.keep(data.all);
    if (document.activeElement !== view.search) view.search.value = data.query;
    view.search.placeholder = labels.search;
    view.search.setAttribute("aria-label", labels.search);
    view.sort.setAttribute("aria-label", labels.sort);
    view.filter.setAttribute("aria-label", labels.filter);
    fillSelect(view.sort, data.sorts, data.sort);
    fillSelect(view.filter, data.filters, data.filter);
    view.none.title = labels.none;
    view.none.setAttribute("aria-label", labels.none);
    view.add.textContent = labels.add;
    view.alike.textContent = labels.alike;
    view.all.textContent = labels.confirm_all;
    view.all.title = labels.confirm_all_help;
    view.all.disabled = data.unconfirmed === 0;
    view.list.setAttribute("aria-label", labels.list);
    replaceRows(view.list, data.rows.length ? data.rows.map(view.row)
      : [el("li", { class: "tk-quiet tk-empty", text: labels.empty })]);
    view.marks();
    // The open group stays in sight, also where a decision gave it another place in the list.
    if (opened !== data.open) view.current()?.scrollIntoView({ block: "nearest" });
    else if (seen) intoSight(view.list, view.current());
  };
  return view;
};

export default function ({ data, parentElement, setTriggerValue }) {
  parentElement.tkView ??= build(parentElement);
  parentElement.tkView.send = (what) => setTriggerValue("act", what);
  whenLetGo(parentElement, () => parentElement.tkView.draw(data));
}
