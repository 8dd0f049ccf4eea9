"use strict";
// A person's decisions about records, kept in the browser and saved as one file. Nothing is sent anywhere.
(() => {
  const KEY = "summitparse-review";
  const AROUND = 160;
  const bar = document.getElementById("review");
  const state = document.getElementById("review-state");
  const by = document.getElementById("review-by");
  const ask = document.getElementById("ask");
  const choices = JSON.parse(document.getElementById("review-choices").textContent);
  const all = (root, selector) => Array.from(root.querySelectorAll(selector));
  const datas = new Map();
  let kept = read();
  let on = false;
  let current = null;

  // Decisions by the hash of the text; a browser that keeps nothing keeps them as long as the page is open.
  function read() {
    try { return JSON.parse(localStorage.getItem(KEY)) || {}; } catch { return {}; }
  }
  function keep() {
    try { localStorage.setItem(KEY, JSON.stringify(kept)); } catch { /* as long as the page is open */ }
  }
  try { by.value = localStorage.getItem(KEY + "-by") || ""; } catch { by.value = ""; }
  by.addEventListener("change", () => { try { localStorage.setItem(KEY + "-by", by.value); } catch { /* as above */ } });

  const release = () => document.querySelector("#page > article.release") || document.querySelector("main > article.release");
  function data() {
    const shown = release();
    const block = shown && shown.querySelector(".review-data");
    if (!block) return null;
    if (!datas.has(block)) datas.set(block, JSON.parse(block.textContent));
    return datas.get(block);
  }
  function decisions(create) {
    const { text, name } = data();
    if (!kept[text] && create) kept[text] = { name, decisions: [] };
    return kept[text] ? kept[text].decisions : [];
  }
  const decided = (id) => decisions().filter((one) => one.record === id);

  // What is being reviewed: the record whose mark or card was reached last.
  function take(target) {
    const element = target instanceof Element ? target.closest(".m[tabindex], .card") : null;
    const shown = release();
    if (!element || !shown || !shown.contains(element)) return;
    const id = element.dataset.r || element.id.slice((shown.dataset.prefix + "c-").length);
    if (data().records[id]) { current = id; tell(); }
  }
  function go(id) {
    current = id;
    const mark = document.getElementById(release().dataset.prefix + "at-" + id);
    if (mark) { mark.scrollIntoView({ block: "center", behavior: "instant" }); mark.focus({ preventScroll: true }); }
    tell();
  }
  // Doubtful first; what has no confidence comes last.
  function next() {
    const { records } = data();
    const sure = (id) => records[id].confidence ?? 2;
    const open = Object.keys(records).filter((id) => decided(id).length === 0 && id !== current);
    open.sort((a, b) => sure(a) - sure(b) || records[a].start - records[b].start);
    if (open.length) go(open[0]); else tell("Every record is decided.");
  }

  function tell(message) {
    const shown = data();
    if (!shown) return;
    const ids = Object.keys(shown.records);
    const done = ids.filter((id) => decided(id).length).length;
    const missing = decisions().filter((one) => one.verdict === "missing").length;
    const record = current && shown.records[current];
    const sure = record && record.confidence !== null ? ", sure to " + record.confidence.toFixed(2) : "";
    const about = record ? current + sure + ". " : "";
    state.textContent = (message ? message + " " : "") + about + done + " of " + ids.length + " decided" + (missing ? ", " + missing + " added." : ".");
    paint(ids);
  }
  function paint(ids) {
    const prefix = release().dataset.prefix;
    ids.forEach((id) => {
      const verdict = decided(id).map((one) => one.verdict).join(" ");
      const card = document.getElementById(prefix + "c-" + id);
      if (card) {
        if (verdict) card.dataset.verdict = verdict; else delete card.dataset.verdict;
        card.classList.toggle("current", on && id === current);
      }
      const marks = all(release(), '.m[data-r="' + id + '"]');
      marks.forEach((mark) => { if (verdict) mark.dataset.verdict = verdict; else delete mark.dataset.verdict; });
    });
  }

  // One place of the text in code points, from a selection: each paragraph says where it begins.
  function offset(node, at) {
    const element = node instanceof Element ? node : node.parentElement;
    const line = element && element.closest(".text p[data-s]");
    if (!line) return null;
    const range = document.createRange();
    range.setStart(line, 0);
    range.setEnd(node, at);
    return Number(line.dataset.s) + Array.from(range.toString()).length;
  }
  function selected() {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    let start = offset(range.startContainer, range.startOffset);
    let end = offset(range.endContainer, range.endOffset);
    if (start === null || end === null) return null;
    const words = range.toString();
    start += Array.from(words).length - Array.from(words.trimStart()).length;
    end -= Array.from(words).length - Array.from(words.trimEnd()).length;
    return start < end ? { start, end, ...around(range, words.trim()) } : null;
  }
  function around(range, text) {
    const line = (range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement).closest("p");
    const whole = line.textContent;
    const at = Math.max(0, whole.indexOf(text));
    return { text, before: whole.slice(Math.max(0, at - AROUND), at), after: whole.slice(at + text.length, at + text.length + AROUND) };
  }

  function decide(verdict, more) {
    const record = verdict === "missing" ? null : current;
    const kind = record ? data().records[record].kind : more.kind;
    const whole = verdict === "accept" || verdict === "wrong";
    const list = decisions(true);
    if (record) {
      const stays = list.filter((one) => one.record !== record || (!whole && !["accept", "wrong", verdict].includes(one.verdict)));
      list.splice(0, list.length, ...stays);
    }
    list.push({ verdict, kind, record, by: by.value.trim() || null, at: new Date().toISOString(), ...more });
    keep();
    if (whole) next(); else tell();
  }
  function undo() {
    const list = decisions(true);
    const last = list.map((one) => one.verdict).lastIndexOf("missing");
    if (current && decided(current).length) list.splice(0, list.length, ...list.filter((one) => one.record !== current));
    else if (last >= 0) list.splice(last, 1);
    keep();
    tell();
  }

  // Questions: a field a row; what is left empty is null.
  function question(title, rows, answer) {
    const form = document.createElement("form");
    const head = document.createElement("h2");
    head.id = "ask-title";
    head.textContent = title;
    form.append(head);
    rows.forEach((row) => form.append(input(row)));
    const buttons = document.createElement("div");
    buttons.className = "verdicts";
    buttons.append(button("Decide", "submit"), button("Cancel", "button", () => ask.close()));
    form.append(buttons);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      ask.close();
      answer(Object.fromEntries(all(form, "[name]").filter((one) => !one.closest("[hidden]")).map((one) => [one.name, one.value])));
    });
    ask.replaceChildren(form);
    ask.showModal();
    const first = form.querySelector("[name]");
    if (first) first.focus();
  }
  function button(words, type, run) {
    const made = document.createElement("button");
    made.type = type;
    made.textContent = words;
    if (run) made.addEventListener("click", run);
    return made;
  }
  function input({ name, label, value, options, changed }) {
    const row = document.createElement("label");
    row.textContent = label + " ";
    row.dataset.row = name;
    const made = document.createElement(options ? "select" : "input");
    (options || []).forEach(([id, words]) => made.append(new Option(words, id)));
    made.name = name;
    made.value = value ?? "";
    if (changed) made.addEventListener("change", () => changed(made.value));
    row.append(made);
    return row;
  }
  function fieldRows(kind, values) {
    return Object.entries(choices.fields[kind]).map(([name, words]) => ({
      name: "field-" + name, label: name, value: values ? values[name] : null,
      options: words && [["", "—"], ...words.map((word) => [word, word])],
    }));
  }
  function speakerRows(value) {
    const known = Object.entries(data().actors);
    return [
      { name: "speaker", label: "speaker", value, options: [["", "nobody"], ...known] },
      { name: "speaker_name", label: "or somebody else" },
    ];
  }
  const NUMBERS = ["value", "upper"];
  function fieldsOf(answers, kind, before) {
    const fields = {};
    Object.keys(choices.fields[kind]).forEach((name) => {
      const given = answers["field-" + name];
      if (given === undefined) return;
      const number = kind === "figures" && NUMBERS.includes(name);
      const value = given.trim() === "" ? null : number ? Number(given.replace(/[,\s]/g, "")) : given.trim();
      if (before ? value !== before[name] : value !== null) fields[name] = value;
    });
    return fields;
  }
  function speakerOf(answers) {
    const name = (answers.speaker_name || "").trim();
    return { speaker: name ? null : answers.speaker || null, speaker_name: name || null };
  }

  const ACTIONS = {
    accept: () => current ? decide("accept", {}) : tell("Choose a record first."),
    wrong: () => current ? decide("wrong", {}) : tell("Choose a record first."),
    next, undo, save,
    words() {
      const place = selected();
      if (!current || !place) tell("Select the right words in the text first.");
      else decide("words", place);
    },
    speaker() {
      const record = current && data().records[current];
      if (!record || !choices.speakers.includes(record.kind)) tell("Choose a quote, a figure or a position first.");
      else question("Who is it of " + current + "?", speakerRows(record.speaker), (given) => decide("speaker", speakerOf(given)));
    },
    value() {
      const record = current && data().records[current];
      if (!record) tell("Choose a record first.");
      else question("What is right of " + current + "?", fieldRows(record.kind, record.fields), (given) => {
        const fields = fieldsOf(given, record.kind, record.fields);
        if (Object.keys(fields).length) decide("value", { fields }); else tell("Nothing is changed.");
      });
    },
    missing() {
      const place = selected();
      if (!place) { tell("Select the words that were missed in the text first."); return; }
      const kinds = Object.keys(choices.fields).map((kind) => [kind, kind]);
      question("What was missed?", [{ name: "kind", label: "kind", value: "quotes", options: kinds }], ({ kind }) => {
        const rows = [...(choices.speakers.includes(kind) ? speakerRows("") : []), ...fieldRows(kind, null)];
        question("The missing one of " + kind, rows, (given) => {
          const fields = fieldsOf(given, kind, null);
          const needed = ["figures", "dates"].includes(kind) && fields.value === undefined;
          if (needed || Number.isNaN(fields.value)) tell("It needs its value.");
          else decide("missing", { kind, ...place, fields, ...speakerOf(given) });
        });
      });
    },
  };

  // All releases of this page, in one file.
  function save() {
    const here = new Set([...pages.hashes(), ...all(document, "article[data-text]").map((one) => one.dataset.text)]);
    const releases = Object.entries(kept).filter(([text, one]) => here.has(text) && one.decisions.length);
    const whole = { made_by: "summitparse review", version: 1, releases: releases.map(([text, one]) => ({ text_sha256: text, ...one })) };
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(whole, null, 1)], { type: "application/json" }));
    link.download = "decisions.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    tell("Saved as decisions.json.");
  }

  function toggle() {
    on = !on;
    bar.hidden = !on;
    document.body.classList.toggle("reviewing", on);
    all(document, ".review-toggle").forEach((one) => one.setAttribute("aria-pressed", String(on)));
    if (on) next();
  }
  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    if (target && target.closest(".review-toggle")) toggle();
    else if (target && target.closest("#review [data-do]") && (data() || target.closest("[data-do=save]"))) ACTIONS[target.closest("[data-do]").dataset.do]();
    else if (on) take(target);
  });
  document.addEventListener("focusin", (event) => { if (on) take(event.target); });
  document.addEventListener("keydown", (event) => {
    if (!on || ask.open || !data() || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest("input, select, textarea")) return;
    const wanted = bar.querySelector('[aria-keyshortcuts="' + CSS.escape(event.key) + '"]');
    if (wanted) { event.preventDefault(); ACTIONS[wanted.dataset.do](); }
  });
  // Buttons of the bar take no focus from the text, so that what is selected there stays selected.
  bar.addEventListener("mousedown", (event) => { if (event.target.closest("button")) event.preventDefault(); });
  addEventListener("hashchange", () => { current = null; if (on) setTimeout(() => { if (data()) tell(); }, 0); });
})();
