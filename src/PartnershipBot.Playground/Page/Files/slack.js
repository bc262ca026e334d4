import { h, keep, options, json, bubble } from "./dom.js";
import { act } from "./net.js";
import { drawBlocks, filledIn, mrkdwn } from "./blocks.js";

export function slackPane(section, shown, refresh) {
  const who = h("select", { onchange: () => { shown.slack = who.value; shown.slackAt = ""; refresh(); } });
  const where = h("select", { onchange: () => go(where.value) });
  const list = h("ol", { class: "messages", role: "log", "aria-label": "Messages in Slack", tabindex: "0" });
  const home = h("div", { class: "home", tabindex: "0", role: "region", "aria-label": "Home tab" });
  const text = h("input", { "aria-label": "Write in Slack", placeholder: "Write, or /partnership …", autocomplete: "off" });
  const form = h("form", { class: "write", onsubmit: send }, text, h("button", null, "Send"));
  const dialog = h("dialog", { class: "form", "aria-labelledby": "slack-form-title" });
  section.append(h("header", null, h("h2", null, "Slack"), h("p", { class: "organisation" }),
    h("label", null, "Person ", who), h("label", null, "Place ", where)), list, home, form, dialog);
  dialog.addEventListener("cancel", event => { event.preventDefault(); close(); });
  let drawnForm = "", drawnHome = "";

  const doing = (deed, body) => act("slack/" + deed, { who: shown.slack, ...body }).finally(refresh);

  async function send(event) {
    event.preventDefault();
    const said = text.value.trim();
    if (!said) return;
    text.value = "";
    await doing("say", { text: said, where: shown.slackAt && shown.slackAt !== "home" ? shown.slackAt : null });
  }

  async function go(place) {
    shown.slackAt = place;
    if (place === "home") await doing("home"); else refresh();
  }

  const close = () => doing("close");

  function draw(message) {
    return bubble(message, message.blocks
      ? drawBlocks(message.blocks, { prefix: "m" + message.id, press: (part, choice) => doing("press", { where: message.id, what: part.action_id, text: choice }) })
      : h("p", null, mrkdwn(message.text)),
    h("div", { class: "tools" },
      !message.bot && h("button", { type: "button", class: "small", onclick: () => doing("message-shortcut", { where: message.id, what: "capture" }) }, "Keep as an outcome"),
      json(message.blocks ?? { text: message.text })));
  }

  function drawForm(modal) {
    const key = JSON.stringify([modal?.id, modal?.hash, modal?.errors]);
    if (key === drawnForm) return;
    drawnForm = key;
    if (!modal) { dialog.close(); return; }
    const view = modal.view;
    const press = (part, choice) => doing("press", { where: modal.id, what: part.action_id, text: choice, values: filledIn(view.blocks, dialog) });
    dialog.replaceChildren(h("form", {
      onsubmit: event => { event.preventDefault(); doing("submit", { values: filledIn(view.blocks, dialog) }); },
    }, h("h3", { id: "slack-form-title", tabindex: "-1" }, view.title.text),
    drawBlocks(view.blocks, { prefix: modal.id, press, errors: modal.errors, values: modal.values }),
    h("div", { class: "b-actions" }, view.submit && h("button", { class: "primary" }, view.submit.text),
      h("button", { type: "button", onclick: close }, view.close?.text ?? "Cancel"), json(view))));
    if (!dialog.open) dialog.show();
    (dialog.querySelector(".wrong input, .wrong textarea, .wrong select") ?? dialog.querySelector("h3")).focus();
  }

  return state => {
    if (!state) { section.replaceChildren(h("h2", null, "Slack"), h("p", { class: "notice" }, "A real Slack app is set up, so the pretend workspace is away.")); return; }
    shown.slack = state.who;
    section.querySelector(".organisation").textContent = state.organisation;
    options(who, state.people, state.who);
    options(where, [{ id: "", name: "Chat with the bot" }, { id: "home", name: "Home tab" }, ...state.rooms], shown.slackAt ?? "");
    const atHome = shown.slackAt === "home";
    [list.hidden, form.hidden, home.hidden] = [atHome, atHome, !atHome];
    if (keep(list, state.messages, draw)) list.scrollTop = list.scrollHeight;
    section.classList.toggle("empty", !state.messages.length);
    const homeKey = JSON.stringify(state.home);
    if (homeKey !== drawnHome) {
      drawnHome = homeKey;
      home.replaceChildren(...state.home
        ? [...drawBlocks(state.home.view.blocks, { prefix: state.home.id, press: (part, choice) => doing("press", { where: state.home.id, what: part.action_id, text: choice }) }), json(state.home.view)]
        : [h("p", { class: "notice" }, "The bot has not put anything here yet.")]);
    }
    drawForm(state.modal);
  };
}
