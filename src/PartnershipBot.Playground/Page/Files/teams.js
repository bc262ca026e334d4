import { h, keep, options, json, bubble } from "./dom.js";
import { act } from "./net.js";
import { drawCard } from "./card.js";

export function teamsPane(section, shown, refresh, open) {
  const who = h("select", { onchange: () => { shown.teams = who.value; shown.teamsAt = ""; refresh(); } });
  const where = h("select", { onchange: () => { shown.teamsAt = where.value; refresh(); } });
  const list = h("ol", { class: "messages", role: "log", "aria-label": "Messages in Teams", tabindex: "0" });
  const add = h("button", { type: "button", class: "primary", onclick: () => doing("install") }, "Add PartnershipBot");
  const adding = h("div", { class: "notice" }, h("p", null, "This person has not added the bot yet."), add);
  const text = h("input", { "aria-label": "Write in Teams", placeholder: "Write to the bot", autocomplete: "off" });
  const form = h("form", { class: "write", onsubmit: send }, text, h("button", null, "Send"));
  const toast = h("p", { class: "toast", role: "status", hidden: true });
  const dialog = h("dialog", { class: "form", "aria-labelledby": "teams-form-title" });
  section.append(h("header", null, h("h2", null, "Teams"), h("p", { class: "organisation" }),
    h("label", null, "Person ", who), h("label", null, "Place ", where)), adding, list, toast, form, dialog);
  dialog.addEventListener("cancel", event => { event.preventDefault(); doing("close"); });
  let drawnDialog = "null";

  const doing = (deed, body) => act("teams/" + deed, { who: shown.teams, ...body }).finally(refresh);

  async function send(event) {
    event.preventDefault();
    const said = text.value.trim();
    if (!said) return;
    text.value = "";
    await doing("say", { text: said, where: shown.teamsAt || null });
  }

  function draw(message) {
    return bubble(message,
      message.text && h("p", null, message.text.replace(/<at>(.*?)<\/at>/g, "@$1")),
      message.card && drawCard(message.card, { open, press: (action, values) => doing("press", { where: message.id, what: action, values }) }),
      h("div", { class: "tools" },
        !message.bot && h("button", { type: "button", class: "small", onclick: () => doing("message-action", { where: message.id, what: "capture" }) }, "Keep as an outcome"),
        json(message.card ?? { text: message.text })));
  }

  function drawDialog(state) {
    const key = JSON.stringify(state);
    if (key === drawnDialog) return;
    drawnDialog = key;
    if (!state) { dialog.close(); return; }
    dialog.replaceChildren(h("div", null, h("h3", { id: "teams-form-title", tabindex: "-1" }, state.title),
      state.card ? drawCard(state.card, { open, press: (action, values) => doing("submit", { what: action, values }) }) : h("p", null, h("a", { href: state.url }, state.url)),
      h("div", { class: "b-actions" }, h("button", { type: "button", onclick: () => doing("close") }, "Close"), json(state.card ?? state.url))));
    if (!dialog.open) dialog.show();
    dialog.querySelector("h3").focus();
  }

  return state => {
    if (!state) { section.replaceChildren(h("h2", null, "Teams"), h("p", { class: "notice" }, "A real Teams bot is set up, so the pretend tenants are away.")); return; }
    shown.teams = state.who;
    section.querySelector(".organisation").textContent = state.organisation;
    options(who, state.people, state.who);
    options(where, [{ id: "", name: "Chat with the bot" }, ...state.rooms], state.where ?? "");
    adding.hidden = state.installed || !!state.where;
    if (keep(list, state.messages, draw)) list.scrollTop = list.scrollHeight;
    [toast.textContent, toast.hidden] = [state.toast ?? "", !state.toast];
    drawDialog(state.dialog);
  };
}
