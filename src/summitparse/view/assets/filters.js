"use strict";
// What of a release is shown: by kind, speaker, act and confidence, doubtful first, with counts of what is left.
const filterRelease = (() => {
  const all = (root, selector) => Array.from(root.querySelectorAll(selector));
  const sureness = (element) => Number(element.dataset.c ?? 2);

  // Wires the form of one release; `changed` is called whenever other marks are shown.
  return (release, changed) => {
    const form = release.querySelector(".filters");
    const cards = all(release, ".card");
    const marks = new Map();
    all(release, ".text .m").forEach((mark) => {
      if (!marks.has(mark.dataset.r)) marks.set(mark.dataset.r, []);
      marks.get(mark.dataset.r).push(mark);
    });
    const marksOf = (card) => marks.get(card.id.slice((release.dataset.prefix + "c-").length)) || [];
    const chosen = (name) => form.querySelector("select." + name)?.value ?? "";
    // The lists of the panel in the order of the text; groups of speakers are a list too.
    const lists = all(release, ".part .list, .part tbody, .speaker-group ul, .part.quotes > details").map((list) => ({
      list, items: Array.from(list.children).filter((item) => item.matches(".card, .speaker-group")),
    }));
    let doubtfulFirst = false;

    function isShown(card) {
      const first = marksOf(card)[0];
      const without = (letter, name) => chosen(name) !== "" && first && !first.classList.contains(letter + "-" + chosen(name));
      if (sureness(card) < Number(form.sure.value)) return false;
      if (card.classList.contains("quote")) return !without("s", "speaker");
      return !card.classList.contains("position") || !(without("a", "act") || without("s", "actor"));
    }
    function apply() {
      all(form, "input[data-kind]").forEach((box) => {
        release.classList.toggle("hide-" + box.dataset.kind, !box.checked);
        release.classList.toggle("show-" + box.dataset.kind, box.checked);
      });
      form.querySelector(".least").textContent = Number(form.sure.value).toFixed(2);
      cards.forEach((card) => {
        card.hidden = !isShown(card);
        marksOf(card).forEach((mark) => mark.classList.toggle("other", card.hidden));
      });
      if (form.doubtful.checked !== doubtfulFirst) order();
      count();
      changed();
    }
    function order() {
      doubtfulFirst = form.doubtful.checked;
      const least = (item) => Math.min(...(item.matches(".card") ? [item] : all(item, ".card")).map(sureness));
      lists.forEach(({ list, items }) => list.append(...(doubtfulFirst ? [...items].sort((a, b) => least(a) - least(b)) : items)));
      all(release, "th[aria-sort]").forEach((head) => head.removeAttribute("aria-sort"));
    }
    function count() {
      all(release, ".part, .speaker-group").forEach((part) => {
        const listed = all(part, ".card");
        const place = part.querySelector(".count");
        if (!listed.length) return;
        const shown = listed.filter((card) => !card.hidden).length;
        const number = shown === listed.length ? String(shown) : shown + " of " + listed.length;
        place.textContent = place.dataset.what ? " " + number + " " + place.dataset.what : "(" + number + ")";
        if (part.matches(".speaker-group")) part.hidden = shown === 0;
      });
    }
    form.addEventListener("change", apply);
    form.sure.addEventListener("input", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    apply();
  };
})();
