// What happens to a case appears at once; nobody who is writing has the page changed under them.
const known = Number(document.body.dataset.version);
let shown = known;
const page = () => document.getElementById("page");

function busy() {
  const at = document.activeElement;
  const open = document.querySelector("details.order[open]");
  const edited = [...document.querySelectorAll("textarea")].some((one) => one.value !== one.defaultValue);
  return edited || open || (at instanceof HTMLElement && at.matches("main input, main textarea, main select"));
}

// this page as it is now; null where it can't be had, or the reader is leaving it
async function latest() {
  try {
    const answer = await fetch(location.href, { headers: { accept: "text/html" } });
    if (!answer.ok || answer.redirected) return null;
    return new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("page");
  } catch {
    return null;
  }
}

async function show(version) {
  if (version <= shown) return;
  if (busy()) {
    document.getElementById("news").hidden = false;
    return;
  }
  const fresh = await latest();
  const at = document.activeElement instanceof HTMLAnchorElement ? document.activeElement.getAttribute("href") : null;
  const done = page().querySelector(".said [data-key=z]");
  if (!fresh || busy()) return;
  if (done) fresh.querySelector("#news").after(done.closest(".said"));
  page().replaceChildren(...fresh.childNodes);
  shown = version;
  const same = at && page().querySelector(`a[href="${CSS.escape(at)}"]`);
  if (same) same.focus();
}

const stream = new EventSource("/news");
stream.addEventListener("at", (event) => show(Number(event.data)));
window.addEventListener("pagehide", () => stream.close());
