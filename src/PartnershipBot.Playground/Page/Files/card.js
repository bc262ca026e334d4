// Draws an Adaptive Card with the official renderer; without it, the card's JSON. `on` has press(title, values) and open(address).
import { h } from "./dom.js";

function hostConfig() {
  const style = getComputedStyle(document.documentElement);
  const ink = style.getPropertyValue("--ink").trim(), soft = style.getPropertyValue("--soft").trim(), accent = style.getPropertyValue("--accent").trim();
  const all = colour => ({ default: colour, subtle: soft });
  const colours = { default: all(ink), accent: all(accent), dark: all(ink), light: all(soft), good: all(ink), warning: all(ink), attention: all(style.getPropertyValue("--wrong").trim()) };
  const box = name => ({ backgroundColor: style.getPropertyValue(name).trim(), foregroundColors: colours });
  return new AdaptiveCards.HostConfig({
    fontFamily: "inherit",
    fontSizes: { small: 14, default: 16, medium: 17, large: 19, extraLarge: 22 },
    spacing: { small: 6, default: 10, medium: 16, large: 24, extraLarge: 32, padding: 4 },
    containerStyles: { default: box("--paper"), emphasis: box("--tint") },
    actions: { maxActions: 12, buttonSpacing: 8, actionsOrientation: "horizontal", actionAlignment: "left", showCard: { actionMode: "inline" } },
    textBlock: { headingLevel: 3 },
    inputs: { label: { requiredInputs: { weight: "Bolder", suffix: " (needed)", suffixColor: "Default" }, optionalInputs: { weight: "Bolder" } }, errorMessage: { color: "Attention" } },
  });
}

export function drawCard(json, on) {
  if (!window.AdaptiveCards) return h("div", { class: "notice" },
    h("p", null, "The renderer for Adaptive Cards is not here: npm was missing when this was built. This is the card itself."),
    h("pre", { tabindex: "0" }, JSON.stringify(json, null, 2)));
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = hostConfig();
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    const safe = document.createElement("p");
    safe.textContent = text;
    result.outputHtml = safe.innerHTML.replace(/\*\*(.+?)\*\*/g, "<strong>$1</strong>").replace(/\n/g, "<br>").replaceAll(/\\([\\`*_{}\[\]()#+\-.!&;<>~|])/g, "$1");
    result.didProcess = true;
  };
  card.onExecuteAction = action => {
    if (action instanceof AdaptiveCards.OpenUrlAction) { on.open(action.url); return; }
    if (!(action instanceof AdaptiveCards.SubmitAction) && !(action instanceof AdaptiveCards.ExecuteAction)) return;
    const values = {};
    if (action.associatedInputs !== "none") for (const input of card.getAllInputs()) if (input.isSet()) values[input.id] = String(input.value);
    on.press(action.title, values);
  };
  card.parse(json, new AdaptiveCards.SerializationContext());
  const drawn = card.render();
  return drawn ? h("div", { class: "card" }, drawn) : h("pre", null, JSON.stringify(json, null, 2));
}
