// The quotes of a group: picked ones in order, with words left out or hidden; proposed ones with the reason.

const build = (parent) => {
  const view = { data: null, words: null, send: () => {} };
  const button = (label, on, extra = {}) =>
    el("button", { type: "button", class: "tk-button", text: label, on: { click: on }, ...extra });
  view.chosenWords = el("span", { class: "tk-words", dir: "auto" });
  view.wordActs = el("span", { class: "tk-bar" });
  view.wordBar = el("div", { class: "tk-bar tk-wordbar", role: "group", hidden: true }, view.chosenWords, view.wordActs);
  view.list = el("ul", { class: "tk-list tk-quotes", on: { mouseup: () => view.selected() } });
  parent.append(el("div", { class: "tk-pane tk-pane-quotes" }, view.wordBar, view.list));

  view.selected = () => {
    for (const holder of view.list.querySelectorAll(".tk-verbatim[data-quote]")) {
      const quote = view.data.picked[Number(holder.dataset.quote)];
      const span = quote && selectedSpan(holder, quote.text);
      if (span) return view.chooseWords(quote, span);
    }
    if (document.getSelection()?.isCollapsed) view.wordBar.hidden = true;
  };
  view.chooseWords = (quote, span) => {
    view.words = { at: quote.at, span };
    view.chosenWords.textContent = `“${points(quote.text).slice(...span).join("")}”`;
    view.wordBar.hidden = false;
  };
  view.wordAct = (what) => {
    view.send({ do: what, ...view.words });
    document.getSelection()?.removeAllRanges();
    view.wordBar.hidden = true;
  };
  view.byWord = (quote, holder) => {
    let first = null;
    const pieces = holder.textContent.split(/(\s+)/u);
    let at = 0;
    holder.replaceChildren(...pieces.map((piece) => {
      const start = at;
      at += points(piece).length;
      const end = at;
      if (!piece.trim()) return document.createTextNode(piece);
      return el("button", { type: "button", class: "tk-word", text: piece, "data-start": start, on: { click: () => {
        if (first === null || start < first) first = start;
        holder.querySelectorAll("button").forEach((word) => word.setAttribute("aria-pressed",
          Number(word.dataset.start) >= first && Number(word.dataset.start) < end ? "true" : "false"));
        view.chooseWords(quote, [first, end]);
      } } });
    }));
    holder.querySelector("button")?.focus();
  };
  view.picked = (quote) => {
    const { labels } = view.data;
    const act = (what) => () => view.send({ do: what, at: quote.at });
    const holder = el("div", { class: "tk-verbatim", dir: "auto", "data-quote": quote.at },
      ...marked(quote.text, quote.marks));
    return el("li", { class: "tk-answer" }, el("div", { class: "tk-body" },
      holder,
      quote.printed !== quote.text
        ? el("div", { class: "tk-quiet" }, `${labels.printed} “`, el("span", { dir: "auto", text: quote.printed }), "”")
        : null,
      ...quote.warnings.map((text) => el("div", { class: "tk-warning", text: `⚠ ${text}` })),
      el("div", { class: "tk-bar" },
        el("span", { class: "tk-quiet", text: quote.facts }),
        button(labels.up, act("up"), { disabled: quote.at === 0 }),
        button(labels.down, act("down"), { disabled: quote.at === view.data.picked.length - 1 }),
        button(labels.words, () => view.byWord(quote, holder)),
        quote.replaceable ? button(labels.replace, act("replace")) : null,
        quote.personal ? button(labels.hide_personal, act("hide_personal")) : null,
        quote.edited ? button(labels.restore, act("restore")) : null,
        button(quote.pinned ? labels.unpin : labels.pin, act("pin"), { "aria-pressed": quote.pinned ? "true" : "false" }),
        button(labels.drop, act("drop")))));
  };
  view.proposed = (quote) => el("li", { class: "tk-answer" }, el("div", { class: "tk-body" },
    el("div", { class: "tk-verbatim", dir: "auto" }, ...marked(quote.text, quote.marks)),
    el("div", { class: "tk-bar" }, el("span", { class: "tk-quiet", text: quote.reason }),
      button(view.data.labels.pick, () => view.send({ do: "pick", id: quote.id })))));
  view.draw = (data) => {
    view.data = data;
    view.wordBar.hidden = true;
    view.wordBar.setAttribute("aria-label", data.labels.chosen);
    view.wordActs.replaceChildren(...["cut", "hide", "narrow"].map((what) =>
      button(data.labels[what], () => view.wordAct(what))));
    view.list.setAttribute("aria-label", data.labels.list);
    const scrolled = view.list.scrollTop;
    const heading = (text) => el("li", { class: "tk-quiet tk-empty", text });
    view.list.replaceChildren(
      ...(data.picked.length ? data.picked.map(view.picked) : [heading(data.labels.empty)]),
      ...(data.proposed.length ? [heading(data.labels.proposed), ...data.proposed.map(view.proposed)] : []),
    );
    view.list.scrollTop = scrolled;
  };
  return view;
};

export default function ({ data, parentElement, setTriggerValue }) {
  parentElement.tkView ??= build(parentElement);
  parentElement.tkView.send = (what) => setTriggerValue("act", what);
  whenLetGo(parentElement, () => parentElement.tkView.draw(data));
}
