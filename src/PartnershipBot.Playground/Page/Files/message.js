import { h, initials, clockTime, json, quiet } from "./dom.js";

// A message with who and when; `tools` stand beneath it, and are the playground's own.
export function bubble(message, body, tools) {
  return h("article", { class: "message" + (message.bot ? " bot" : "") + (message.mine ? " mine" : ""), "aria-label": `${message.from}, ${clockTime(message.at)}` },
    h("span", { class: "face", "aria-hidden": "true" }, message.bot ? "PB" : initials(message.from)),
    h("div", { class: "said" },
      h("p", { class: "by" }, h("strong", null, message.from), " ", h("time", { datetime: message.at }, clockTime(message.at)),
        message.edited && h("span", null, " · changed"), message.onlyYou && h("span", null, " · only you see this")),
      body,
      message.bot && h("div", { class: "tools" }, tools, json(message.blocks ?? message.card ?? { text: message.text }))));
}

// For an invitation: hands it to somebody whom it is for.
export const passing = (message, passOn) => message.invitation && h("button", { type: "button", class: "small strong", onclick: () => passOn(message.invitation) }, `Pass it on to ${message.invitation.organisation}`);

// Where somebody writes to the bot. `hint` says what may be typed.
export function writing(label, placeholder, hint, send) {
  const text = h("input", { "aria-label": label, placeholder, autocomplete: "off", "aria-describedby": hint.id });
  const form = h("form", { class: "write", onsubmit: submit }, text, h("button", null, "Send"));

  async function submit(event) {
    event.preventDefault();
    const said = text.value.trim();
    if (!said) { text.focus(); return; }
    text.value = "";
    text.focus();
    const done = await send(said);
    if (done?.accepted === false && !text.value) text.value = said;
  }

  return { form, text, put(words) { text.value = words; text.focus(); } };
}

// What to say first.
export const openers = (words, say) => h("div", { class: "openers" }, words.map(one => h("button", { type: "button", onclick: () => say(one) }, one)));

export { quiet };
