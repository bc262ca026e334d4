// Builds elements; text is always text.
export function h(tag, props, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value" || name === "checked" || name === "selected") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

// Keeps the children of a list in step with items; what has not changed is left alone, so that focus and scrolling stay.
export function keep(list, items, draw) {
  const known = list.known ??= new Map();
  const ids = new Set(items.map(item => item.id));
  for (const [id, entry] of known) if (!ids.has(id)) { entry.node.remove(); known.delete(id); }
  let added = false;
  items.forEach((item, index) => {
    const json = JSON.stringify(item);
    const entry = known.get(item.id);
    if (entry?.json !== json) {
      const node = draw(item);
      if (entry) entry.node.replaceWith(node); else added = true;
      known.set(item.id, { json, node });
    }
    const node = known.get(item.id).node;
    if (list.children[index] !== node) list.insertBefore(node, list.children[index] ?? null);
  });
  return added;
}

export function options(select, items, chosen) {
  const json = JSON.stringify([items, chosen]);
  if (select.json === json) return;
  select.json = json;
  const groups = Map.groupBy(items, item => item.organisation ?? "");
  select.replaceChildren(...[...groups].map(([group, members]) => {
    const drawn = members.map(item => h("option", { value: item.id, selected: item.id === chosen }, item.name));
    return group ? h("optgroup", { label: group }, drawn) : drawn;
  }).flat());
  select.value = chosen;
}

export const clockTime = at => new Date(at).toLocaleString("en-GB", { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", timeZone: "Europe/London" });

export function json(value) {
  return h("details", { class: "json" }, h("summary", null, "JSON"), h("pre", { tabindex: "0" }, JSON.stringify(value, null, 2)));
}

export function initials(name) {
  return name.split(" ").map(word => word[0]).slice(0, 2).join("");
}

export function bubble(message, ...body) {
  return h("li", { class: "message" + (message.bot ? " bot" : "") + (message.mine ? " mine" : "") },
    h("span", { class: "face", "aria-hidden": "true" }, message.bot ? "PB" : initials(message.from)),
    h("div", { class: "said" },
      h("p", { class: "by" }, h("strong", null, message.from), " ", h("time", { datetime: message.at }, clockTime(message.at)),
        message.edited && h("span", null, " changed"), message.onlyYou && h("span", null, " only you see this")),
      body));
}
