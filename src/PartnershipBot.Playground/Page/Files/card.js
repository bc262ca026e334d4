// Draws an Adaptive Card with the official renderer; without it, the card's JSON. `on` has press(verb or title, values) and open(address).
// A card with inputs has fill(typed), which fills in what is empty.
import { h } from "./dom.js";
import { fillIn } from "./fill.js";

function hostConfig() {
  const all = name => ({ default: `var(${name})`, subtle: "var(--soft)" });
  const colours = { default: all("--ink"), accent: all("--accent"), dark: all("--ink"), light: all("--soft"), good: all("--ink"), warning: all("--ink"), attention: all("--wrong") };
  const box = name => ({ backgroundColor: `var(${name})`, foregroundColors: colours });
  return new AdaptiveCards.HostConfig({
    fontFamily: "inherit",
    fontSizes: { small: 13, default: 15, medium: 16, large: 17, extraLarge: 20 },
    spacing: { small: 4, default: 8, medium: 14, large: 20, extraLarge: 28, padding: 2 },
    containerStyles: { default: box("--paper"), emphasis: box("--tint") },
    actions: { maxActions: 12, buttonSpacing: 8, actionsOrientation: "horizontal", actionAlignment: "left", showCard: { actionMode: "inline" } },
    textBlock: { headingLevel: 3 },
    inputs: { label: { requiredInputs: { weight: "Bolder", suffix: " (needed)", suffixColor: "Default" }, optionalInputs: { weight: "Bolder" } }, errorMessage: { color: "Attention" } },
  });
}

export function drawCard(json, on) {
  if (!window.AdaptiveCards) return undrawn(json, on);
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
    on.press(action.verb ?? action.title, values);
  };
  card.parse(json, new AdaptiveCards.SerializationContext());
  const drawn = card.render();
  if (!drawn) return undrawn(json, on);
  const node = h("div", { class: "card" }, drawn);
  const inputs = card.getAllInputs();
  if (inputs.length) node.fill = typed => inputs.forEach(input => fillIn(input.id, input.renderedElement, typed));
  return node;
}

// The card itself, and its buttons, so that the story can go on without the renderer.
function undrawn(json, on) {
  const buttons = parts(json).filter(part => part.type === "Action.Execute");
  return h("div", { class: "card" },
    h("p", { class: "hint" }, "This is the card's JSON: the build did without npm, where the renderer of cards comes from. Install npm and build again to see it drawn."),
    h("pre", { tabindex: "0", "aria-label": "The card's JSON" }, JSON.stringify(json, null, 2)),
    parts(json).some(part => part.type?.startsWith("Input.")) && h("p", { class: "hint" }, "It asks for something to be filled in, which needs the renderer. Answer in Slack or on the web."),
    h("div", { class: "b-actions" }, buttons.map(button => h("button", { type: "button", onclick: () => on.press(button.verb, {}) }, button.title))));
}

const parts = value => value === null || typeof value !== "object" ? [] : [value, ...Object.entries(value).filter(([name]) => name !== "fallback" && name !== "refresh" && name !== "data").flatMap(([, child]) => parts(child))];
