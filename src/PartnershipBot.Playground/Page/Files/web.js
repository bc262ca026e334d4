import { h, options } from "./dom.js";

const key = "pages of web people";

// The pane for people with neither Slack nor Teams: the bot's own pages in a frame.
export function webPane(section) {
  const who = h("select", { onchange: show });
  const address = h("input", { "aria-label": "Address", placeholder: "/join/…", autocomplete: "off" });
  const frame = h("iframe", { title: "The bot's own page" });
  const form = h("form", { class: "write", onsubmit: event => { event.preventDefault(); open(address.value); } }, address, h("button", null, "Open"));
  const hint = h("p", { class: "notice" }, "Open an invitation's link here. A link to the bot that you press in Slack or Teams also opens here.");
  section.append(h("header", null, h("h2", null, "Web"), h("p", { class: "organisation" }), h("label", null, "Person ", who)), form, hint, frame);
  let pages = JSON.parse(sessionStorage.getItem(key) ?? "{}");

  function remember(path) {
    pages[who.value] = path;
    sessionStorage.setItem(key, JSON.stringify(pages));
  }

  frame.addEventListener("load", () => {
    let path = "";
    try { path = frame.contentWindow.location.pathname; } catch { return; }
    if (path === "blank" || !path.startsWith("/")) return;
    address.value = path;
    remember(path);
  });

  function show() {
    const path = pages[who.value];
    [hint.hidden, frame.hidden] = [!!path, !path];
    address.value = path ?? "";
    frame.src = path ?? "about:blank";
  }

  // Only the path counts: the bot may know itself under another name of this machine.
  function open(link) {
    const url = new URL(link, location.origin);
    if (url.origin !== location.origin && !["localhost", "127.0.0.1", "[::1]"].includes(url.hostname)) { window.open(url, "_blank", "noopener"); return; }
    remember(url.pathname + url.search);
    show();
  }

  async function answerForOthers(seed) {
    let answered = 0;
    for (const [person, path] of Object.entries(pages)) if (person !== who.value && path.startsWith("/me/") && await answerPage(path, random(seed + person.length))) answered++;
    return answered;
  }

  return {
    open,
    answerForOthers,
    draw(state) {
      section.querySelector(".organisation").textContent = state.organisation;
      const first = !who.json;
      options(who, state.people.map(name => ({ id: name, name })), who.value || state.people[0]);
      if (first) show();
    },
  };
}

function random(seed) {
  return () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
}

// Opens the page as a reader would, and answers what it asks, page by page.
async function answerPage(path, chance) {
  let page = await load(path), answered = false;
  for (let step = 0; step < 12; step++) {
    const asking = [...page.document.forms].find(form => form.querySelector("input[type=radio], select, textarea"));
    const opener = [...page.document.querySelectorAll("form button")].find(button => /^(answer|start)/i.test(button.textContent.trim()));
    if (!asking && !opener) break;
    const form = asking ?? opener.form;
    const body = new URLSearchParams();
    for (const field of form.querySelectorAll("input[type=hidden]")) body.append(field.name, field.value);
    const groups = Map.groupBy([...form.querySelectorAll("input[type=radio]")], radio => radio.name);
    for (const [name, radios] of groups) body.append(name, radios[Math.floor(chance() * radios.length)].value);
    for (const select of form.querySelectorAll("select")) body.append(select.name, select.options[select.options.length - 1].value);
    for (const text of form.querySelectorAll("textarea, input[type=text]")) body.append(text.name, text.required ? "Nothing to add." : "");
    const button = asking ? form.querySelector("button[type=submit], button:not([type])") : opener;
    if (button?.name) body.append(button.name, button.value);
    page = await load(button?.formAction && button.hasAttribute("formaction") ? new URL(button.getAttribute("formaction"), page.url) : new URL(form.getAttribute("action") ?? "", page.url), body);
    answered ||= !!asking;
  }
  return answered;
}

async function load(url, body) {
  const response = await fetch(url, body ? { method: "POST", body } : undefined);
  return { url: response.url, document: new DOMParser().parseFromString(await response.text(), "text/html") };
}
