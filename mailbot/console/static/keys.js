// Every page can be worked by keys alone: rows are walked, buttons say their key.
const writing = (at) => at instanceof HTMLElement && (at.matches("input, textarea, select") || at.isContentEditable);
const help = document.getElementById("help");
const button = document.getElementById("keys");
let goes = false;

if (button) {
  button.hidden = false;
  button.addEventListener("click", () => help.showModal());
}

const links = () => [...document.querySelectorAll("ol.rows .lead a")];

function move(by) {
  const all = links();
  if (!all.length) return window.scrollBy(0, by * 80);
  const at = all.indexOf(document.activeElement);
  const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1);
  all[next].focus();
  all[next].scrollIntoView({ block: "nearest" });
}

function press(key) {
  const row = document.activeElement && document.activeElement.closest("ol.rows > li");
  const near = row && row.querySelector(`[data-key="${key}"]`);
  const target = near || document.querySelector(`main [data-key="${key}"]`);
  if (!target) return false;
  if (target.dataset.focus) {
    const field = document.getElementById(target.dataset.focus);
    field.focus();
    field.scrollIntoView({ block: "center" });
  } else if (target.tagName === "SUMMARY") {
    target.parentElement.open = true;
    const field = target.parentElement.querySelector("input:not([type=hidden]), textarea, button");
    if (field) field.focus();
  } else {
    target.click();
  }
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || (help && help.open)) return;
  const key = event.key;
  if (writing(event.target)) {
    if (key === "Escape") event.target.blur();
    return;
  }
  if (goes) {
    goes = false;
    const to = { t: "/", c: "/cases", f: "/figures", l: "/letters", h: "/health" }[key];
    if (to) { event.preventDefault(); location.assign(to); }
    return;
  }
  if (key === "g") { goes = true; return; }
  if (key === "?") { event.preventDefault(); help.showModal(); return; }
  if (key === "/") { event.preventDefault(); document.getElementById("find").focus(); return; }
  if (key === "j" || key === "k") { event.preventDefault(); move(key === "j" ? 1 : -1); return; }
  if (key.length === 1 && press(key)) event.preventDefault();
});

// a search shows what it finds as one types
const search = document.getElementById("search");
if (search) {
  let waits;
  const find = async () => {
    const query = new URLSearchParams(new FormData(search));
    try {
      const answer = await fetch(`/search?${query}`);
      const found = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("results");
      if (!found) return;
      document.getElementById("results").replaceChildren(...found.childNodes);
      history.replaceState(null, "", `/search?${query}`);
    } catch {
      // the reader has left this page
    }
  };
  search.addEventListener("input", () => {
    clearTimeout(waits);
    waits = setTimeout(find, 150);
  });
}
