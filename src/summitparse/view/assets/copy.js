"use strict";
// A record as a line for a text of one's own: its words, whose they are, the release and the place in it.
const offerCopies = (() => {
  const SHOWN = 2000;
  const words = (element) => element.textContent.replace(/\s+/g, " ").trim();

  function line(card, release) {
    const link = card.querySelector("a.at").cloneNode(true);
    link.querySelector(".id").remove();
    const said = card.closest(".speaker-group");
    const by = said && said.dataset.speaker !== "nobody" ? " – " + words(said.querySelector(".who")) : "";
    const cells = Array.from(card.cells || []).slice(1).filter((cell) => words(cell) !== "");
    const values = cells.map((cell) => cell.dataset.label + ": " + words(cell)).join("; ");
    return words(link) + by + (values ? " – " + values : "") + " (" + release.dataset.cite + ", characters " + card.dataset.at + ")";
  }
  async function put(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // A page that was opened as a file has no clipboard in some browsers, but what is selected can be copied.
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  }
  // Puts a button on each record of a release.
  return (release) => {
    release.querySelectorAll(".card").forEach((card) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "copy";
      button.textContent = "Copy";
      button.setAttribute("aria-label", "Copy " + words(card.querySelector(".id")) + " with its source");
      button.addEventListener("click", async () => {
        await put(line(card, release));
        button.focus({ preventScroll: true });
        button.textContent = "Copied";
        setTimeout(() => { button.textContent = "Copy"; }, SHOWN);
      });
      if (card.cells) card.cells[0].append(button);
      else card.querySelector("dl").before(button);
    });
  };
})();
