"use strict";
// Links text and records both ways, sorts and searches. Nothing of a release is ever read as markup.
(() => {
  const note = document.getElementById("note");
  let explained = null;
  const all = (root, selector) => Array.from(root.querySelectorAll(selector));

  // One release on the page: wired once, when it is shown.
  function wire(release) {
    const prefix = release.dataset.prefix;
    const text = release.querySelector(".text");
    const card = (mark) => document.getElementById(prefix + "c-" + mark.dataset.r);
    let marks = [];

    // Only marks that are shown can be reached; the tab key stops at one of them, arrow keys go on from there.
    function collect() {
      const current = text.querySelector('.m[tabindex="0"]');
      marks = all(text, ".m[tabindex]").filter((mark) => isShown(mark));
      all(text, '.m[tabindex="0"]').forEach((mark) => { mark.tabIndex = -1; });
      const stop = marks.includes(current) ? current : marks[0];
      if (stop) stop.tabIndex = 0;
    }
    function isShown(mark) {
      const kind = mark.classList.contains("range") ? "date" : ["quote", "position", "figure", "date", "document"].find((k) => mark.classList.contains(k));
      return !release.classList.contains("hide-" + kind) && !mark.classList.contains("other");
    }
    function reach(mark) {
      marks.forEach((other) => { other.tabIndex = -1; });
      mark.tabIndex = 0;
      mark.scrollIntoView({ block: "nearest", behavior: "instant" });
      mark.focus({ preventScroll: true });
    }
    const markOf = (target) => {
      let mark = target instanceof Element ? target.closest(".m[tabindex]") : null;
      while (mark && !isShown(mark)) mark = mark.parentElement.closest(".m[tabindex]");
      return mark;
    };

    text.addEventListener("mouseover", (event) => {
      const mark = markOf(event.target);
      if (mark) explain(mark, card(mark)); else hide();
    });
    text.addEventListener("mouseleave", hide);
    text.addEventListener("focusin", (event) => {
      const mark = markOf(event.target);
      if (mark) explain(mark, card(mark));
    });
    text.addEventListener("focusout", hide);
    text.addEventListener("click", (event) => {
      const mark = markOf(event.target);
      if (mark) { reach(mark); show(card(mark)); }
    });
    text.addEventListener("keydown", (event) => {
      const at = marks.indexOf(document.activeElement);
      if (at < 0) return;
      const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
      if (event.key in steps) {
        event.preventDefault();
        reach(marks[Math.min(Math.max(at + steps[event.key], 0), marks.length - 1)]);
      } else if (event.key === "Home" || event.key === "End") {
        event.preventDefault();
        reach(marks[event.key === "Home" ? 0 : marks.length - 1]);
      } else if (event.key === "Enter") {
        const found = card(marks[at]);
        show(found);
        found?.querySelector("a")?.focus();
        hide();
      } else if (event.key === "Escape") hide();
    });

    // From a record to its words.
    release.addEventListener("click", (event) => {
      const link = event.target instanceof Element ? event.target.closest("a.at") : null;
      const mark = link && document.getElementById(link.getAttribute("href").slice(1));
      if (!mark) return;
      event.preventDefault();
      go(mark);
    });
    // At once: on the way through a long text there would be nothing but white, for what is passed is not laid out.
    function go(mark) {
      flash(mark);
      if (marks.includes(mark)) reach(mark);
      mark.scrollIntoView({ block: "center", behavior: "instant" });
      // What came into sight has its height only now.
      requestAnimationFrame(() => mark.scrollIntoView({ block: "center", behavior: "instant" }));
    }

    function show(found) {
      if (!found) return;
      for (let fold = found.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
      flash(found);
      found.scrollIntoView({ block: "nearest" });
    }

    all(release, "table.sortable").forEach(sortable);
    offerCopies(release);
    filterRelease(release, collect);
    return { go };
  }

  // What is known of a record, beside the passage that is pointed at.
  function explain(mark, card) {
    if (!card) return;
    note.replaceChildren();
    const title = document.createElement("strong");
    const fields = document.createElement("dl");
    const field = (name, value) => {
      if (!value.trim()) return;
      const row = [document.createElement("dt"), document.createElement("dd")];
      row[0].textContent = name;
      row[1].textContent = value;
      fields.append(...row);
    };
    const group = card.closest(".speaker-group");
    title.textContent = mark.dataset.r + (group ? " " + group.querySelector(".who").textContent : "");
    if (card.tagName === "TR") all(card, "td").slice(1).forEach((cell) => field(cell.dataset.label, cell.textContent));
    else all(card, "dl > div").forEach((pair) => field(pair.firstElementChild.textContent, pair.lastElementChild.textContent));
    note.append(title, fields);
    explained = mark;
    put();
  }
  // The note stays beside its passage while the page scrolls, and goes with it.
  function put() {
    const mark = explained;
    const whole = mark.getBoundingClientRect();
    note.hidden = whole.bottom < 0 || whole.top > innerHeight;
    if (note.hidden) return;
    const place = mark.getClientRects()[0] || mark.getBoundingClientRect();
    const below = place.bottom + 8 + note.offsetHeight < innerHeight;
    note.style.top = Math.max(4, below ? place.bottom + 8 : place.top - note.offsetHeight - 8) + "px";
    note.style.left = Math.max(8, Math.min(place.left, innerWidth - note.offsetWidth - 16)) + "px";
  }
  function hide() { note.hidden = true; explained = null; }
  addEventListener("scroll", () => { if (explained) put(); }, { passive: true });
  addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });

  function flash(element) {
    all(document, ".lit").forEach((other) => other.classList.remove("lit"));
    element.classList.add("lit");
  }

  function sortable(table) {
    const heads = all(table, "thead th");
    const value = (row, column) => {
      const cell = row.cells[column];
      return cell.dataset.v === undefined ? cell.textContent.trim() : cell.dataset.v;
    };
    heads.forEach((head, column) => head.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      const rows = Array.from(table.tBodies[0].rows);
      const numeric = rows.every((row) => value(row, column) !== "" && !Number.isNaN(Number(value(row, column))));
      const order = (a, b) => numeric ? Number(value(a, column)) - Number(value(b, column)) : value(a, column).localeCompare(value(b, column));
      rows.sort((a, b) => (down ? -1 : 1) * order(a, b));
      table.tBodies[0].append(...rows);
      heads.forEach((other) => { if (other !== head) other.removeAttribute("aria-sort"); });
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
    }));
  }

  // Many releases: the index, and the page that the address names ("#r3" or a place in it, "#r3-at-Q2").
  const index = document.getElementById("index");
  const page = document.getElementById("page");
  const single = document.querySelector("main > article.release");
  const wired = single ? wire(single) : null;
  let open = null;

  function route() {
    const place = /^#r(\d+)(-.+)?$/.exec(location.hash);
    const who = /^#p(\d+)$/.exec(location.hash);
    const id = place ? "t" + place[1] : who ? "p" + who[1] : "";
    const shown = place && open && open.number === place[1] ? page : pages.open(id);
    hide();
    index.hidden = Boolean(shown);
    page.hidden = !shown;
    if (!shown) { page.replaceChildren(); open = null; return; }
    if (who) {
      page.replaceChildren(shown);
      open = null;
      person(page.firstElementChild);
      scrollTo(0, 0);
      page.querySelector("h1").focus();
      return;
    }
    if (shown !== page) {
      page.replaceChildren(shown);
      open = { number: place[1], wired: wire(page.firstElementChild) };
    }
    const target = place[2] && document.getElementById("r" + place[1] + place[2]);
    if (target) open.wired.go(target);
    else { scrollTo(0, 0); page.querySelector("h1").focus(); }
  }

  // A person: what is shown by year, words and confidence, and as CSV.
  function person(article) {
    const form = article.querySelector("form");
    const rows = all(article, "tbody tr");
    const filter = () => {
      const wanted = form.words.value.toLowerCase().split(/\s+/).filter(Boolean);
      rows.forEach((row) => {
        const words = row.textContent.toLowerCase();
        const year = form.year.value === "" || row.dataset.year === form.year.value;
        row.hidden = !year || Number(row.dataset.c) < Number(form.sure.value) || !wanted.every((word) => words.includes(word));
      });
      form.querySelector(".shown").textContent = rows.filter((row) => !row.hidden).length + " shown, sure to " + form.sure.value + " or more";
    };
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.querySelector(".csv").addEventListener("click", () => {
      const shown = [article.querySelector("thead tr"), ...all(article, "tbody tr").filter((row) => !row.hidden)];
      // A spreadsheet would take what begins so for a formula.
      const field = (cell) => '"' + cell.textContent.trim().replace(/^(?=[\s"]*[=+\-@])/, "'").replace(/"/g, '""') + '"';
      const csv = shown.map((row) => Array.from(row.cells, field).join(",")).join("\n") + "\n";
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([csv], { type: "text/csv" }));
      link.download = "said.csv";
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    });
    all(article, "table.sortable").forEach(sortable);
  }

  // The first passage that has the words, around the first of them.
  function passage(row, wanted) {
    const lines = pages.lines("t" + row.dataset.release);
    const found = lines.find((line) => wanted.every((word) => line.toLowerCase().includes(word))) || lines.find((line) => line.toLowerCase().includes(wanted[0]));
    if (!found) return "";
    const at = Math.max(0, found.toLowerCase().indexOf(wanted[0]));
    const start = Math.max(0, at - 80);
    return (start ? "…" : "") + found.slice(start, at + 120) + (at + 120 < found.length ? "…" : "");
  }
  function showPassage(row, wanted) {
    const cell = row.cells[0];
    let place = cell.querySelector(".passage");
    if (!place) { place = document.createElement("span"); place.className = "passage"; cell.append(place); }
    place.textContent = wanted.length && !row.hidden ? passage(row, wanted) : "";
  }

  function search() {
    const input = document.getElementById("search");
    const rows = all(document, "#releases tbody tr");
    const contents = new Map();
    const words = (row) => {
      if (!contents.has(row)) contents.set(row, pages.words("t" + row.dataset.release).toLowerCase());
      return contents.get(row);
    };
    input.addEventListener("input", () => {
      const wanted = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      let found = 0;
      rows.forEach((row) => {
        row.hidden = !wanted.every((word) => words(row).includes(word));
        found += row.hidden ? 0 : 1;
        showPassage(row, wanted);
      });
      document.getElementById("found").textContent = found + (found === 1 ? " release" : " releases");
    });
  }

  if (index) {
    search();
    all(index, "table.sortable").forEach(sortable);
    addEventListener("hashchange", route);
    route();
  } else if (wired && location.hash) {
    const target = document.getElementById(location.hash.slice(1));
    if (target && target.classList.contains("m")) wired.go(target);
  }
})();
