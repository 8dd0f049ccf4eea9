"use strict";
// The pages of a report of many releases: inert text until one is opened, so that hundreds of them load at once.
const pages = (() => {
  const opened = new Map();
  const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'", "&#13;": "\r" };
  // The end of a script is written with a backslash there: it would end the block.
  const markup = (id) => document.getElementById(id)?.textContent.replace(/<\\(\/?)script/g, "<$1script") ?? "";
  // Marks are taken out and leave no gap; whatever else ends a word.
  const plain = (html) => html.replace(/<\/?span\b[^>]*>/g, "").replace(/<[^>]*>/g, " ").replace(/&[#\w]+;/g, (name) => ENTITIES[name] ?? name);

  // A fresh copy of a page, or null where there is none of that id. Its markup is ours: all of a release is escaped.
  function open(id) {
    if (!document.getElementById(id)) return null;
    if (!opened.has(id)) {
      const template = document.createElement("template");
      template.innerHTML = markup(id);
      opened.set(id, template.content);
    }
    return opened.get(id).cloneNode(true);
  }
  const lines = (id) => Array.from(markup(id).matchAll(/<p\b[^>]*\bdata-s="\d+"[^>]*>(.*?)<\/p>/gs), (found) => plain(found[1]));
  const words = (id) => plain(markup(id).replace(/<script\b[^]*/, ""));
  // What a review knows a text by.
  const hashes = () => Array.from(document.querySelectorAll("script.page"), (block) => /\bdata-text="(\w+)"/.exec(block.textContent)?.[1]).filter(Boolean);
  return { open, lines, words, hashes };
})();
